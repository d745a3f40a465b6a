import { expect, test } from 'vitest'
import { quantile, rowsOf } from './rows.ts'

test('quantiles are values that were measured, by nearest rank', () => {
  const values = [9, 1, 5, 3, 7]
  expect(quantile(values, 0.5)).toBe(5)
  expect(quantile(values, 0.95)).toBe(9)
  expect(quantile([4, 2], 0.5)).toBe(2)
  expect(() => quantile([], 0.5)).toThrow()
})

test('the runs of a subject are pooled, and slow frames are counted', () => {
  const size = { characters: 10, codings: 1 }
  const rows = rowsOf('floor', size, [
    { open: [10], 'scroll-read': [16, 60] },
    { open: [30], 'scroll-read': [16, 16] },
  ])
  expect(
    rows.map(({ figure, median, p95, over50, runs, values }) => [figure, median, p95, over50, runs, values]),
  ).toEqual([
    ['open', 10, 30, undefined, 2, 2],
    ['scroll-read', 16, 60, 1, 2, 4],
  ])
})

test('of an act it is told in which frame it was shown, and a run that lacks a figure does not count for it', () => {
  const [row] = rowsOf('lectern', { characters: 10, codings: 1, sources: 2, codes: 3 }, [
    {
      add: [
        { ms: 18.04, frames: 1 },
        { ms: 40, frames: 2 },
        { ms: 17, frames: 1 },
      ],
    },
    {},
  ])
  expect(row).toEqual({
    figure: 'add',
    subject: 'lectern',
    characters: 10,
    codings: 1,
    sources: 2,
    codes: 3,
    median: 18,
    p95: 40,
    frames: { median: 1, p95: 2 },
    unit: 'ms',
    runs: 1,
    values: 3,
  })
})
