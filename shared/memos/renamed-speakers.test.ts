import { expect, test } from 'vitest'
import { applyChanges, emptyState } from '#shared/journal/state.ts'
import type { CoderId, IsoDateTime, ProjectId, ReadingEditId, SourceId } from '#shared/model/ids.ts'
import type { ReadingEdit } from '#shared/model/reading-edit.ts'
import { laterNames } from './renamed-speakers.ts'

const at = '2026-01-02T03:04:05.006Z' as IsoDateTime

function renaming(id: string, source: string, names: readonly string[], to: string): ReadingEdit {
  return {
    id: id as ReadingEditId,
    sourceId: source as SourceId,
    change: { kind: 'speakers', names, to },
    createdAt: at,
    createdBy: 'c' as CoderId,
  }
}

test('a speaker is followed over all renamings of all sources, round trips included', () => {
  const state = applyChanges(emptyState({ id: 'p' as ProjectId, name: 'p', createdAt: at }), [
    { kind: 'edit', before: null, after: renaming('1', 'a', ['Lin', 'Lin Zhiyuan'], 'Lin Zhiyuan') },
    { kind: 'edit', before: null, after: renaming('2', 'b', ['Lin Zhiyuan'], 'Lin ZY') },
    { kind: 'edit', before: null, after: renaming('3', 'b', ['Lin ZY'], 'Lin') },
  ])
  expect([...laterNames(state, 'Lin')].sort()).toEqual(['Lin ZY', 'Lin Zhiyuan'])
  expect([...laterNames(state, 'Ann')]).toEqual([])
})
