import { expect, test } from 'vitest'
import { optionsOf } from './options.ts'
import { PROJECT_SIZES, TEXT_SIZES } from './sizes.ts'

test('everything is measured unless told', () => {
  const options = optionsOf([])
  expect(options).toMatchObject({ texts: TEXT_SIZES, projects: PROJECT_SIZES, rounds: 3, limit: 180_000, from: null })
  expect(options.isWanted('floor')).toBe(true)
})

test('sizes are the first so many, or from one to another', () => {
  expect(optionsOf(['--sizes', '2']).texts).toEqual(TEXT_SIZES.slice(0, 2))
  expect(optionsOf(['--sizes', '3-4']).texts).toEqual(TEXT_SIZES.slice(2, 4))
  expect(optionsOf(['--projects', '0']).projects).toEqual([])
})

test('the small one is the smallest of each, once; what is said besides counts', () => {
  const options = optionsOf(['--small', '--sizes', '0', '--subjects', 'lectern,floor'])
  expect(options).toMatchObject({ texts: [], projects: PROJECT_SIZES.slice(0, 1), rounds: 1, isSmall: true })
  expect([options.isWanted('floor'), options.isWanted('recogito-default')]).toEqual([true, false])
})

test('what makes no sense is refused with the list of what does', () => {
  expect(() => optionsOf(['--rounds', 'many'])).toThrow(/not a number.*--rounds/su)
  expect(() => optionsOf(['--subjects', 'word'])).toThrow(/no subject word/u)
  expect(() => optionsOf(['--loud'])).toThrow(/--loud/u)
})
