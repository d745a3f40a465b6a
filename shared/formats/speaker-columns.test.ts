import { expect, test } from 'vitest'
import type { Case } from '#shared/model/case.ts'
import { speakerColumnsOf } from './speaker-columns.ts'

const person = (name: string, speakers: readonly string[], attributes: Record<string, string>): Case =>
  ({ id: name, name, speakers, attributes, createdAt: '' }) as unknown as Case

test('each speaker is called by one name, with the attributes of the case', () => {
  const { header, cellsOf } = speakerColumnsOf(
    [person('Hale', ['DR. HALE', 'HALE'], { party: 'Green', Name: 'x' }), person('Q', ['Q'], { role: 'journalist' })],
    ['speaker'],
  )
  expect(header).toEqual(['speaker.name', 'speaker.Name_2', 'speaker.party', 'speaker.role'])
  expect(cellsOf('HALE')).toEqual(['Hale', 'x', 'Green', ''])
  expect(cellsOf('Q')).toEqual(['Q', '', '', 'journalist'])
  expect(cellsOf('constructor')).toEqual(['constructor', '', '', ''])
  expect(cellsOf('')).toEqual(['', '', '', ''])
})

test('a project without cases has no such columns', () => {
  const { header, cellsOf } = speakerColumnsOf([], [])
  expect([header, cellsOf('Ann')]).toEqual([[], []])
})
