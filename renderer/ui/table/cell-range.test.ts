import { expect, test } from 'vitest'
import { emptied, filledDown, isInRange } from './cell-range.ts'

const VALUES = ['a', 'b', 'c', 'd']
const fill = (from: number, to: number) =>
  filledDown({ column: 0, from, to }, 'date', (row) => VALUES[row] ?? '').map(({ row, value }) => `${row}${value}`)

test('a range is filled from its uppermost cell, whichever way it was chosen; a single cell from the one above', () => {
  expect(fill(1, 3)).toEqual(['2b', '3b'])
  expect(fill(3, 1)).toEqual(['2b', '3b'])
  expect(fill(2, 2)).toEqual(['2b'])
  expect(fill(0, 0)).toEqual([])
})

test('a range is emptied whole', () => {
  expect(emptied({ column: 0, from: 2, to: 1 }, 'date')).toEqual([
    { row: 1, name: 'date', value: '' },
    { row: 2, name: 'date', value: '' },
  ])
})

test('one cell alone is no range', () => {
  expect(isInRange({ column: 0, from: 1, to: 1 }, 0, 1)).toBe(false)
  expect(isInRange({ column: 0, from: 2, to: 1 }, 0, 1)).toBe(true)
  expect(isInRange({ column: 1, from: 2, to: 1 }, 0, 1)).toBe(false)
  expect(isInRange(null, 0, 1)).toBe(false)
})
