import { expect, test } from 'vitest'
import { LANGUAGES } from '#shared/messages/message.ts'
import { isCode } from '#shared/model/code.ts'
import { keyProblem, nameProblem } from './rules.ts'
import { starterCodebook, starterCodesByName } from './starter-codebook.ts'
import { STARTER_CODE_NAMES, STARTER_TEXTS } from './starter-texts.ts'
import { childrenOf, inTreeOrder } from './tree.ts'

function countingIds(): () => string {
  let next = 0
  return () => `00000000-0000-4000-8000-${String(next++).padStart(12, '0')}`
}

test.each(LANGUAGES)('the starter codebook obeys the rules of a codebook, %s', (language) => {
  const codes = starterCodebook(language, countingIds())
  expect(codes.filter((code) => !isCode(code))).toEqual([])
  expect(codes.filter((code) => nameProblem(codes, code.id, code.parentId, code.name) !== null)).toEqual([])
  expect(codes.filter((code) => code.key !== null && keyProblem(codes, code.id, code.key) !== null)).toEqual([])
  expect(new Set(codes.map((code) => code.id)).size).toBe(codes.length)
  expect(inTreeOrder(codes).map((row) => row.code)).toEqual(codes)
})

test('it has three families that cannot be applied, drawn in three manners', () => {
  const codes = starterCodebook('en', countingIds())
  const roots = childrenOf(codes, null)
  expect(roots.map((root) => [root.family?.slug, root.family?.manner, root.isCodable])).toEqual([
    ['claim', 'tint', false],
    ['topic', 'underline', false],
    ['rhetoric', 'wave', false],
  ])
  expect(roots.map((root) => childrenOf(codes, root.id).length)).toEqual([6, 8, 12])
  for (const root of roots) {
    const children = childrenOf(codes, root.id)
    expect(new Set(children.map((code) => code.colour)).size).toBe(children.length)
    expect(children.every((code) => code.isCodable && code.key !== null && code.family === null)).toBe(true)
  }
})

test('both languages have the same codes, keys, fields and values', () => {
  const zh = starterCodebook('zh-CN', countingIds())
  const en = starterCodebook('en', countingIds())
  const bones = (codes: typeof zh) =>
    codes.map(({ id, parentId, colour, key, position, family }) => ({
      id,
      parentId,
      colour,
      key,
      position,
      fields: family?.fields.map((field) => [field.name, field.type, field.choices.map((choice) => choice.value)]),
    }))
  expect(bones(zh)).toEqual(bones(en))
})

test('a code is found by its lasting name', () => {
  const codes = starterCodesByName('zh-CN', countingIds())
  expect(Object.keys(codes)).toEqual(STARTER_CODE_NAMES)
  expect(codes['rhetoric.metaphor']).toMatchObject({ name: '隐喻', key: 'm', parentId: codes.rhetoric.id })
  expect(codes.claim.family?.fields.map((field) => field.name)).toEqual([
    'claimant',
    'addressee',
    'stance',
    'proposition',
    'responsiveness',
  ])
})

test.each(STARTER_CODE_NAMES)('%s is explained in both languages, with examples', (name) => {
  const { zh, en } = STARTER_TEXTS[name]
  for (const text of [...Object.values(zh), ...Object.values(en)].flat()) expect(text.trim()).toBe(text)
  expect(zh.definition).toMatch(/\p{Script=Han}.*[。？]$/u)
  expect(en.definition).toMatch(/^[A-Z].*[.?]$/)
  for (const text of [zh.include, zh.exclude]) expect(text).toMatch(/[。”]$/u)
  for (const text of [en.include, en.exclude]) expect(text).toMatch(/[.”]$/u)
})
