import type { SetAsideKind } from '#shared/model/set-aside-kind.ts'
import { BlockTable } from './block-table.ts'
import type { Label } from './conventions.ts'
import { endOfSpeech, nameSurroundings } from './furniture.ts'
import { LazyBlocks } from './lazy-blocks.ts'
import { endOfParagraph, type Page, paragraphsOf, surroundingParagraphsOf, widestOfSpeech } from './paragraphs.ts'
import { TurnTable } from './turn-table.ts'

/** The blocks of a text in which nobody is labelled. */
export function proseBlocks(page: Page): LazyBlocks {
  const finder = new BlockFinder(page)
  let headlines = 0
  for (const [first, end] of paragraphsOf(page, 0, page.lines.length)) {
    const isHeading = end === first + 1 && isMarkdownHeading(page, first)
    const kind = page.furniture.get(first) ?? (isHeading ? (headlines++ === 0 ? 'headline' : 'subheading') : null)
    finder.add(first, end, null, kind)
  }
  return finder.blocks
}

/** The blocks of a text, from top to bottom, and its turns, one a label. */
export function blocksOf(
  page: Page,
  labels: readonly Label[],
): { readonly blocks: LazyBlocks; readonly turns: TurnTable } {
  const finder = new BlockFinder(page)
  addSurroundings(finder, 0, labels[0]?.line ?? 0, true)
  const turns = new TurnTable(labels)
  labels.forEach((label, index) => {
    addTurn(finder, turns, label, index, labels[index + 1]?.line ?? page.lines.length)
  })
  return { blocks: finder.blocks, turns }
}

/** Lists blocks one after the other; what is set aside inside of one follows it. */
class BlockFinder {
  readonly page: Page
  readonly table = new BlockTable()
  readonly blocks: LazyBlocks

  constructor(page: Page) {
    this.page = page
    this.blocks = new LazyBlocks(page, this.table)
  }

  /** Adds a paragraph of speech, or of what is set aside. `start`: where it begins on its first line. */
  add(first: number, end: number, turn: number | null, kind: SetAsideKind | null, start?: number): number {
    const { lines, furniture } = this.page
    let last = end - 1
    while (kind === null && last > first && furniture.has(last)) last--
    const block = this.table.add(kind ?? 'paragraph', first, end, start ?? lines.start(first), lines.end(last), turn)
    if (kind === null) this.#addInside(first + 1, end, turn)
    return block
  }

  addLabel(label: Label, turn: number): number {
    const block = this.table.add('label', label.line, label.lastLine + 1, label.start, label.end, turn)
    this.#addInside(label.line, label.lastLine + 1, turn)
    return block
  }

  #addInside(first: number, end: number, turn: number | null): void {
    const { furniture } = this.page
    if (!furniture.hasAny(first, end)) return
    for (let index = first; index < end; index++) {
      const kind = furniture.has(index) ? furniture.get(index) : undefined
      if (kind !== undefined) this.add(index, index + 1, turn, kind)
    }
  }
}

/** Adds the blocks of one turn, whose lines end before `nextLine`, and of what is set aside behind its speech. */
function addTurn(finder: BlockFinder, turns: TurnTable, label: Label, index: number, nextLine: number): void {
  const { page, blocks, table } = finder
  const { text, lines, layout, furniture } = page
  const firstBlock = finder.addLabel(label, index)

  const afterLabel = label.lastLine + 1
  let over = endOfSpeech(text, lines, furniture, afterLabel, nextLine, layout)
  over = withoutCaption(page, afterLabel, over)
  const spoken = withoutQuotes(page, afterLabel, over, turns.labels[0])
  const restOfLine = label.speech < lines.end(label.lastLine)
  let length = 0
  let asks = false
  let { end } = label
  const firstLine = restOfLine ? label.lastLine : afterLabel
  const widest = widestOfSpeech(page, firstLine, spoken)
  for (let first = firstLine, stop = first; first < spoken; first = stop) {
    stop = endOfParagraph(page, first, spoken, widest)
    const isFirst = first === label.lastLine
    const kind = isFirst ? null : speechKind(page, first)
    const block = finder.add(first, stop, index, kind, isFirst ? label.speech : undefined)
    if (kind !== null) continue
    length += blocks.textLength(block)
    asks ||= blocks.asks(block)
    end = table.end(block)
  }
  const endBlock = lastOwnBlock(table, firstBlock, end) + 1
  for (let block = endBlock; block < table.length; block++) table.leaveTurn(block)
  if (spoken < over) for (const [from, stop] of paragraphsOf(page, spoken, over)) finder.add(from, stop, null, null)
  addSurroundings(finder, over, nextLine, false)
  turns.set(index, end, firstBlock, endBlock, length, asks)
}

/** What is set aside behind the speech does not belong to the turn; what is set aside inside of it does. */
function lastOwnBlock(table: BlockTable, firstBlock: number, end: number): number {
  let last = table.length - 1
  while (last > firstBlock && table.setAside(last) !== null && table.start(last) >= end) last--
  return last
}

function speechKind(page: Page, line: number): SetAsideKind | null {
  return page.furniture.get(line) ?? (isMarkdownHeading(page, line) ? 'subheading' : null)
}

function isMarkdownHeading({ text, lines }: Page, line: number): boolean {
  if (lines.first(line) !== 0x23) return false
  const start = lines.start(line)
  return /^#{1,6}\s+\S/u.test(text.slice(start, Math.min(lines.end(line), start + 10)))
}

/** Adds what stands before the first label or behind a turn's speech, paragraph by paragraph. */
function addSurroundings(finder: BlockFinder, first: number, end: number, isHead: boolean): void {
  if (first >= end) return
  const { page } = finder
  const paragraphs = surroundingParagraphsOf(page, first, end, isHead)
  const kinds = nameSurroundings(page.text, page.lines, page.furniture, paragraphs, isHead)
  paragraphs.forEach(([from, stop], k) => {
    finder.add(from, stop, null, kinds[k] ?? null)
  })
}

/** Takes a caption that stands right before a credit, behind the last speech, out of the speech. */
function withoutCaption(page: Page, first: number, end: number): number {
  if (page.furniture.get(end - 1) !== 'credit') return end
  const paragraphs = paragraphsOf(page, first, end - 1)
  const caption = paragraphs.at(-1)
  return caption === undefined || paragraphs.length < 2 ? end - 1 : caption[0]
}

/** In Markdown whose labels are headings or bold, block quotes behind a turn's speech are notes. */
function withoutQuotes(page: Page, first: number, end: number, label: Label | undefined): number {
  if (label?.form !== 'heading' && label?.form !== 'bold') return end
  let last = end
  while (last > first && page.text.charAt(page.lines.start(last - 1)) === '>') last--
  return last
}
