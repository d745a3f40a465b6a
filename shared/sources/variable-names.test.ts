import { expect, test } from 'vitest'
import { sameNamed, variableNames } from './variable-names.ts'

test('names are told in the order in which they are met', () => {
  expect(variableNames([{ variables: { 媒体: 'a' } }, { variables: { 日期: 'b', 媒体: 'c' } }])).toEqual([
    '媒体',
    '日期',
  ])
})

test.each([
  ['date', 'date'],
  ['Place', 'place'],
  [' ｄａｔｅ ', 'Date'],
  ['date ', 'Date'],
  ['outlet', undefined],
])('%s counts as %s', (name, found) => {
  expect(sameNamed(['Date', 'date', 'place'], name)).toBe(found)
})
