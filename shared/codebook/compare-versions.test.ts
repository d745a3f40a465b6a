import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Code } from '#shared/model/code.ts'
import type { CodeId } from '#shared/model/ids.ts'
import { compareCodebooks } from './compare-versions.ts'

function code(id: string, parent: string | null, more: Partial<Code> = {}): Code {
  return {
    id: id as CodeId,
    parentId: parent as CodeId | null,
    name: id,
    definition: '',
    include: '',
    exclude: '',
    colour: 'blue',
    key: null,
    isCodable: parent !== null,
    position: 0,
    family: parent === null ? { slug: id, manner: 'tint', fields: [] } : null,
    ...more,
  }
}

const BEFORE = [
  code('claim', null),
  code('fact', 'claim', { definition: 'What is the case' }),
  code('demand', 'claim'),
  code('figure', 'fact'),
]

test('a code that came, one that went, one renamed, moved and defined anew', () => {
  const after = [
    code('claim', null),
    code('fact', 'claim', { definition: 'What is said to be the case', example: '“Rain fell.”' }),
    code('figure', 'claim', { name: 'Number' }),
    code('wish', 'claim', { definition: 'What should be' }),
  ]
  const found = compareCodebooks(BEFORE, after)
  expect(found.map(({ kind, path }) => [kind, path.join('/')])).toEqual([
    ['changed', 'claim/fact'],
    ['changed', 'claim/Number'],
    ['added', 'claim/wish'],
    ['removed', 'claim/demand'],
  ])
  expect(found[0]?.parts).toEqual([
    { part: 'definition', before: 'What is the case', after: 'What is said to be the case' },
    { part: 'example', before: '', after: '“Rain fell.”' },
  ])
  expect(found[1]?.parts).toEqual([
    { part: 'name', before: 'figure', after: 'Number' },
    { part: 'parent', before: 'claim › fact', after: 'claim' },
  ])
  expect(found[2]?.parts.map(({ part }) => part)).toEqual(['name', 'parent', 'definition'])
  expect(found[3]?.parts.every(({ after: text }) => text === '')).toBe(true)
})

test('order, colour and key are no difference, and a parent’s new name is told of the parent alone', () => {
  const after = BEFORE.map((each) => ({ ...each, position: 7, colour: 'red' as const, key: null }))
  expect(compareCodebooks(BEFORE, after)).toEqual([])
  const renamed = BEFORE.map((each) => (each.id === 'fact' ? { ...each, name: 'Fact' } : each))
  expect(compareCodebooks(BEFORE, renamed).map(({ code: { id } }) => id)).toEqual(['fact'])
})

test('compared the other way round, what came has gone and each text stands on the other side', () => {
  const books = fc.array(
    fc.record({ id: fc.nat(5), definition: fc.constantFrom('', 'a', 'b'), name: fc.constantFrom('x', 'y') }),
    { maxLength: 6 },
  )
  const bookOf = (list: readonly { id: number; definition: string; name: string }[]): readonly Code[] => [
    code('root', null),
    ...new Map(list.map(({ id, ...more }) => [id, code(`c${id}`, 'root', more)])).values(),
  ]
  fc.assert(
    fc.property(books, books, (a, b) => {
      const [before, after] = [bookOf(a), bookOf(b)]
      const turned = { added: 'removed', removed: 'added', changed: 'changed' } as const
      const there = compareCodebooks(before, after).map(({ code: { id }, kind, parts }) => ({ id, kind, parts }))
      const back = compareCodebooks(after, before).map(({ code: { id }, kind, parts }) => ({
        id,
        kind: turned[kind],
        parts: parts.map((part) => ({ ...part, before: part.after, after: part.before })),
      }))
      const byId = (x: { id: string }, y: { id: string }): number => (x.id < y.id ? -1 : 1)
      expect(back.sort(byId)).toEqual(there.sort(byId))
      expect(compareCodebooks(before, before)).toEqual([])
    }),
  )
})
