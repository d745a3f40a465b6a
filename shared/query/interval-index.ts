import type { TextSpan } from '#shared/model/text-span.ts'
import { partition } from '#shared/text/partition.ts'

/** Finds, among many spans, those that touch a place, without looking at all of them. */
export interface IntervalIndex<T> {
  /** The items that share a character with [start, end), UTF-16, half-open; in order of start. */
  readonly overlapping: (start: number, end: number) => readonly T[]
  /** The items that hold the character at `offset`. */
  readonly at: (offset: number) => readonly T[]
  /** All items in order of start, longer ones first. */
  readonly inOrder: readonly T[]
}

const BLOCK = 64

/**
 * Builds the index: items sorted by start, and for each block of 64 the greatest end, so that whole
 * blocks that end before the place are passed over. Built in O(n log n), asked in about O(log n + hits).
 */
export function intervalIndex<T>(items: readonly T[], spanOf: (item: T) => TextSpan): IntervalIndex<T> {
  const entries = items.map((item) => ({ item, span: spanOf(item) }))
  entries.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
  const starts = Float64Array.from(entries, ({ span }) => span.start)
  const ends = Float64Array.from(entries, ({ span }) => span.end)
  const blockEnds = new Float64Array(Math.ceil(entries.length / BLOCK))
  ends.forEach((end, index) => {
    const block = Math.floor(index / BLOCK)
    blockEnds[block] = Math.max(blockEnds[block] ?? 0, end)
  })

  const overlapping = (start: number, end: number): readonly T[] => {
    const found: T[] = []
    const behind = partition(starts.length, (k) => (starts[k] ?? 0) < end)
    for (let block = 0; block * BLOCK < behind; block++) {
      if ((blockEnds[block] ?? 0) <= start) continue
      const last = Math.min(behind, (block + 1) * BLOCK)
      for (let index = block * BLOCK; index < last; index++) {
        const entry = entries[index]
        if (entry !== undefined && entry.span.end > start) found.push(entry.item)
      }
    }
    return found
  }

  return {
    overlapping,
    at: (offset) => overlapping(offset, offset + 1),
    inOrder: entries.map(({ item }) => item),
  }
}
