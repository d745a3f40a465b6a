import type { TextSpan } from '#shared/model/text-span.ts'
import { overlaps, spanOf, utf16 } from '#shared/model/text-span.ts'
import type { LineIndex } from '#shared/text/line-index.ts'
import type { Piece } from '#shared/text/mapped-text.ts'
import { readingOffsetAt } from '#shared/text/reading-map.ts'
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
  #blocks: EditedBlock[]

  constructor(text: string, lines: LineIndex, blocks: readonly EditedBlock[]) {
    this.#text = text
    this.#lines = lines
    this.#blocks = [...blocks]
  }

  get all(): readonly EditedBlock[] {
    return this.#blocks
  }

  /** Indices [first, end) of the blocks that lie wholly within a span, which is cut out first. */
  cutOut(span: TextSpan): readonly [first: number, end: number] {
    this.splitAt(span.start)
    this.splitAt(span.end)
    const isWithin = ({ block }: EditedBlock): boolean =>
      overlaps(block.span, span) &&
      readingOffsetAt(block, span.start) === 0 &&
      readingOffsetAt(block, span.end) === block.text.length
    const first = this.#blocks.findIndex(isWithin)
    if (first === -1) return [0, 0]
    let end = first + 1
    for (let next = this.#blocks[end]; next !== undefined && isWithin(next); next = this.#blocks[end]) end++
    return [first, end]
  }

  /**
   * Index of the block that holds a source position, -1 where none does. Of a paragraph that goes on
   * behind something set aside and of that, it is the latter, which is the shorter.
   */
  indexAt(offset: number): number {
    let found = -1
    for (let index = 0; index < this.#blocks.length; index++) {
      const span = this.#blocks[index]?.block.span
      if (span === undefined || span.start > offset) break
      if (offset < span.end) found = index
    }
    return found
  }

  /** Indices of the blocks that share a character with a span. */
  touched(span: TextSpan): readonly number[] {
    const found: number[] = []
    for (let index = 0; index < this.#blocks.length; index++) {
      const block = this.#blocks[index]?.block
      if (block === undefined || block.span.start >= span.end) break
      if (overlaps(block.span, span)) found.push(index)
    }
    return found
  }

  change(index: number, to: Partial<EditedBlock> & { readonly as?: Partial<Block> }): void {
    const one = this.#blocks[index]
    if (one === undefined) return
    const { as = {}, ...rest } = to
    this.#blocks[index] = { ...one, ...rest, block: { ...one.block, ...as } }
  }

  /** Parts the block that holds a source position there. Blanks at the cut are read no more. */
  splitAt(offset: number): void {
    const index = this.indexAt(offset)
    const one = this.#blocks[index]
    if (one === undefined || one.block.span.start >= offset) return
    const { block } = one
    const at = readingOffsetAt(block, offset)
    const left = sliceBlock(block, 0, trimmedEnd(block.text, at))
    const right = sliceBlock(block, trimmedStart(block.text, at), block.text.length)
    if (left === null || right === null) return
    this.#blocks.splice(
      index,
      1,
      { ...one, block: { ...left, span: { start: block.span.start, end: left.span.end } } },
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
    const head = this.#blocks[first]
    if (head === undefined || end <= first + 1) return
    let joined = head.block
    for (const { block } of this.#blocks.slice(first + 1, end)) joined = this.#joined(joined, block)
    this.#blocks.splice(first, end - first, { ...head, block: joined })
  }

  /** Joins a paragraph with the one before it. What is set aside between them comes behind. */
  joinWithBefore(index: number): void {
    let before = index - 1
    while (this.#blocks[before]?.block.kind === 'set-aside') before--
    const one = this.#blocks[before]
    const other = this.#blocks[index]
    if (one?.block.kind !== 'paragraph' || other?.block.kind !== 'paragraph' || other.starts !== null) return
    const between = this.#blocks.slice(before + 1, index)
    this.#blocks.splice(before, index - before + 1, { ...one, block: this.#joined(one.block, other.block) }, ...between)
  }

  /** Whether two neighbours stand on one line of the source. */
  isOnOneLine(index: number): boolean {
    const one = this.#blocks[index]?.block
    const next = this.#blocks[index + 1]?.block
    return one !== undefined && next !== undefined && !this.#text.slice(one.span.end, next.span.start).includes('\n')
  }

  #joined(one: Block, other: Block): Block {
    const { end } = one.span
    const { start } = other.span
    const pieces: Piece[] = [...one.pieces]
    let text = one.text
    // Between lines the break reads as a space where the script asks for one; on one line, a blank that stands there does.
    const blank = start > end ? this.#text.slice(end, start).search(/\s/u) : -1
    const isNeeded =
      blank !== -1 && (this.#text.slice(end, start).includes('\n') ? joinsWithSpace(this.#text, end, start) : true)
    if (isNeeded && text !== '' && other.text !== '') {
      pieces.push({ at: text.length, source: utf16(end + blank), length: 1 })
      text += ' '
    }
    for (const piece of other.pieces) pieces.push({ ...piece, at: piece.at + text.length })
    return { ...one, text: text + other.text, pieces, span: spanOf(one.span.start, Math.max(end, other.span.end)) }
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
