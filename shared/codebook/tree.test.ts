import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Code } from '#shared/model/code.ts'
import type { CodeId } from '#shared/model/ids.ts'
import { canMoveUnder, childrenOf, codeOf, codePath, descendantsOf, inTreeOrder, nextPosition, rootOf } from './tree.ts'

const id = (name: string): CodeId => name as CodeId

function code(name: string, parent: string | null, position = 0): Code {
  return {
    id: id(name),
    parentId: parent === null ? null : id(parent),
    name,
    definition: '',
    include: '',
    exclude: '',
    colour: 'blue',
    key: null,
    isCodable: parent !== null,
    position,
    family: parent === null ? { slug: name, manner: 'tint', fields: [] } : null,
  }
}

const CODES = [
  code('rhetoric', null, 1),
  code('claim', null, 0),
  code('fact', 'claim', 1),
  code('figure', 'fact'),
  code('demand', 'claim', 0),
  code('metaphor', 'rhetoric'),
]

test('children stand by position, then name', () => {
  expect(childrenOf(CODES, null).map((each) => each.name)).toEqual(['claim', 'rhetoric'])
  expect(childrenOf(CODES, id('claim')).map((each) => each.name)).toEqual(['demand', 'fact'])
  expect(childrenOf([code('b', null), code('a', null)], null).map((each) => each.name)).toEqual(['a', 'b'])
})

test('a code knows its path, root and descendants', () => {
  expect(codePath(CODES, id('figure'))).toEqual(['claim', 'fact', 'figure'])
  expect(rootOf(CODES, id('figure'))?.name).toBe('claim')
  expect(rootOf(CODES, id('gone'))).toBeNull()
  expect(codeOf(CODES, id('gone'))).toBeNull()
  expect(descendantsOf(CODES, id('claim')).map((each) => each.name)).toEqual(['demand', 'fact', 'figure'])
  expect(inTreeOrder(CODES).map(({ code: each, depth }) => `${depth}${each.name}`)).toEqual([
    '0claim',
    '1demand',
    '1fact',
    '2figure',
    '0rhetoric',
    '1metaphor',
  ])
})

test('families stay roots, codes stay below one, nothing goes below itself', () => {
  expect(canMoveUnder(CODES, id('figure'), id('rhetoric'))).toBe(true)
  expect(canMoveUnder(CODES, id('figure'), id('metaphor'))).toBe(true)
  expect(canMoveUnder(CODES, id('claim'), id('rhetoric'))).toBe(false)
  expect(canMoveUnder(CODES, id('fact'), id('figure'))).toBe(false)
  expect(canMoveUnder(CODES, id('fact'), id('fact'))).toBe(false)
  expect(canMoveUnder(CODES, id('fact'), id('gone'))).toBe(false)
  expect(canMoveUnder(CODES, id('gone'), id('fact'))).toBe(false)
})

test('the next position is behind all siblings', () => {
  expect(nextPosition(CODES, id('claim'))).toBe(2)
  expect(nextPosition(CODES, id('demand'))).toBe(0)
  expect(nextPosition(CODES, null)).toBe(2)
})

test('a code whose parent is missing stands as a root, and loops end', () => {
  expect(inTreeOrder([code('lost', 'gone')]).map((row) => row.code.name)).toEqual(['lost'])
  const loop = [code('a', 'b'), code('b', 'a')]
  expect(codePath(loop, id('a'))).toEqual(['b', 'a'])
  expect(descendantsOf(loop, id('a')).map((each) => each.name)).toEqual(['b'])
})

/** Trees of up to 20 codes below one family: each code's parent is one that was made before it. */
const trees = fc
  .array(fc.nat(), { maxLength: 20 })
  .map((picks) => [
    code('n0', null),
    ...picks.map((pick, index) => code(`n${index + 1}`, `n${pick % (index + 1)}`, pick % 3)),
  ])

test('any allowed move leaves a tree that holds every code once', () => {
  fc.assert(
    fc.property(trees, fc.nat(), fc.nat(), (codes, which, where) => {
      const moved = codes[which % codes.length]
      const parent = codes[where % codes.length]
      if (moved === undefined || parent === undefined) return
      if (!canMoveUnder(codes, moved.id, parent.id)) return
      const after = codes.map((each) => (each === moved ? { ...each, parentId: parent.id } : each))
      expect(
        inTreeOrder(after)
          .map((row) => row.code.id)
          .sort(),
      ).toEqual(codes.map((each) => each.id).sort())
    }),
  )
})
