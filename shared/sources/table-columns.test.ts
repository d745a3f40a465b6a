import fc from 'fast-check'
import { expect, test } from 'vitest'
import { added, type Column, columnsWith, removed, renamed } from './table-columns.ts'

const seen = (columns: readonly Column[]) => columns.flatMap(({ name, isRemoved }) => (isRemoved ? [] : [name]))

test('columns keep their places, whatever is in use later', () => {
  const name = fc.constantFrom('a', 'b', 'c', 'd', '1', '__proto__')
  fc.assert(
    fc.property(fc.array(fc.uniqueArray(name), { maxLength: 8 }), (states) => {
      let columns: readonly Column[] = []
      for (const used of states) {
        const before = columns
        columns = columnsWith(columns, used)
        expect(columns.slice(0, before.length).map(({ key }) => key)).toEqual(before.map(({ key }) => key))
        expect(seen(columns)).toEqual(expect.arrayContaining(used))
        expect(columnsWith(columns, [...used].reverse())).toBe(columns)
        expect(new Set(columns.map(({ key }) => key)).size).toBe(columns.length)
      }
    }),
  )
})

test('a column goes with its new name, and back', () => {
  const start = columnsWith([], ['date', 'place'])
  const after = columnsWith(start, ['place', 'day'])
  expect(seen(after)).toEqual(['day', 'place'])
  expect(seen(columnsWith(after, ['date', 'place']))).toEqual(['date', 'place'])
  // A removed or an empty column of that name makes no second one.
  const hidden = removed(columnsWith(start, ['date']), 1)
  expect(seen(columnsWith(hidden, ['place']))).toEqual(['place'])
  expect(seen(columnsWith(added(start, 'day'), ['day', 'place']))).toEqual(['day', 'place'])
})

test('an empty column is added last, is renamed, and takes the values of its likes', () => {
  const columns = added(columnsWith([], ['date']), 'place')
  expect(seen(columns)).toEqual(['date', 'place'])
  expect(seen(renamed(columns, 1, 'town'))).toEqual(['date', 'town'])
  expect(seen(columnsWith(columns, ['Place', 'date']))).toEqual(['date', 'Place'])
  // What was emptied stays.
  expect(seen(columnsWith(columns, []))).toEqual(['date', 'place'])
})

test('a removed column comes back where it stood, and last when it is added anew', () => {
  const columns = removed(columnsWith(columnsWith([], ['date', 'place']), ['place']), 0)
  expect(seen(columns)).toEqual(['place'])
  expect(seen(columnsWith(columns, ['place', 'date']))).toEqual(['date', 'place'])
  expect(seen(added(columns, 'date'))).toEqual(['place', 'date'])
})
