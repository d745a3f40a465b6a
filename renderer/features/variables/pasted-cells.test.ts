import { expect, test } from 'vitest'
import type { SourceId } from '#shared/model/ids.ts'
import { cellsPasted } from './pasted-cells.ts'

const rows = ['s1', 's2'].map((id) => ({ id: id as SourceId }))
const paste = (text: string) => {
  const { cells, leftOut, isTable } = cellsPasted(text, rows, ['date', 'place'])
  return { values: cells.map(({ sourceId, name, value }) => `${sourceId} ${name} ${value}`), leftOut, isTable }
}

test('rows and columns fill the table from a cell on', () => {
  expect(paste('a\tb\r\nc\td\r\n')).toEqual({
    values: ['s1 date a', 's1 place b', 's2 date c', 's2 place d'],
    leftOut: 0,
    isTable: true,
  })
})

test('what reaches beyond the table is counted, where it says something', () => {
  expect(paste('a\tb\tc\t \nd\ne\tf')).toMatchObject({ values: ['s1 date a', 's1 place b', 's2 date d'], leftOut: 3 })
  expect(cellsPasted('a\nb', rows.slice(1), ['date'])).toMatchObject({ leftOut: 1, isTable: true })
})

test('one value is no table', () => {
  expect(paste('a value\n')).toEqual({ values: ['s1 date a value'], leftOut: 0, isTable: false })
  expect(paste('')).toMatchObject({ leftOut: 0, isTable: false })
})
