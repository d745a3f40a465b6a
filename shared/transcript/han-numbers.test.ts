import { expect, it } from 'vitest'
import { numberOf } from './han-numbers.ts'

it.each([
  ['一', 1],
  ['九', 9],
  ['十', 10],
  ['十二', 12],
  ['二十', 20],
  ['九十九', 99],
  ['7', 7],
  ['12', 12],
  ['', 0],
  ['甲', 0],
  ['一二', 0],
] as const)('%s is %d', (words, number) => {
  expect(numberOf(words)).toBe(number)
})
