import { expect, it } from 'vitest'
import type { SourceId } from '#shared/model/ids.ts'
import { pickerNames } from './picker-names.ts'

it('adds the file name where names are the same, and a number where files are called the same too', () => {
  const sources = [
    ['bridge', 'bridge.txt'],
    ['road', 'road.txt'],
    ['road', 'road.docx'],
    ['ferry', 'ferry.txt'],
    ['ferry', 'ferry.txt'],
  ].map(([name = '', fileName = ''], index) => ({ id: String(index) as SourceId, name, fileName }))
  expect([...pickerNames(sources).values()]).toEqual([
    'bridge',
    'road (road.txt)',
    'road (road.docx)',
    'ferry (ferry.txt, 1)',
    'ferry (ferry.txt, 2)',
  ])
})
