import type { SetAsideKind } from '#shared/model/set-aside-kind.ts'
import { spanOf } from '#shared/model/text-span.ts'
import { BlockBuilder } from './block-builder.ts'
import type { Label } from './conventions.ts'
import { endOfSpeech, nameSurroundings } from './furniture.ts'
import type { LineStretch } from './letter-spacing.ts'
import { type LineRange, type Page, paragraphsOf, surroundingParagraphsOf } from './paragraphs.ts'
import type { Block, Turn } from './reading.ts'
import { asksSomething } from './talk.ts'

/** A turn before its role is known, and what the choice of roles looks at. */
export interface TurnDraft {
  readonly turn: Omit<Turn, 'role' | 'time'>
  /** What tells one person from the other, also where nobody is named. */
  readonly speaker: string
  readonly affiliation: string
  /** Length of the speech. */
  readonly length: number
  /** It contains a question mark. */
  readonly asks: boolean
}

/** The blocks of a text in which nobody is labelled. */
export function proseBlocks(page: Page): readonly Block[] {
  const { text, lines } = page
  const writer = new BlockWriter(page)
  let headlines = 0
  for (const [first, end] of paragraphsOf(page, 0, lines.length)) {
    const isHeading =
      end === first + 1 && /^#{1,6}\s+\S/u.test(text.slice(lines[first]?.start, lines[first]?.end).slice(0, 10))
    const kind = page.furniture.get(first) ?? (isHeading ? (headlines++ === 0 ? 'headline' : 'subheading') : null)
    writer.add([first, end], null, kind)
  }
  return writer.blocks
}

/** The blocks of a text, from top to bottom, and its turns, one a label. */
export function blocksOf(
  page: Page,
  labels: readonly Label[],
): { readonly blocks: readonly Block[]; readonly drafts: readonly TurnDraft[] } {
  const writer = new BlockWriter(page)
  addSurroundings(writer, 0, labels[0]?.line ?? 0, true)
  const drafts = labels.map((label, index) => {
    return addTurn(writer, label, index, labels[index + 1]?.line ?? page.lines.length, labels)
  })
  return { blocks: writer.blocks, drafts }
}

/** Writes blocks one after the other; what is set aside inside of one follows it. */
class BlockWriter {
  readonly blocks: Block[] = []
  readonly page: Page
  readonly #builder: BlockBuilder

  constructor(page: Page) {
    this.page = page
    this.#builder = new BlockBuilder(page.text, page.lines)
  }

  /** Adds a paragraph of speech, or of what is set aside. `start`: where it begins on its first line. */
  add([first, end]: LineRange, turn: number | null, kind: SetAsideKind | null, start?: number): Block {
    const { lines, furniture } = this.page
    const inside: number[] = []
    const stretches: LineStretch[] = []
    for (let index = first; index < end; index++) {
      const line = lines[index]
      if (line === undefined) continue
      if (index > first && kind === null && furniture.has(index)) inside.push(index)
      else stretches.push([index === first ? (start ?? line.start) : line.start, line.end, line.isLetterSpaced])
    }
    const block = this.#builder.paragraph(stretches, lines[first]?.number ?? 1, turn, kind)
    this.blocks.push(block)
    this.#addInside(inside, turn)
    return block
  }

  addLabel(label: Label, turn: number): Block {
    const { lines, furniture } = this.page
    const inside: number[] = []
    const own = lines.slice(label.line, label.lastLine + 1).filter((_, k) => {
      if (!furniture.has(label.line + k)) return true
      inside.push(label.line + k)
      return false
    })
    const block = this.#builder.label(own, label.start, label.end, turn)
    this.blocks.push(block)
    this.#addInside(inside, turn)
    return block
  }

  #addInside(inside: readonly number[], turn: number | null): void {
    for (const index of inside) this.add([index, index + 1], turn, this.page.furniture.get(index) ?? 'note')
  }
}

/** Adds the blocks of one turn, whose lines end before `nextLine`, and of what is set aside behind its speech. */
function addTurn(
  writer: BlockWriter,
  label: Label,
  index: number,
  nextLine: number,
  labels: readonly Label[],
): TurnDraft {
  const { page, blocks } = writer
  const { text, lines, layout, furniture } = page
  const firstBlock = blocks.length
  const printed = writer.addLabel(label, index)

  const afterLabel = label.lastLine + 1
  let over = endOfSpeech(text, lines, furniture, afterLabel, nextLine, layout)
  over = withoutCaption(page, afterLabel, over)
  const spoken = withoutQuotes(page, afterLabel, over, labels[0])
  const restOfLine = label.speech < (lines[label.lastLine]?.end ?? 0)
  let length = 0
  let asks = false
  let end = label.end
  for (const [first, stop] of paragraphsOf(page, restOfLine ? label.lastLine : afterLabel, spoken)) {
    const isFirst = first === label.lastLine
    const kind = isFirst ? null : speechKind(page, first)
    const block = writer.add([first, stop], index, kind, isFirst ? label.speech : undefined)
    if (kind !== null) continue
    length += block.text.length
    asks ||= asksSomething(block.text)
    end = block.span.end
  }
  const endBlock = lastOwnBlock(blocks, firstBlock, end) + 1
  for (let k = endBlock; k < blocks.length; k++) {
    const block = blocks[k]
    if (block !== undefined) blocks[k] = { ...block, turn: null }
  }
  for (const range of paragraphsOf(page, spoken, over)) writer.add(range, null, null)
  addSurroundings(writer, over, nextLine, false)

  const { speaker, person, affiliation } = label
  const span = spanOf(label.start, end)
  const turn = { index, speaker, label: printed.text, affiliation, span, line: printed.line, firstBlock, endBlock }
  return { turn, speaker: person, affiliation, length, asks }
}

/** What is set aside behind the speech does not belong to the turn; what is set aside inside of it does. */
function lastOwnBlock(blocks: readonly Block[], firstBlock: number, end: number): number {
  let last = blocks.length - 1
  while (last > firstBlock && blocks[last]?.kind === 'set-aside' && (blocks[last]?.span.start ?? 0) >= end) last--
  return last
}

function speechKind(page: Page, line: number): SetAsideKind | null {
  const { start, end } = page.lines[line] ?? { start: 0, end: 0 }
  const isHeading =
    page.text.charCodeAt(start) === 0x23 && /^#{1,6}\s+\S/u.test(page.text.slice(start, Math.min(end, start + 10)))
  return page.furniture.get(line) ?? (isHeading ? 'subheading' : null)
}

/** Adds what stands before the first label or behind a turn's speech, paragraph by paragraph. */
function addSurroundings(writer: BlockWriter, first: number, end: number, isHead: boolean): void {
  const { page } = writer
  const paragraphs = surroundingParagraphsOf(page, first, end, isHead)
  const kinds = nameSurroundings(page.text, page.lines, page.furniture, paragraphs, isHead)
  paragraphs.forEach((range, k) => {
    writer.add(range, null, kinds[k] ?? 'preamble')
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
  while (last > first && page.text.charAt(page.lines[last - 1]?.start ?? 0) === '>') last--
  return last
}
