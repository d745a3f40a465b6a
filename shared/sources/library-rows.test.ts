import { expect, test } from 'vitest'
import { loadSounds } from '#shared/codebook/sounds.ts'
import { applyChanges, emptyState, marksOf } from '#shared/journal/state.ts'
import type { CoderId, IsoDateTime, ProjectId, SourceId } from '#shared/model/ids.ts'
import type { ReadingEdit } from '#shared/model/reading-edit.ts'
import type { Source } from '#shared/model/source.ts'
import {
  answersTo,
  type LibraryColumn,
  type LibraryRow,
  libraryLines,
  libraryRows,
  progressOf,
  sortedRows,
} from './library-rows.ts'
import { countSource, isCounted } from './source-figures.ts'

const AT = '2026-01-02T03:04:05.006Z' as IsoDateTime

function source(id: string, over: Partial<Source> = {}): Source {
  return {
    id: id as SourceId,
    name: id,
    fileName: `${id}.txt`,
    mediaType: 'text/plain',
    sha256: 'a'.repeat(64),
    bytes: 10,
    encoding: 'utf-8',
    lineEnds: 'lf',
    importer: 'plain-text/1',
    length: 10,
    importedAt: AT,
    variables: {},
    ...over,
  }
}

const row = (id: string, over: Partial<LibraryRow> = {}, of: Partial<Source> = {}): LibraryRow => ({
  source: source(id, of),
  codings: 0,
  touch: null,
  reading: null,
  ...over,
})

const anEdit = (id: string): ReadingEdit => ({
  id: `edit-${id}` as ReadingEdit['id'],
  sourceId: id as SourceId,
  change: { kind: 'speakers', names: ['Ann'], to: 'Anna' },
  createdAt: AT,
  createdBy: 'coder' as CoderId,
})

const comparing = { language: 'en', coderName: (id: CoderId) => id }
const order = (rows: readonly LibraryRow[], column: LibraryColumn, isDescending = false): readonly string[] =>
  sortedRows(rows, { column, isDescending }, comparing).map(({ source: { id } }) => id)

const sounds = await loadSounds()

test('rows are sorted by any column, numbers as numbers, what has no value last', () => {
  const reading = (turns: number, codedTurns: number) => ({ turns, codedTurns, speakers: 2 })
  const rows = [
    row('talk 10', { codings: 1, reading: reading(4, 1) }, { variables: { year: '2024' } }),
    row('talk 9', { codings: 12, reading: reading(2, 2) }, { variables: { year: '987' } }),
    row('talk 1', { codings: 2, reading: reading(0, 0) }),
  ]
  expect(order(rows, 'name')).toEqual(['talk 1', 'talk 9', 'talk 10'])
  expect(order(rows, 'codings', true)).toEqual(['talk 9', 'talk 1', 'talk 10'])
  expect(order(rows, 'progress')).toEqual(['talk 10', 'talk 9', 'talk 1'])
  expect(order(rows, 'progress', true)).toEqual(['talk 9', 'talk 10', 'talk 1'])
  expect(order(rows, 'variable:year')).toEqual(['talk 9', 'talk 10', 'talk 1'])
  expect(order(rows, 'variable:year', true)).toEqual(['talk 10', 'talk 9', 'talk 1'])
  expect(order(rows, 'variable:constructor')).toEqual(['talk 1', 'talk 9', 'talk 10'])
  expect(rows.map(progressOf)).toEqual([0.25, 1, null])
})

test('sources stand under their groups, those in none last, and folded groups are heads alone', () => {
  const rows = [
    row('a'),
    row('b', {}, { group: 'south' }),
    row('c', {}, { group: 'north' }),
    row('d', {}, { group: 'south' }),
  ]
  const shown = (folded: readonly string[]) =>
    libraryLines(rows, new Set(folded), 'en').map((line) =>
      line.kind === 'group' ? `${line.name}: ${line.sourceIds.length}` : line.row.source.id,
    )
  expect(shown([])).toEqual(['north: 1', 'c', 'south: 2', 'b', 'd', ': 1', 'a'])
  expect(shown(['south', ''])).toEqual(['north: 1', 'c', 'south: 2', ': 1'])
  expect(libraryLines(rows.slice(0, 1), new Set(), 'en')).toMatchObject([{ kind: 'source', isGrouped: false }])
  expect(libraryLines([], new Set(), 'en')).toEqual([])
})

test('a source answers to its name, file, group and variables, in letters or in pinyin', () => {
  const one = source('例行记者会', { fileName: 'talk-7.txt', group: 'North', variables: { outlet: '河谷报' } })
  for (const query of ['', '记者', 'jizhe', 'TALK-7', 'north', 'hgb', 'north 记者'])
    expect(answersTo(one, query, sounds)).toBe(true)
  for (const query of ['south', 'north south']) expect(answersTo(one, query, sounds)).toBe(false)
})

test('a source whose reading is not summed up yet says so', () => {
  const state = applyChanges(emptyState({ id: 'p' as ProjectId, name: 'p', createdAt: AT }), [
    { kind: 'source', before: null, after: source('a') },
  ])
  const sources = [...state.sources.values()]
  const all = new Set(state.sources.keys())
  expect(libraryRows(state, sources, new Map(), all)).toMatchObject([{ codings: 0, touch: null, reading: null }])
  const summary = {
    starts: Uint32Array.of(0, 5),
    ends: Uint32Array.of(5, 9),
    speakerOf: Int32Array.of(0, -1),
    speakers: ['Ann'],
  }
  expect(libraryRows(state, sources, new Map([['a' as SourceId, summary]]), all)).toMatchObject([
    { reading: { turns: 2, codedTurns: 0, speakers: 1 } },
  ])
})

test('of a source that is not counted yet only that is said which takes no counting', () => {
  const state = applyChanges(emptyState({ id: 'p' as ProjectId, name: 'p', createdAt: AT }), [
    { kind: 'source', before: null, after: source('a') },
    { kind: 'source', before: null, after: source('b') },
    { kind: 'edit', before: null, after: anEdit('a') },
    { kind: 'edit', before: null, after: anEdit('b') },
  ])
  const [a, b] = ['a' as SourceId, 'b' as SourceId]
  expect(isCounted(undefined, marksOf(state, a))).toBe(false)
  countSource(state, a, undefined)
  expect([a, b].map((id) => isCounted(undefined, marksOf(state, id)))).toEqual([true, false])
  expect(libraryRows(state, [...state.sources.values()], new Map(), new Set([a]))).toMatchObject([
    { touch: { at: AT } },
    { touch: null },
  ])
})
