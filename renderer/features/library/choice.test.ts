import { expect, test } from 'vitest'
import type { SourceId } from '#shared/model/ids.ts'
import type { LibraryLine } from '#shared/sources/library-rows.ts'
import { chooseAll, chosenSources, goTo, NOTHING_CHOSEN, toggleAt } from './choice.ts'

const source = (id: string): LibraryLine =>
  ({ kind: 'source', row: { source: { id } }, isGrouped: true }) as LibraryLine
const LINES: readonly LibraryLine[] = [
  { kind: 'group', name: 'north', sourceIds: ['a', 'b'] as SourceId[], isFolded: false },
  source('a'),
  source('b'),
  { kind: 'group', name: '', sourceIds: ['c'] as SourceId[], isFolded: false },
  source('c'),
]

test('one line, a range either way, single ones, all', () => {
  const one = goTo(LINES, NOTHING_CHOSEN, 2)
  expect(chosenSources(LINES, one)).toEqual(['b'])
  const down = goTo(LINES, one, 4, true)
  expect(chosenSources(LINES, down)).toEqual(['b', 'c'])
  expect(chosenSources(LINES, goTo(LINES, down, 1, true))).toEqual(['a', 'b'])
  const two = toggleAt(LINES, one, 4)
  expect(chosenSources(LINES, two)).toEqual(['b', 'c'])
  expect(chosenSources(LINES, toggleAt(LINES, two, 2))).toEqual(['c'])
  expect(chosenSources(LINES, chooseAll(LINES, one))).toEqual(['a', 'b', 'c'])
})

test('a group stands for its sources, and what is not in the list any more is not meant', () => {
  expect(chosenSources(LINES, goTo(LINES, NOTHING_CHOSEN, 0))).toEqual(['a', 'b'])
  const all = chooseAll(LINES, NOTHING_CHOSEN)
  expect(chosenSources(LINES.slice(3), all)).toEqual(['c'])
  expect(chosenSources([], all)).toEqual([])
  expect(goTo(LINES, NOTHING_CHOSEN, 9)).toBe(NOTHING_CHOSEN)
})
