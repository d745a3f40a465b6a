import type { SetAsideKind } from '#shared/model/set-aside-kind.ts'
import { continuesParagraph, type Layout } from './layout.ts'
import type { Line } from './lines.ts'

/** A source text with what is known of its lines. */
export interface Page {
  readonly text: string
  readonly lines: readonly Line[]
  readonly layout: Layout
  readonly furniture: ReadonlyMap<number, SetAsideKind>
}

/** Columns. */
const SHORTEST_TITLE = 24
const LONGEST_TITLE = 120

/** Indices of lines, half-open. */
export type LineRange = readonly [first: number, end: number]

/**
 * Parts the lines [first, end) of speech into paragraphs. Furniture stands alone, but for the head,
 * foot or number of a page in mid-sentence: the paragraph that goes on behind it holds it.
 */
export function paragraphsOf(page: Page, first: number, end: number): readonly LineRange[] {
  const { text, lines, layout } = page
  const column = speechColumn(lines, layout, first, end)
  return partLines(page, first, end, (line, next, index, from) => {
    return continuesParagraph(text, line, next, index === from, column(index), layout)
  })
}

/**
 * Parts the lines around the speech into paragraphs. Headlines and captions are set wider than the
 * column, or in it, and change from line to line, so lines go together by what they are next to.
 */
export function surroundingParagraphsOf(page: Page, first: number, end: number, isHead: boolean): readonly LineRange[] {
  const { text, lines, layout } = page
  const column = layout.columnAt(isHead ? end : Math.max(0, first - 1))
  const isWide = (line: Line | undefined): boolean => line !== undefined && line.width > column * 1.15 + 2
  let widest = 0
  for (let index = first; index < end; index++) widest = Math.max(widest, lines[index]?.width ?? 0)

  return partLines(page, first, end, (line, next, index, from) => {
    const isTitle = !isHead && !line.endsSentence && !next.endsSentence && line.width >= SHORTEST_TITLE
    // A headline of two lines, outside of hard-wrapped text or narrower than its column.
    if (isTitle && !layout.isHardWrapped) return next.gap === 0 && line.width <= LONGEST_TITLE
    if (isTitle && line.width < column * 0.6 && next.width < column * 0.8) return next.gap <= layout.lineGap
    const mayGoOn = layout.isHardWrapped && next.gap <= layout.lineGap && !line.endsSentence
    if (!mayGoOn || isWide(line) === isWide(next)) {
      if (mayGoOn && isWide(line) && next.width > line.width + 4 && endsAsSentence(lines, index + 1, end)) return false
      return continuesParagraph(text, line, next, index === from, isWide(line) ? widest : column, layout)
    }
    if (isWide(next)) return false
    // The last line of a headline is short; what fills the column and goes on in it is something else.
    const behind = index + 2 < end ? lines[index + 2] : undefined
    return !(next.width >= column * 0.8 && !next.endsSentence && behind !== undefined && !isWide(behind))
  })
}

function endsAsSentence(lines: readonly Line[], from: number, end: number): boolean {
  for (let index = from; index < Math.min(end, from + 4); index++) if (lines[index]?.endsSentence) return true
  return false
}

type GoesOn = (line: Line, next: Line, index: number, from: number) => boolean

function partLines(page: Page, first: number, end: number, goesOn: GoesOn): readonly LineRange[] {
  const { text, lines, furniture } = page
  const paragraphs: LineRange[] = []
  let from = first
  for (let index = first; index < end; ) {
    const line = lines[index]
    let behind = index + 1
    if (!furniture.has(index)) while (behind < end && isPageBreak(furniture.get(behind))) behind++
    const next = lines[behind]
    const isTogether =
      behind < end &&
      line !== undefined &&
      next !== undefined &&
      !furniture.has(index) &&
      !furniture.has(behind) &&
      !isMarked(text, line) &&
      !isMarked(text, next) &&
      (behind === index + 1 || goesOnBehindPage(page, line, next)) &&
      goesOn(line, behind === index + 1 ? next : { ...next, gap: 0 }, index, from)
    if (isTogether) {
      index = behind
      continue
    }
    paragraphs.push([from, index + 1])
    for (let k = index + 1; k < behind; k++) paragraphs.push([k, k + 1])
    from = behind
    index = behind
  }
  return paragraphs
}

/** What stands between the end of one page and the beginning of the next. */
export function isPageBreak(kind: SetAsideKind | undefined): boolean {
  return kind === 'page-number' || kind === 'running-head'
}

/** Only in mid-sentence is it certain that a paragraph goes on, on the next page. */
function goesOnBehindPage({ layout }: Page, line: Line, next: Line): boolean {
  return !line.endsSentence && (layout.meaning !== 'paragraphs' || next.indent === 0)
}

/** A turn of a few lines may be set in its own column, which the lines around it hide. */
function speechColumn(lines: readonly Line[], layout: Layout, first: number, end: number): (index: number) => number {
  if (end - first > 12) return layout.columnAt
  let widest = 0
  for (let index = first; index < end; index++) widest = Math.max(widest, lines[index]?.width ?? 0)
  return (index) => (widest > layout.columnAt(index) * 1.3 ? widest : layout.columnAt(index))
}

/** Headings and block quotes of Markdown never run on. */
function isMarked(text: string, line: Line): boolean {
  const first = text.charCodeAt(line.start)
  if (first !== 0x23 && first !== 0x3e) return false
  return /^(?:#{1,6}\s|>)/u.test(text.slice(line.start, line.start + 8))
}
