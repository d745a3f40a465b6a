import { expect, test } from 'vitest'
import { cellsPasted } from './pasted-cells.ts'

const paste = (text: string, first = 0) => {
  const { cells, leftOut, isTable } = cellsPasted(text, ['date', 'place'], first, 2)
  return { values: cells.map(({ row, name, value }) => `${row} ${name} ${value}`), leftOut, isTable }
}

test('rows and columns fill the table from a cell on', () => {
  expect(paste('a\tb\r\nc\td\r\n')).toEqual({
    values: ['0 date a', '0 place b', '1 date c', '1 place d'],
    leftOut: 0,
    isTable: true,
  })
})

test('what reaches beyond the table is counted, where it says something', () => {
  expect(paste('a\tb\tc\t \nd\ne\tf')).toMatchObject({ values: ['0 date a', '0 place b', '1 date d'], leftOut: 3 })
  expect(paste('a\nb', 1)).toMatchObject({ values: ['1 date a'], leftOut: 1, isTable: true })
})

test('one value is no table', () => {
  expect(paste('a value\n')).toEqual({ values: ['0 date a value'], leftOut: 0, isTable: false })
  expect(paste('')).toMatchObject({ leftOut: 0, isTable: false })
})
