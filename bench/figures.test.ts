import { expect, test } from 'vitest'
import { quantile, rowsOf } from './figures.ts'

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
  expect(rows.map(({ figure, median, p95, over50, runs }) => [figure, median, p95, over50, runs])).toEqual([
    ['open', 10, 30, undefined, 2],
    ['scroll-read', 16, 60, 1, 2],
  ])
})
