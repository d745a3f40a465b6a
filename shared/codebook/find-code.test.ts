import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findCodes, matchesQuery } from './find-code.ts'
import { loadSounds } from './sounds.ts'
import { starterCodebook } from './starter-codebook.ts'

const sounds = await loadSounds()
let next = 0
const newId = () => `00000000-0000-4000-8000-${String(next++).padStart(12, '0')}`
const names = (query: string) => findCodes(starterCodebook('zh-CN', newId), query, sounds).map((code) => code.name)

test.each([
  ['隐喻', '喻'],
  ['隐喻', 'yinyu'],
  ['隐喻', 'Yin Yu'],
  ['隐喻', 'yy'],
  ['隐喻', 'yiny'],
  ['事实陈述', 'chen'],
  ['事实陈述', 'sscs'],
  ['绿化', 'lvhua'],
  ['重庆', 'chongqing'],
  ['重庆', 'cq'],
  ['银行', 'yinhang'],
  ['Us and them', 'UAT'],
  ['Us and them', 'and'],
  ['ＦＡＣＴ', 'fact'],
  ['5G 网络', '5gwl'],
  ['anything', ''],
])('%s answers to %s', (name, query) => {
  expect(matchesQuery(name, query, sounds)).toBe(true)
})

test.each([
  ['隐喻', 'x'],
  ['隐喻', 'inyu'],
  ['隐喻', 'yuyin'],
  ['隐喻', 'yinyux'],
  ['Metaphor', 'zz'],
  ['Metaphor', '-'],
])('%s does not answer to %s', (name, query) => {
  expect(matchesQuery(name, query, sounds)).toBe(false)
})

test('names that begin with it come before names that hold it, initials last', () => {
  expect(names('su')).toEqual(['诉诸人格', '诉诸情感', '诉诸理据'])
  expect(names('yu').slice(0, 2)).toEqual(['预测', '要求与呼吁'])
  expect(names('yu')).toContain('隐喻')
  expect(names('qg')).toEqual(['诉诸情感'])
  const english = findCodes(starterCodebook('en', newId), 'r', sounds).map((code) => code.name)
  expect(english.slice(0, 3)).toEqual(['Rhetoric', 'Repetition', 'Rhetorical question'])
  expect(english).toContain('Metaphor')
  expect(names('')).toHaveLength(29)
})

test('every beginning of a name finds it, whatever the script', () => {
  fc.assert(
    // Cut between characters as people see them: half of one may be no beginning once it is composed.
    fc.property(fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 })), fc.nat(), (characters, cut) => {
      expect(matchesQuery(characters.join(''), characters.slice(0, cut).join(''), sounds)).toBe(true)
    }),
  )
})

test('a Greek word is found as it is typed, its last sigma not yet known to be the last', () => {
  expect(matchesQuery('ΧΡΗΣΗ', 'χρης', sounds)).toBe(true)
  expect(matchesQuery('λόγος', 'λόγοσ', sounds)).toBe(true)
})

test('until the sounds have come, Chinese names are found by what they say', () => {
  expect(matchesQuery('比喻', '喻', null)).toBe(true)
  expect(matchesQuery('比喻', 'by', null)).toBe(false)
  expect(matchesQuery('5G 网络', '5g', null)).toBe(true)
  expect(matchesQuery('比喻', 'by', sounds)).toBe(true)
})
