import { expect, test } from 'vitest'
import { starterCodesByName } from '#shared/codebook/starter-codebook.ts'
import { pinnedCodes, quickCodes } from './quick-codes.ts'

let next = 0
const byName = starterCodesByName('en', () => `00000000-0000-4000-8000-${String(next++).padStart(12, '0')}`)
const codes = Object.values(byName)

test('pinned codes stand as their digits do on the keyboard', () => {
  expect(pinnedCodes(codes).map(({ key }) => key)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'])
})

test('the quick list begins with what was applied last, and has no code twice', () => {
  const recent = [byName['rhetoric.metaphor'].id, byName['claim.fact'].id, byName.claim.id]
  const list = quickCodes(codes, recent)
  expect(list.slice(0, 3).map(({ key }) => key)).toEqual(['m', '1', '2'])
  expect(new Set(list).size).toBe(8)
})
