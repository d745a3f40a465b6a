import { expect, test } from 'vitest'
import { keyProblem, nameProblem, RESERVED_KEYS } from './rules.ts'
import { starterCodesByName } from './starter-codebook.ts'

let next = 0
const byName = starterCodesByName('en', () => `00000000-0000-4000-8000-${String(next++).padStart(12, '0')}`)
const codes = Object.values(byName)
const claim = byName.claim.id

test('a name is not empty and differs from its siblings by more than case', () => {
  expect(nameProblem(codes, null, claim, '  ')).toEqual({ reason: 'empty' })
  expect(nameProblem(codes, null, claim, ' EVALUATION ')).toEqual({
    reason: 'taken',
    by: byName['claim.evaluation'].id,
  })
  expect(nameProblem(codes, byName['claim.evaluation'].id, claim, 'evaluation')).toBeNull()
  expect(nameProblem(codes, null, byName.topic.id, 'Evaluation')).toBeNull()
  expect(nameProblem(codes, null, null, 'claim')).toEqual({ reason: 'taken', by: claim })
})

test('commands keep their keys', () => {
  for (const key of ['s', 'd', 't', 'i', 'x', '[', ']', '?', '/', 'enter', 'delete']) {
    expect(RESERVED_KEYS.has(key), key).toBe(true)
  }
  expect(keyProblem(codes, null, 'S')).toEqual({ reason: 'reserved' })
})

test('a key is one character that no other code has', () => {
  expect(keyProblem(codes, null, 'm')).toEqual({ reason: 'taken', by: byName['rhetoric.metaphor'].id })
  expect(keyProblem(codes, byName['rhetoric.metaphor'].id, 'M')).toBeNull()
  expect(keyProblem(codes, null, '')).toEqual({ reason: 'not-one-character' })
  expect(keyProblem(codes, null, 'ab')).toEqual({ reason: 'not-one-character' })
  expect(keyProblem(codes, null, ' ')).toEqual({ reason: 'not-one-character' })
  expect(keyProblem(codes, null, '\t')).toEqual({ reason: 'not-one-character' })
  expect(keyProblem(codes, null, 'b')).toBeNull()
})
