import type { Row, Segment } from './segments.ts'

/** White space that runs down between columns: from `u0` to `u1`, in the rows [first, end). */
export interface Gutter {
  readonly u0: number
  readonly u1: number
  readonly first: number
  readonly end: number
}

interface Strip {
  u0: number
  u1: number
  readonly first: number
  /** Rows with text before it, and rows with text behind it. */
  before: number
  behind: number
}

/** In font sizes of the body. */
const NARROWEST_GUTTER = 0.7
/** Through so many lines white of at least that width must run: gaps between words meet too, but not for long. */
const FEWEST_LINES: readonly (readonly [width: number, lines: number])[] = [
  [1.6, 2],
  [1, 4],
  [NARROWEST_GUTTER, 6],
]
/** Followed at the same time; no page has so many columns. */
const MOST_STRIPS = 64

/**
 * Finds the gutters of a page: strips of white that go down through several rows with text on both
 * sides. Each row narrows the strips that come down to it and ends those that it crosses, so
 * headlines part what is above from what is below, and gaps between words never last. Linear in the
 * number of segments.
 */
export function findGutters(rows: readonly Row[], bodySize: number): readonly Gutter[] {
  const gutters: Gutter[] = []
  let strips: Strip[] = []
  const left = rows.reduce((least, { segments }) => Math.min(least, segments[0]?.u0 ?? least), Number.POSITIVE_INFINITY)
  const right = rows.reduce((most, { segments }) => Math.max(most, segments.at(-1)?.u1 ?? most), 0)
  const finish = (strip: Strip, end: number): void => {
    const width = (strip.u1 - strip.u0) / bodySize
    const [, fewest] = FEWEST_LINES.find(([least]) => width >= least) ?? [0, Number.POSITIVE_INFINITY]
    // Columns whose lines do not stand on the same heights have several rows to a line.
    const lines = 1 + ((rows[end - 1]?.v ?? 0) - (rows[strip.first]?.v ?? 0)) / bodySize
    const isInside = strip.u0 > left && strip.u1 < right
    if (isInside && Math.min(strip.before, strip.behind, lines) >= fewest)
      gutters.push({ u0: strip.u0, u1: strip.u1, first: topOf(strip, rows), end })
  }

  rows.forEach((row, index) => {
    const gaps = gapsOf(row.segments, left, right)
    const next: Strip[] = []
    const taken = new Set<string>()
    const keep = (strip: Strip): void => {
      const key = `${strip.u0.toFixed(1)} ${strip.u1.toFixed(1)}`
      if (taken.has(key) || next.length >= MOST_STRIPS) return
      taken.add(key)
      next.push(strip)
    }
    for (const strip of strips) {
      const narrowed = narrow(strip, gaps, bodySize)
      if (narrowed === null) finish(strip, index)
      else keep(narrowed)
    }
    for (const [u0, u1] of gaps) {
      const isFollowed = next.some((strip) => strip.u0 >= u0 && strip.u1 <= u1)
      if (!isFollowed && u1 - u0 >= NARROWEST_GUTTER * bodySize) keep({ u0, u1, first: index, before: 0, behind: 0 })
    }
    for (const strip of next) {
      if ((row.segments[0]?.u1 ?? right) <= strip.u0) strip.before++
      if ((row.segments.at(-1)?.u0 ?? left) >= strip.u1) strip.behind++
    }
    strips = next
  })
  for (const strip of strips) finish(strip, rows.length)
  return withoutDoubles(gutters)
}

type Gap = readonly [u0: number, u1: number]

/** The white of a row, margins included. */
function gapsOf(segments: readonly Segment[], left: number, right: number): readonly Gap[] {
  const gaps: Gap[] = []
  let from = left
  for (const { u0, u1 } of segments) {
    if (u0 > from) gaps.push([from, u0])
    from = Math.max(from, u1)
  }
  if (from < right) gaps.push([from, right])
  return gaps
}

/** What is left of a strip in a row with these gaps. */
function narrow(strip: Strip, gaps: readonly Gap[], bodySize: number): Strip | null {
  let best: Gap | null = null
  for (const [u0, u1] of gaps) {
    const from = Math.max(u0, strip.u0)
    const to = Math.min(u1, strip.u1)
    if (to - from >= NARROWEST_GUTTER * bodySize && (best === null || to - from > best[1] - best[0])) best = [from, to]
  }
  return best === null ? null : { ...strip, u0: best[0], u1: best[1] }
}

/** A strip may have been seen late, beside a wider one; it begins where something crosses it. */
function topOf({ u0, u1, first }: Strip, rows: readonly Row[]): number {
  let top = first
  while (top > 0 && rows[top - 1]?.segments.some((segment) => segment.u0 < u1 && segment.u1 > u0) === false) top--
  return top
}

/** Of gutters that lie in each other's place in the same rows the one that goes farther down is kept. */
function withoutDoubles(gutters: readonly Gutter[]): readonly Gutter[] {
  const kept: Gutter[] = []
  for (const gutter of [...gutters].sort((a, b) => b.end - b.first - (a.end - a.first)).slice(0, 512)) {
    const isDouble = kept.some(
      ({ u0, u1, first, end }) => u0 < gutter.u1 && gutter.u0 < u1 && first <= gutter.first && gutter.end <= end,
    )
    if (!isDouble) kept.push(gutter)
  }
  return kept.sort((a, b) => a.u0 - b.u0)
}
