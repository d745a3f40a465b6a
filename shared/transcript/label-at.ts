import { overlaps, spanOf, type TextSpan } from '#shared/model/text-span.ts'
import { sourceOffsetAt } from '#shared/text/reading-map.ts'
import type { Block } from './reading.ts'

/** UTF-16 units; names, offices and outlets together are shorter. */
const LONGEST_NAME = 80

/**
 * What in a block may be a speaker's name, as a source span: what stands before its first colon, or
 * all of it where it has none. `null` where that is too long for a name.
 */
export function nameIn(block: Block): TextSpan | null {
  const colon = /[:：﹕︰]/u.exec(block.text)
  const end = colon === null || block.text.slice(0, colon.index).trim() === '' ? block.text.length : colon.index + 1
  if (end > LONGEST_NAME || end === 0) return null
  const from = sourceOffsetAt(block, 0, 'start')
  const to = sourceOffsetAt(block, end, 'end')
  return from === null || to === null ? null : spanOf(from, to)
}

/**
 * Tells whether a marked stretch, a source span, stands in one block: what reaches from a name into
 * what is said, or from paragraph to paragraph, is no name. What is not read does not count.
 */
export function isInOneBlock(blocks: readonly Block[], span: TextSpan): boolean {
  const touched = blocks.filter(
    (block) =>
      overlaps(block.span, span) &&
      block.pieces.some(({ source, length }) => source < span.end && span.start < source + length),
  )
  return touched.length === 1
}

/** Tells whether a marked stretch can be a speaker's name: names may be printed over lines, but are short. */
export function isShortAsName(sourceText: string, { start, end }: TextSpan): boolean {
  return (
    end - start <= 2 * LONGEST_NAME && sourceText.slice(start, end).replace(/\s+/gu, ' ').trim().length <= LONGEST_NAME
  )
}
