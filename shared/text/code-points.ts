import { type CodePointOffset, type Utf16Offset, utf16 } from '#shared/model/text-span.ts'
import { partition } from './partition.ts'

/** Converts positions of one text between UTF-16 units and Unicode code points. */
export interface CodePoints {
  /** Length of the text in code points. */
  readonly length: number
  /**
   * UTF-16 to code points. A position between the two halves of a surrogate pair is taken back to
   * the start of its character. Throws a RangeError outside of the text.
   */
  readonly toCodePoint: (offset: number) => CodePointOffset
  /** Code points to UTF-16; never lands inside a pair. Throws a RangeError outside of the text. */
  readonly toUtf16: (offset: number) => Utf16Offset
}

/**
 * Builds the index in one pass over the text. A lone surrogate is one code point, as Python counts
 * it when it keeps such text with `surrogatepass`. `hasSurrogates`: `false` where it is known that the text has none.
 */
export function indexCodePoints(text: string, hasSurrogates = true): CodePoints {
  const pairs = hasSurrogates ? startsOfPairs(text) : []
  const length = text.length - pairs.length

  // Below: the k-th pair starts at UTF-16 offset pairs[k], which is code point pairs[k] - k.
  return {
    length,
    toCodePoint(offset) {
      assertWithin(offset, text.length)
      return (pairs.length === 0 ? offset : offset - countBefore(pairs, offset)) as CodePointOffset
    },
    toUtf16(offset) {
      assertWithin(offset, length)
      const before = partition(pairs.length, (k) => (pairs[k] ?? 0) - k < offset)
      return utf16(offset + before)
    },
  }
}

function startsOfPairs(text: string): readonly number[] {
  const starts: number[] = []
  const first = text.search(/[\ud800-\udbff]/)
  for (let at = first === -1 ? text.length : first; at < text.length - 1; at++) {
    if ((text.charCodeAt(at) & 0xfc00) === 0xd800 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00) {
      starts.push(at)
      at++
    }
  }
  return starts
}

/** How many of the ascending positions are less than this one. */
function countBefore(positions: readonly number[], offset: number): number {
  return partition(positions.length, (k) => (positions[k] ?? 0) < offset)
}

function assertWithin(offset: number, length: number): void {
  if (!Number.isInteger(offset) || offset < 0 || offset > length) {
    throw new RangeError(`position ${offset} is outside of a text of ${length}`)
  }
}
