import { expect, test } from 'vitest'
import { partNamesOf } from './part-names.ts'
import { starterCodesByName } from './starter-codebook.ts'

let count = 0
const codes = starterCodesByName('en', () => `00000000-0000-4000-8000-${String(count++).padStart(12, '0')}`)

test('a code offers its own names for parts, else those of the nearest code above it', () => {
  const { 'rhetoric.antithesis': antithesis, 'rhetoric.pathos': pathos, rhetoric } = codes
  expect(partNamesOf(Object.values(codes), antithesis.id)).toEqual(['thesis', 'antithesis'])
  expect(partNamesOf(Object.values(codes), pathos.id)).toEqual([])
  const family = { ...rhetoric, parts: ['device'] }
  const below = { ...antithesis, id: pathos.id, parentId: antithesis.id, parts: [] }
  const others = Object.values(codes).filter(({ id }) => id !== rhetoric.id && id !== pathos.id)
  expect(partNamesOf([...others, family, pathos], pathos.id)).toEqual(['device'])
  expect(partNamesOf([...others, family, below], below.id)).toEqual(['thesis', 'antithesis'])
})
