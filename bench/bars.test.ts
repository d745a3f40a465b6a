import { expect, test } from 'vitest'
import { barsOf, isMet } from './bars.ts'
import type { Figure, Subject } from './figures.ts'
import type { Row } from './rows.ts'
import { EXPORT_SIZE, type Size, TEXT_SIZES } from './sizes.ts'

function rowOf(figure: Figure, subject: Subject, size: Size, median: number, more: Partial<Row> = {}): Row {
  return { figure, subject, ...size, median, p95: median, unit: 'ms', runs: 1, values: 1, ...more }
}

const MILLION: Size = { characters: 1_000_000, codings: 10_000 }

test('ratios are of medians of the same size, and what was not measured is no bar that is met', () => {
  const bars = barsOf([rowOf('open', 'lectern', MILLION, 300), rowOf('open', 'recogito-fastest', MILLION, 1500)])
  const [ofLibrary, ofFloor] = bars
  expect(ofLibrary).toMatchObject({ is: 0.2, atMost: 0.25 })
  expect(ofLibrary && isMet(ofLibrary)).toBe(true)
  expect(ofFloor).toMatchObject({ is: null })
  expect(ofFloor && isMet(ofFloor)).toBe(false)
})

test('acts are counted in frames, scrolling in slow frames', () => {
  const bars = barsOf([
    rowOf('open', 'lectern', MILLION, 300),
    rowOf('add', 'lectern', MILLION, 34, { frames: { median: 2, p95: 3 } }),
    rowOf('scroll-drag', 'lectern', MILLION, 16.7, { over50: 3 }),
  ])
  const missed = bars.filter((bar) => bar.is !== null && !isMet(bar))
  expect(missed.map(({ name, is, atMost }) => [name, is, atMost])).toEqual([
    ['adding 1M / 10k, frames', 2, 1],
    ['scroll-drag 1M / 10k, frames over 50 ms', 3, 0],
  ])
})

test('the export is held against csv-stringify at 100,000 rows alone', () => {
  const other: Size = { ...EXPORT_SIZE, sources: 20, codings: 2_000, characters: 80_000 }
  const rows = [EXPORT_SIZE, other].flatMap((size, index) => [
    rowOf('export', 'lectern', size, 150 * (index + 1)),
    rowOf('export', 'csv-stringify', size, 100),
  ])
  expect(barsOf(rows).at(-1)).toMatchObject({ is: 1.5, atMost: 2 })
  expect(EXPORT_SIZE.codings).toBe(100_000)
})

test('every bar of a size that was measured is listed', () => {
  const bars = barsOf(TEXT_SIZES.map((size) => rowOf('open', 'lectern', size, 100)))
  expect(bars).toHaveLength(3 + 4 + 1 + 4 + 3 * 4 + 1 + 1)
})
