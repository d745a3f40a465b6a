import { expect, test } from 'vitest'
import { applyChanges, emptyState, type ProjectState } from '#shared/journal/state.ts'
import type { IsoDateTime, ProjectId, SourceId } from '#shared/model/ids.ts'
import type { Source } from '#shared/model/source.ts'
import { isRefusal } from './refusal.ts'
import { removeVariable, renameVariable, setVariables } from './set-variables.ts'

const AT = '2026-01-02T03:04:05.006Z' as IsoDateTime
const FIRST = '00000000-0000-4000-8000-0000000000a1' as SourceId
const SECOND = '00000000-0000-4000-8000-0000000000a2' as SourceId

function withSources(first: Source['variables'] = {}, second: Source['variables'] = {}): ProjectState {
  const start = emptyState({ id: '00000000-0000-4000-8000-0000000000b1' as ProjectId, name: '桥', createdAt: AT })
  const source = (id: SourceId, variables: Source['variables']): Source => ({
    id,
    name: id,
    fileName: 'a.txt',
    mediaType: 'text/plain',
    sha256: 'a'.repeat(64),
    bytes: 10,
    encoding: 'utf-8',
    lineEnds: 'lf',
    importer: 'plain-text/1',
    length: 10,
    importedAt: AT,
    variables,
  })
  return applyChanges(start, [
    { kind: 'source', before: null, after: source(FIRST, first) },
    { kind: 'source', before: null, after: source(SECOND, second) },
  ])
}

test('variables are filled in, renamed, emptied and removed', () => {
  let state = withSources()
  const perform = (act: ReturnType<typeof setVariables>): void => {
    if (isRefusal(act)) throw new Error(act.refused)
    state = applyChanges(state, act.changes)
  }
  const variables = () => [FIRST, SECOND].map((id) => state.sources.get(id)?.variables)
  perform(
    setVariables(state, {
      cells: [
        { sourceId: FIRST, name: '日期', value: ' 2026-03-04 ' },
        { sourceId: FIRST, name: '媒体', value: '河谷报' },
        { sourceId: SECOND, name: '日期', value: '2026-03-05' },
      ],
    }),
  )
  expect(variables()).toEqual([{ 日期: '2026-03-04', 媒体: '河谷报' }, { 日期: '2026-03-05' }])
  perform(renameVariable(state, { from: '日期', to: 'date' }))
  expect(variables()).toEqual([{ date: '2026-03-04', 媒体: '河谷报' }, { date: '2026-03-05' }])
  expect(Object.keys(variables()[0] ?? {})).toEqual(['date', '媒体'])
  perform(setVariables(state, { cells: [{ sourceId: SECOND, name: 'date', value: '' }] }))
  expect(variables()[1]).toEqual({})
  perform(removeVariable(state, { name: '媒体' }))
  expect(variables()[0]).toEqual({ date: '2026-03-04' })
  expect(removeVariable(state, { name: '媒体' })).toMatchObject({ refused: 'refusal.sameValue' })
  expect(setVariables(state, { cells: [{ sourceId: FIRST, name: ' ', value: 'x' }] })).toMatchObject({
    refused: 'refusal.nameEmpty',
  })
})

test.each([
  ['place', 'place'],
  [' Place ', 'place'],
  ['ＰＬＡＣＥ', 'place'],
])('no variable is renamed to “%s” where “%s” is', (to, name) => {
  // The two stand in different sources: the table has a column of both all the same.
  const state = withSources({ date: '4 March' }, { place: 'Hall' })
  expect(renameVariable(state, { from: 'date', to })).toEqual({ refused: 'refusal.variableTaken', values: { name } })
})

test('a variable may change the case of its own name, and not lose it', () => {
  const state = withSources({ date: '4 March', place: 'Hall' })
  const act = renameVariable(state, { from: 'date', to: ' Date ' })
  if (isRefusal(act)) throw new Error(act.refused)
  expect(applyChanges(state, act.changes).sources.get(FIRST)?.variables).toEqual({ Date: '4 March', place: 'Hall' })
  expect(renameVariable(state, { from: 'date', to: ' ' })).toMatchObject({ refused: 'refusal.nameEmpty' })
  expect(renameVariable(state, { from: 'gone', to: 'new' })).toMatchObject({ refused: 'refusal.sameValue' })
})

test('a name of another case or width fills the variable that is there', () => {
  const state = withSources({ date: '4 March' }, { ID: '1', id: '2' })
  const act = setVariables(state, {
    cells: [
      { sourceId: SECOND, name: 'Date', value: '5 March' },
      { sourceId: FIRST, name: 'Town', value: 'Hill' },
      { sourceId: SECOND, name: 'town', value: 'Valley' },
      { sourceId: SECOND, name: 'id', value: '3' },
    ],
  })
  if (isRefusal(act)) throw new Error(act.refused)
  const { sources } = applyChanges(state, act.changes)
  expect(sources.get(FIRST)?.variables).toEqual({ date: '4 March', Town: 'Hill' })
  expect(sources.get(SECOND)?.variables).toEqual({ date: '5 March', Town: 'Valley', ID: '1', id: '3' })
})
