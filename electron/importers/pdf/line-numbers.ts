import type { Row, Segment } from './segments.ts'

/** In font sizes: the numbers of a page stand in a column no wider than this. */
const WIDEST = 3
const FEWEST = 5

/**
 * Takes the numbers of lines that court transcripts and drafts print in the margin out of the rows of
 * a page: a column of numbers at the left that count up by one, or by five, at even distances.
 */
export function withoutLineNumbers(rows: readonly Row[]): { readonly rows: readonly Row[]; readonly numbers: string } {
  const nothing = { rows, numbers: '' }
  const found = new Map<Row, Segment>()
  for (const row of rows) {
    const [segment] = row.segments
    if (segment !== undefined && /^\d{1,4}$/.test(segment.text)) found.set(row, segment)
  }
  const margin = borderOf([...found.values()])
  if (margin === null) return nothing
  for (const [row, segment] of found) if (segment.u1 > margin) found.delete(row)
  if (found.size < FEWEST || !countsUp([...found.entries()])) return nothing
  if (
    rows.some(
      ({ segments }) =>
        (segments[found.size > 0 && /^\d{1,4}$/.test(segments[0]?.text ?? '') ? 1 : 0]?.u0 ?? margin) < margin,
    )
  )
    return nothing
  return {
    rows: rows.flatMap((row): readonly Row[] => {
      if (!found.has(row)) return [row]
      const segments = row.segments.slice(1)
      return segments.length === 0 ? [] : [{ ...row, segments }]
    }),
    numbers: [...found.values()].map(({ text }) => text).join(' '),
  }
}

/** How far the column of numbers may reach to the right. */
function borderOf(segments: readonly Segment[]): number | null {
  const left = segments.reduce((least, { u0 }) => Math.min(least, u0), Number.POSITIVE_INFINITY)
  const near = segments.filter(({ u0, size }) => u0 < left + size * WIDEST)
  if (near.length < FEWEST) return null
  return near.reduce((most, { u1 }) => Math.max(most, u1), left)
}

function countsUp(entries: readonly (readonly [Row, Segment])[]): boolean {
  const steps = entries.slice(1).map(([row, { text }], at) => {
    const [before, number] = entries[at] ?? [row, { text }]
    return { by: Number(text) - Number(number.text), down: row.v - before.v }
  })
  const by = steps[0]?.by === 5 ? 5 : 1
  const downs = steps.map(({ down }) => down).sort((a, b) => a - b)
  const usual = downs[Math.floor(downs.length / 2)] ?? 0
  const even = steps.filter((step) => step.by === by && Math.abs(step.down - usual) < usual * 0.25)
  return even.length >= steps.length * 0.8
}
