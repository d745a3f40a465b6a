import type { PlacedCoding } from '#shared/query/placed-codings.ts'
import { partition } from '#shared/text/partition.ts'
import type { Block } from '#shared/transcript/reading.ts'
import type { Chunk } from './chunks.ts'

/** Where source positions stand in the whole transcript, from 0 at its top to 1 at its end, by the heights that its chunks are thought to have. */
export interface DocumentScale {
  readonly fractionOf: (offset: number) => number
  /** The source position at a fraction; the inverse of `fractionOf` up to rounding. */
  readonly offsetAt: (fraction: number) => number
  /** From where to where a chunk stands. */
  readonly chunkSpan: (chunk: number) => { readonly top: number; readonly bottom: number }
}

/** Makes the scale: linear within a chunk, in proportion to the chunks' estimated heights among them. */
export function documentScale(chunks: readonly Chunk[], blocks: readonly Block[]): DocumentScale {
  const tops = new Float64Array(chunks.length + 1)
  const starts = new Float64Array(chunks.length + 1)
  chunks.forEach((chunk, index) => {
    tops[index + 1] = (tops[index] ?? 0) + chunk.height
    starts[index] = blocks[chunk.first]?.span.start ?? 0
  })
  const whole = Math.max(1, tops[chunks.length] ?? 1)
  starts[chunks.length] = Math.max(blocks.at(-1)?.span.end ?? 0, starts[Math.max(0, chunks.length - 1)] ?? 0)
  const between = (from: Float64Array, to: Float64Array, value: number): number => {
    const behind = partition(chunks.length, (k) => (from[k] ?? 0) <= value)
    const index = Math.max(0, behind - 1)
    const low = from[index] ?? 0
    const high = from[index + 1] ?? low
    const share = high > low ? Math.min(1, Math.max(0, (value - low) / (high - low))) : 0
    return (to[index] ?? 0) + share * ((to[index + 1] ?? 0) - (to[index] ?? 0))
  }
  return {
    fractionOf: (offset) => between(starts, tops, offset) / whole,
    offsetAt: (fraction) => Math.round(between(tops, starts, fraction * whole)),
    chunkSpan: (chunk) => ({ top: (tops[chunk] ?? 0) / whole, bottom: (tops[chunk + 1] ?? whole) / whole }),
  }
}

/**
 * How many codings stand at each of `rows` rows of a strip, by column: one pass over them that notes where
 * each begins and ends, then a running sum. A coding takes one row at the least; one without a column is left out.
 */
export function heatOf(
  codings: readonly PlacedCoding[],
  scale: DocumentScale,
  columns: number,
  columnOf: (coding: PlacedCoding) => number | undefined,
  rows: number,
): readonly Uint32Array[] {
  const changes = Array.from({ length: columns }, () => new Int32Array(rows + 1))
  for (const coding of codings) {
    const column = changes[columnOf(coding) ?? -1]
    if (column === undefined) continue
    for (const {
      span: { start, end },
    } of coding.segment.anchors) {
      const first = Math.min(rows - 1, Math.floor(scale.fractionOf(start) * rows))
      const behind = Math.min(rows, Math.max(first + 1, Math.ceil(scale.fractionOf(end) * rows)))
      column[first] = (column[first] ?? 0) + 1
      column[behind] = (column[behind] ?? 0) - 1
    }
  }
  return changes.map((column) => {
    const sums = new Uint32Array(rows)
    let sum = 0
    for (let row = 0; row < rows; row++) {
      sum += column[row] ?? 0
      sums[row] = sum
    }
    return sums
  })
}
