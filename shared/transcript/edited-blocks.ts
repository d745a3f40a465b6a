import type { TextSpan } from '#shared/model/text-span.ts'
import { overlaps, spanOf, utf16 } from '#shared/model/text-span.ts'
import type { LineIndex } from '#shared/text/line-index.ts'
import type { Piece } from '#shared/text/mapped-text.ts'
import { readingOffsetAt } from '#shared/text/reading-map.ts'
import { BlockList } from './block-list.ts'
import { joinsWithSpace } from './characters.ts'
import type { Block } from './reading.ts'

/** Where a turn begins, and what its label says. */
export interface TurnStart {
  readonly speaker: string | null
  readonly affiliation: string
  readonly time: string | null
}

/** A block in the making: what it is, whether a turn begins with it, and whether it stands outside of all turns. */
export interface EditedBlock {
  readonly block: Block
  readonly starts: TurnStart | null
  /** A paragraph behind or before the talk. */
  readonly isOutside: boolean
}

/**
 * The blocks of a reading while edits are put upon them: always in source order, each character of
 * theirs where it stands in the source. Splitting and joining move no character.
 */
export class EditedBlocks {
  readonly #text: string
  readonly #lines: LineIndex
  readonly #blocks: BlockList<EditedBlock>

  constructor(text: string, lines: LineIndex, blocks: readonly EditedBlock[]) {
    this.#text = text
    this.#lines = lines
    this.#blocks = new BlockList(blocks)
  }

  get all(): readonly EditedBlock[] {
    return this.#blocks.all
  }

  at(index: number): EditedBlock | undefined {
    return this.#blocks.at(index)
  }

  /** Indices [first, end) of the blocks that lie wholly within a span, which is cut out first. */
  cutOut(span: TextSpan): readonly [first: number, end: number] {
    this.splitAt(span.start)
    this.splitAt(span.end)
    const isWithin = (index: number): boolean => {
      const block = this.at(index)?.block
      return (
        block !== undefined &&
        overlaps(block.span, span) &&
        readingOffsetAt(block, span.start) === 0 &&
        readingOffsetAt(block, span.end) === block.text.length
      )
    }
    const first = this.touched(span).find(isWithin)
    if (first === undefined) return [0, 0]
    let end = first + 1
    while (isWithin(end)) end++
    return [first, end]
  }

  /**
   * Index of the block that holds a source position, -1 where none does. Of a paragraph that goes on
   * behind something set aside and of that, it is the latter, which is the shorter.
   */
  indexAt(offset: number): number {
    for (const index of this.#blocks.touched(offset, offset + 1)) return index
    return -1
  }

  /** Indices of the blocks that share a character with a span. */
  touched(span: TextSpan): readonly number[] {
    return [...this.#blocks.touched(span.start, span.end)].reverse()
  }

  change(index: number, to: Partial<EditedBlock> & { readonly as?: Partial<Block> }): void {
    const one = this.at(index)
    if (one === undefined) return
    const { as = {}, ...rest } = to
    this.#blocks.splice(index, 1, { ...one, ...rest, block: { ...one.block, ...as } })
  }

  /** Parts the block that holds a source position there. Blanks at the cut are read no more. */
  splitAt(offset: number): void {
    const index = this.indexAt(offset)
    const one = this.at(index)
    if (one === undefined || one.block.span.start >= offset) return
    const { block } = one
    const at = readingOffsetAt(block, offset)
    const left = sliceBlock(block, 0, trimmedEnd(block.text, at))
    const right = sliceBlock(block, trimmedStart(block.text, at), block.text.length)
    if (left === null || right === null) return
    // What is set aside within the block stands behind it, and some of it may come before the cut.
    const within: EditedBlock[] = []
    for (let next = this.at(index + 1); next !== undefined && next.block.span.start < right.span.start; ) {
      within.push(next)
      next = this.at(index + 1 + within.length)
    }
    this.#blocks.splice(
      index,
      1 + within.length,
      { ...one, block: { ...left, span: { start: block.span.start, end: left.span.end } } },
      ...within,
      {
        ...one,
        starts: null,
        block: {
          ...right,
          kind: block.kind === 'label' ? 'paragraph' : block.kind,
          span: { start: right.span.start, end: block.span.end },
          line: this.#lines.lineAt(right.span.start),
        },
      },
    )
  }

  /** Makes one block of those from `first` up to `end`, of the kind of the first. */
  joinAll(first: number, end: number): void {
    const head = this.at(first)
    if (head === undefined || end <= first + 1) return
    const blocks: Block[] = []
    for (let index = first; index < end; index++) blocks.push(this.at(index)?.block ?? head.block)
    this.#blocks.splice(first, end - first, { ...head, block: this.#joined(head.block, blocks.slice(1)) })
  }

  /** Joins a paragraph with the one before it. What is set aside between them comes behind. */
  joinWithBefore(index: number): void {
    let before = index - 1
    while (this.at(before)?.block.kind === 'set-aside') before--
    const one = this.at(before)
    const other = this.at(index)
    if (one?.block.kind !== 'paragraph' || other?.block.kind !== 'paragraph' || other.starts !== null) return
    const between: EditedBlock[] = []
    for (let at = before + 1; at < index; at++) between.push(this.at(at) ?? other)
    this.#blocks.splice(
      before,
      index - before + 1,
      { ...one, block: this.#joined(one.block, [other.block]) },
      ...between,
    )
  }

  /** Whether two neighbours stand on one line of the source. */
  isOnOneLine(index: number): boolean {
    const one = this.at(index)?.block
    const next = this.at(index + 1)?.block
    return one !== undefined && next !== undefined && !this.#text.slice(one.span.end, next.span.start).includes('\n')
  }

  /** Whether two neighbours are paragraphs of one turn that stand on one line of the source. */
  isSpeechOnOneLine(index: number): boolean {
    const one = this.at(index)
    const next = this.at(index + 1)
    const isSpeech = one?.block.kind === 'paragraph' && next?.block.kind === 'paragraph' && next.starts === null
    return (
      isSpeech &&
      one.isOutside === next.isOutside &&
      one.block.span.end <= next.block.span.start &&
      this.isOnOneLine(index)
    )
  }

  #joined(first: Block, others: readonly Block[]): Block {
    const pieces: Piece[] = [...first.pieces]
    let { text } = first
    let { end } = first.span
    for (const other of others) {
      const { start } = other.span
      // Between lines the break reads as a space where the script asks for one; on one line, a blank that stands there does.
      const between = start > end ? this.#text.slice(end, start) : ''
      const lineBreak = between.indexOf('\n')
      const blank = lineBreak === -1 ? between.search(/\s/u) : lineBreak
      const isNeeded = blank !== -1 && (lineBreak === -1 || joinsWithSpace(this.#text, end, start))
      if (isNeeded && text !== '' && other.text !== '') {
        pieces.push({ at: text.length, source: utf16(end + blank), length: 1 })
        text += lineBreak === -1 ? between.charAt(blank) : ' '
      }
      for (const piece of other.pieces) pieces.push({ ...piece, at: piece.at + text.length })
      text += other.text
      end = utf16(Math.max(end, other.span.end))
    }
    return { ...first, text, pieces, span: spanOf(first.span.start, end) }
  }
}

/** The part [start, end) of a block's reading text, or `null` where nothing is left. */
function sliceBlock(block: Block, start: number, end: number): Block | null {
  if (start >= end) return null
  const pieces: Piece[] = []
  for (const piece of block.pieces) {
    const from = Math.max(piece.at, start)
    const to = Math.min(piece.at + piece.length, end)
    if (from < to) pieces.push({ at: from - start, source: utf16(piece.source + from - piece.at), length: to - from })
  }
  const first = pieces[0]
  const last = pieces.at(-1)
  if (first === undefined || last === undefined) return null
  return { ...block, text: block.text.slice(start, end), pieces, span: spanOf(first.source, last.source + last.length) }
}

function trimmedEnd(text: string, at: number): number {
  return text.slice(0, at).trimEnd().length
}

function trimmedStart(text: string, at: number): number {
  return text.length - text.slice(at).trimStart().length
}
