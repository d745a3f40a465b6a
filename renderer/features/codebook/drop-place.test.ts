import { expect, test } from 'vitest'
import { starterCodesByName } from '#shared/codebook/starter-codebook.ts'
import { dropPlace } from './drop-place.ts'

let next = 0
const by = starterCodesByName('en', () => `00000000-0000-4000-8000-${String(next++).padStart(12, '0')}`)
const codes = Object.values(by)
const fact = by['claim.fact']
const demand = by['claim.demand']
const closed = { isOpen: false }

test('a code lands before, in or after another one', () => {
  const over = (at: number) => dropPlace(codes, demand.id, { code: fact, ...closed }, at, true)
  expect(over(0.1)).toEqual({ targetId: fact.id, where: 'before' })
  expect(over(0.5)).toEqual({ targetId: fact.id, where: 'into' })
  expect(over(0.9)).toEqual({ targetId: fact.id, where: 'after' })
})

test('behind an open family is before its first code, before it is into it', () => {
  const over = (at: number) => dropPlace(codes, by['rhetoric.metaphor'].id, { code: by.claim, isOpen: true }, at, true)
  expect(over(0.9)).toEqual({ targetId: fact.id, where: 'before' })
  expect(over(0.1)).toEqual({ targetId: by.claim.id, where: 'into' })
})

test('families stand among families; nothing lands in itself', () => {
  expect(dropPlace(codes, by.claim.id, { code: by.topic, isOpen: true }, 0.8, true)).toEqual({
    targetId: by.topic.id,
    where: 'after',
  })
  expect(dropPlace(codes, by.claim.id, { code: fact, ...closed }, 0.5, true)).toBeNull()
  expect(dropPlace(codes, fact.id, { code: fact, ...closed }, 0.1, true)).toBeNull()
})

test('where another order is shown a code only goes into another one', () => {
  expect(dropPlace(codes, demand.id, { code: fact, ...closed }, 0.1, false)).toEqual({
    targetId: fact.id,
    where: 'into',
  })
  expect(dropPlace(codes, by.claim.id, { code: by.topic, ...closed }, 0.1, false)).toBeNull()
})
