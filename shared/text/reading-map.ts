import { type TextSpan, type Utf16Offset, utf16 } from '#shared/model/text-span.ts'
import type { MappedText } from './mapped-text.ts'
import { partition } from './partition.ts'

/** What slicing needs to know of a block of a reading. */
export interface ReadableBlock extends MappedText {
  readonly kind: 'label' | 'paragraph' | 'set-aside'
  readonly span: TextSpan
}

/**
 * Where a reading position stands in the source (UTF-16 units both). `start` gives the place of the
 * character that follows the position, `end` the place behind the character before it, so that a
 * selection [a, b) of reading text is the source span [start of a, end of b) without what was
 * dropped around it. `null` for an empty text; a RangeError outside of the text.
 */
export function sourceOffsetAt(mapped: MappedText, offset: number, side: 'start' | 'end'): Utf16Offset | null {
  const { length } = mapped.text
  if (!Number.isInteger(offset) || offset < 0 || offset > length) {
    throw new RangeError(`position ${offset} is outside of a reading text of ${length}`)
  }
  if (length === 0) return null
  const isBehind = offset === length || (side === 'end' && offset > 0)
  const character = isBehind ? offset - 1 : offset
  const index = partition(mapped.pieces.length, (k) => (mapped.pieces[k]?.at ?? 0) <= character) - 1
  const piece = mapped.pieces[index]
  if (piece === undefined) return null
  return utf16(piece.source + (character - piece.at) + (isBehind ? 1 : 0))
}

/**
 * The reading position of a source position: that of the first kept character at or behind it,
 * so a dropped character maps to where the reading goes on. Never fails and never decreases, hence
 * the kept characters of a span [a, b) are always the reading text between the two results.
 */
export function readingOffsetAt(mapped: MappedText, source: number): number {
  const next = partition(mapped.pieces.length, (k) => {
    const piece = mapped.pieces[k]
    return piece !== undefined && piece.source + piece.length <= source
  })
  const piece = mapped.pieces[next]
  if (piece === undefined) return mapped.text.length
  return piece.at + Math.max(0, source - piece.source)
}

/**
 * Index of the first block that reaches beyond a source position. What is set aside within a block
 * (a page number in mid-sentence) stands behind that block in the list and ends before it, so ends
 * are not in order; beginnings are.
 */
export function firstBlockBeyond(blocks: readonly Pick<ReadableBlock, 'kind' | 'span'>[], offset: number): number {
  let first = partition(blocks.length, (k) => (blocks[k]?.span.start ?? 0) <= offset)
  for (let index = first - 1; index >= 0; index--) {
    const block = blocks[index]
    if (block === undefined) break
    if (block.span.end > offset) first = index
    if (block.kind !== 'set-aside') break
  }
  return first
}

/** The blocks but for what is set aside within another block: what is read from top to bottom. */
export function withoutNested<T extends Pick<ReadableBlock, 'kind' | 'span'>>(blocks: readonly T[]): readonly T[] {
  let end = 0
  return blocks.filter(({ kind, span }) => {
    if (kind === 'set-aside' && span.end <= end) return false
    end = Math.max(end, span.end)
    return true
  })
}

/**
 * The reading text of a source span: what is kept of it in paragraphs and in what is set aside,
 * parted by LF. Labels are left out unless the span holds nothing else, and so is what is set aside
 * within a paragraph.
 */
export function sliceReading(blocks: readonly ReadableBlock[], span: TextSpan): string {
  const parts: string[] = []
  const labels: string[] = []
  const nested: string[] = []
  let end = 0
  for (let index = firstBlockBeyond(blocks, span.start); index < blocks.length; index++) {
    const block = blocks[index]
    if (block === undefined || block.span.start >= span.end) break
    const part = block.text.slice(readingOffsetAt(block, span.start), readingOffsetAt(block, span.end))
    const isNested = block.kind === 'set-aside' && block.span.end <= end
    end = Math.max(end, block.span.end)
    if (part !== '') (block.kind === 'label' ? labels : isNested ? nested : parts).push(part)
  }
  return (parts.length > 0 ? parts : labels.length > 0 ? labels : nested).join('\n')
}
