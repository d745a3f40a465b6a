import { expect, test } from 'vitest'
import { loadSounds } from '#shared/codebook/sounds.ts'
import { starterCodesByName } from '#shared/codebook/starter-codebook.ts'
import type { CodeId } from '#shared/model/ids.ts'
import { rowsShown, type TreeView } from './rows-shown.ts'

const sounds = await loadSounds()
let next = 0
const newId = (): string => `00000000-0000-4000-8000-${String(next++).padStart(12, '0')}`
const byName = starterCodesByName('zh-CN', newId)
const codes = Object.values(byName)
const ALL: TreeView = { folded: new Set(), order: 'own', query: '', sounds, only: null }
const names = (view: Partial<TreeView>, counts = new Map<CodeId, number>()): readonly string[] =>
  rowsShown(codes, { ...ALL, ...view }, counts, 'zh-CN').map(({ code }) => code.name)

test('every code is shown once, each with its place among its siblings', () => {
  const rows = rowsShown(codes, ALL, new Map(), 'en')
  expect(rows).toHaveLength(codes.length)
  expect(rows.filter(({ depth }) => depth === 0).map(({ place, siblings }) => `${place}/${siblings}`)).toEqual([
    '1/3',
    '2/3',
    '3/3',
  ])
  expect(rows.every(({ place, siblings }) => place >= 1 && place <= siblings)).toBe(true)
})

test('what is folded away is not shown, unless one looks for it', () => {
  const folded = new Set([byName.rhetoric.id])
  expect(names({ folded })).not.toContain('隐喻')
  expect(names({ folded })).toContain('修辞')
  expect(names({ folded, query: 'yinyu' })).toEqual(['修辞', '隐喻'])
})

test('of a set only its codes are shown, with their families', () => {
  const only = new Set([byName['claim.fact'].id, byName['rhetoric.metaphor'].id])
  expect(names({ only })).toEqual(['主张', byName['claim.fact'].name, '修辞', '隐喻'])
  expect(names({ only, query: 'yy' })).toEqual(['修辞', '隐喻'])
})

test('siblings by use, the most used first, or by name', () => {
  const counts = new Map([
    [byName['claim.denial'].id, 5],
    [byName['claim.demand'].id, 9],
  ])
  expect(names({ order: 'use' }, counts).slice(0, 3)).toEqual([
    '主张',
    byName['claim.demand'].name,
    byName['claim.denial'].name,
  ])
  const claims = names({ order: 'name' }).slice(1, 1 + 6)
  expect(claims).toEqual([...claims].sort(new Intl.Collator('zh-CN').compare))
})
