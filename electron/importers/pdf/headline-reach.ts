import { boundsOf, groupsOf } from './lines.ts'
import type { Row, Segment } from './segments.ts'

/** Headlines are larger than the text by at least this factor. */
const LARGER = 1.2

/**
 * Rows in which headlines reach as far as they part what is above from what is below. A headline is
 * rarely as long as the columns are wide that it stands over: it reaches over the white behind it if
 * text begins below that, and over the whole page if it stands alone in the middle.
 */
export function withReach(rows: readonly Row[], bodySize: number): readonly Row[] {
  const bounds = boundsOf(rows)
  return rows.map((row, at) => {
    if (row.segments.length > MOST_PIECES || !row.segments.some(({ size }) => size > bodySize * LARGER)) return row
    if (isAcross(rows, at, bodySize, bounds)) {
      const [first] = row.segments
      return first === undefined ? row : { ...row, segments: [{ ...first, u0: bounds[0], u1: bounds[1] }] }
    }
    const segments = row.segments.map((segment): Segment => {
      if (segment.size <= bodySize * LARGER) return segment
      const reach = reachOf(rows, at, segment, bounds[1])
      return reach > segment.u1 ? { ...segment, u1: reach } : segment
    })
    return { ...row, segments }
  })
}

function isAcross(
  rows: readonly Row[],
  at: number,
  bodySize: number,
  [left, right]: readonly [number, number],
): boolean {
  const row = rows[at]
  if (row === undefined || !row.segments.every(({ size }) => size > bodySize * LARGER)) return false
  const middle = (left + right) / 2
  const isWide = (row.segments[0]?.u0 ?? left) < middle && (row.segments.at(-1)?.u1 ?? right) > middle
  const before = rows[at - 1]
  const next = rows[at + 1]
  const isAlone =
    (before === undefined || row.v - before.v > row.size * 0.9) &&
    (next === undefined || next.v - row.v > next.size * 0.9)
  return isWide && isAlone && groupsOf(row.segments, []).length === 1
}

/** Rows looked at above and below: a headline is not as high as many lines. */
const NEAR_ROWS = 40
/** A row with more segments is none of a page of text. */
const MOST_PIECES = 64

/** Where the white behind a headline ends, if text begins below it; else where the headline itself does. */
function reachOf(rows: readonly Row[], at: number, headline: Segment, right: number): number {
  const { u1, v, size } = headline
  let end = right
  let isOverText = false
  for (let index = Math.max(0, at - NEAR_ROWS); index < Math.min(rows.length, at + NEAR_ROWS); index++) {
    const row = rows[index]
    if (row === undefined || row.v < v - size || row.v > v + size || row.segments.length > MOST_PIECES) continue
    const behind = row.segments.find((segment) => segment !== headline && segment.u0 >= u1)
    if (behind === undefined) continue
    if (row.v < v + behind.size) end = Math.min(end, behind.u0)
  }
  for (let index = at + 1; index < Math.min(rows.length, at + NEAR_ROWS); index++) {
    const row = rows[index]
    if (row === undefined || row.v > v + size * 3 || row.segments.length > MOST_PIECES) break
    isOverText ||= row.segments.some(
      (segment) => segment.u0 >= u1 - size && segment.u1 < end && row.v >= v + segment.size,
    )
  }
  // The gutter before what stands beside the headline stays free.
  return isOverText ? end - size : u1
}
