import type { Utf16Offset } from '#shared/model/text-span.ts'

/**
 * A stretch of reading text that was taken from the source text: `length` units at `at` in the
 * reading stand at `source` in the source. Inside a piece the two agree character by character,
 * except that a single line break of the source may read as a single space.
 */
export interface Piece {
  /** UTF-16 offset in the reading text. */
  readonly at: number
  readonly source: Utf16Offset
  /** UTF-16 units, at least 1. */
  readonly length: number
}

/**
 * Reading text that knows where each of its characters stands in the source. Pieces are in order,
 * do not overlap on either side, and cover the whole of `text`: nothing is read that was not written.
 */
export interface MappedText {
  readonly text: string
  readonly pieces: readonly Piece[]
}
