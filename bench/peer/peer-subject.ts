/** What a page is given to show: paragraphs, and codings that count in the text of all paragraphs without breaks. */
export interface PeerText {
  readonly paragraphs: readonly string[]
  readonly codings: readonly PeerCoding[]
}

/** Half-open, UTF-16. */
export interface PeerCoding {
  readonly start: number
  readonly end: number
  readonly code: number
}

/** What can be done with a page, act by act. Each resolves when the page itself says that it has drawn. */
export interface PeerSubject {
  readonly scroller: Element
  /** Puts text and codings on the page. */
  readonly open: () => Promise<void>
  readonly add: (id: string, coding: PeerCoding) => Promise<void>
  readonly remove: (id: string) => Promise<void>
  /** Gives all codings of a code another colour. */
  readonly recolour: (code: number) => Promise<void>
  /** What stands under a place of the window, in CSS pixels. */
  readonly hit: (x: number, y: number) => unknown
  /** Brings a coding into view, by its place in the list that the page was opened with. */
  readonly jump: (index: number) => Promise<void>
}

/** A colour a code, as the program's codes have them: literal, and light enough for the text. */
export function colourOf(code: number): `#${string}` {
  const part = (turn: number): string =>
    Math.round(150 + 100 * Math.sin(code * 1.7 + turn))
      .toString(16)
      .padStart(2, '0')
  return `#${part(0)}${part(2)}${part(4)}`
}

/** The paragraphs on the page, and where each one's text begins. */
export interface LaidOut {
  readonly nodes: readonly Text[]
  readonly starts: readonly number[]
}

/** Builds the page's paragraphs in one go, which is the quickest way. */
export function layOut(root: HTMLElement, paragraphs: readonly string[]): LaidOut {
  root.innerHTML = paragraphs.map((words) => `<p>${words.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</p>`).join('')
  const nodes: Text[] = []
  const starts: number[] = []
  let length = 0
  for (const element of root.children) {
    const node = element.firstChild
    if (!(node instanceof Text)) continue
    nodes.push(node)
    starts.push(length)
    length += node.length
  }
  return { nodes, starts }
}

/** The range of a coding. Throws where it lies outside of the text. */
export function rangeOf<R>(
  { nodes, starts }: LaidOut,
  { start, end }: Pick<PeerCoding, 'start' | 'end'>,
  make: (from: Text, fromOffset: number, to: Text, toOffset: number) => R,
): R {
  const first = lastAtMost(starts, start)
  const last = lastAtMost(starts, end - 1)
  const [from, to] = [nodes[first], nodes[last]]
  if (from === undefined || to === undefined) throw new RangeError(`${start} to ${end} is not on the page`)
  return make(from, start - (starts[first] ?? 0), to, end - (starts[last] ?? 0))
}

function lastAtMost(starts: readonly number[], offset: number): number {
  let low = 0
  let high = starts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low - 1
}
