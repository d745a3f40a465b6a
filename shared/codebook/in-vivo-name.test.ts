import { expect, test } from 'vitest'
import { inVivoName } from './in-vivo-name.ts'

test('words name a code without what stands around them', () => {
  expect(inVivoName(' “一座桥，\n一条心”。')).toBe('一座桥， 一条心')
  expect(inVivoName('(hard  times),')).toBe('hard times')
})

test('what is nothing but punctuation stays, and what is long is cut between characters', () => {
  expect(inVivoName('？！')).toBe('？！')
  expect(inVivoName(' \n')).toBe('')
  const long = inVivoName('𠀀'.repeat(90))
  expect([...long]).toHaveLength(60)
  expect(long).toBe(`${'𠀀'.repeat(59)}…`)
})
