import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inverseOfAll } from '#shared/journal/change.ts'
import { applyChanges, emptyState, marksOf, type ProjectState } from '#shared/journal/state.ts'
import { finished } from '#shared/journal/steps.ts'
import type { CoderId, IsoDateTime, ProjectId, SourceId } from '#shared/model/ids.ts'
import { isReadingEdit, type ReadingChange } from '#shared/model/reading-edit.ts'
import type { Source } from '#shared/model/source.ts'
import { spanOf, utf16 } from '#shared/model/text-span.ts'
import { editReading, resetReading } from './edit-reading.ts'
import { type ActWorld, isRefusal } from './refusal.ts'
import { importSource, removeImported, removeSources } from './source-acts.ts'

const AT = '2026-01-02T03:04:05.006Z' as IsoDateTime
const FIRST = '00000000-0000-4000-8000-0000000000a1' as SourceId
const SECOND = '00000000-0000-4000-8000-0000000000a2' as SourceId

let count = 0
const world: ActWorld = {
  at: AT,
  coderId: '00000000-0000-4000-8000-000000000001' as CoderId,
  newId: () => `00000000-0000-4000-9000-${String(++count).padStart(12, '0')}`,
}

function withSources(): ProjectState {
  const start = emptyState({ id: world.newId() as ProjectId, name: '桥', createdAt: AT })
  return [FIRST, SECOND].reduce((state, id) => {
    const source: Source = {
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
      variables: {},
    }
    const act = importSource(state, source)
    if (isRefusal(act)) throw new Error(act.refused)
    return applyChanges(state, act.changes)
  }, start)
}

const changes: readonly ReadingChange[] = [
  { kind: 'label', spans: [spanOf(0, 2)] },
  { kind: 'split', at: utf16(4) },
  { kind: 'speakers', names: ['甲', '乙'], to: '乙' },
  { kind: 'turn-speaker', at: utf16(1), speaker: '丙' },
  { kind: 'set-aside', spans: [spanOf(1, 3), spanOf(5, 6)], as: 'caption' },
  { kind: 'confirmed', code: 'rare-label', span: spanOf(2, 4) },
]

test('corrections are kept with their source, pass their guard, and are taken back whole', () => {
  const list = fc.array(fc.record({ sourceId: fc.constantFrom(FIRST, SECOND), change: fc.constantFrom(...changes) }), {
    minLength: 1,
    maxLength: 8,
  })
  fc.assert(
    fc.property(list, (corrections) => {
      const before = withSources()
      const act = editReading(before, { corrections }, world)
      if (isRefusal(act)) throw new Error(act.refused)
      const after = applyChanges(before, act.changes)
      for (const id of [FIRST, SECOND]) {
        const edits = [...marksOf(after, id).edits.values()]
        expect(edits.map(({ change }) => change)).toEqual(
          corrections.filter(({ sourceId }) => sourceId === id).map(({ change }) => change),
        )
        expect(edits.every(isReadingEdit)).toBe(true)
      }
      const back = applyChanges(after, inverseOfAll(act.changes))
      for (const id of [FIRST, SECOND]) expect(marksOf(back, id).edits.size).toBe(0)
    }),
  )
})

test('a name that says nothing is refused, and so is nothing at all', () => {
  const state = withSources()
  const refused = (change: ReadingChange) => editReading(state, { corrections: [{ sourceId: FIRST, change }] }, world)
  expect(refused({ kind: 'speakers', names: ['甲'], to: ' ' })).toMatchObject({ refused: 'refusal.nameEmpty' })
  expect(refused({ kind: 'turn-speaker', at: utf16(0), speaker: '' })).toMatchObject({ refused: 'refusal.nameEmpty' })
  expect(editReading(state, { corrections: [] }, world)).toMatchObject({ refused: 'refusal.nothingToCorrect' })
  expect(resetReading(state, { sourceId: FIRST })).toMatchObject({ refused: 'refusal.nothingToReset' })
})

test('all corrections of a source go with a reset, and with the source', () => {
  const before = withSources()
  const corrections = changes.map((change) => ({ sourceId: FIRST, change }))
  const act = editReading(before, { corrections }, world)
  if (isRefusal(act)) throw new Error(act.refused)
  const edited = applyChanges(before, act.changes)
  const reset = resetReading(edited, { sourceId: FIRST })
  const removal = finished(removeSources(edited, { sourceIds: [FIRST] }))
  if (isRefusal(reset) || isRefusal(removal)) throw new Error('refused')
  expect(marksOf(applyChanges(edited, reset.changes), FIRST).edits.size).toBe(0)
  const gone = applyChanges(edited, removal.changes)
  expect(marksOf(gone, FIRST).edits.size).toBe(0)
  expect(marksOf(applyChanges(gone, inverseOfAll(removal.changes)), FIRST).edits.size).toBe(changes.length)
})

test('a correction is called by what it does, and says in how many places or sources', () => {
  const nameOf = (...corrections: { sourceId: SourceId; change: ReadingChange }[]) => {
    const act = editReading(withSources(), { corrections }, world)
    return isRefusal(act) ? act.refused : [act.name, act.values['count']]
  }
  const spans = [spanOf(0, 2), spanOf(4, 6)]
  expect(nameOf({ sourceId: FIRST, change: { kind: 'label', spans } })).toEqual(['act.markLabel', 2])
  const merge = { kind: 'speakers', names: ['甲', '乙'], to: '乙' } as const
  expect(nameOf({ sourceId: FIRST, change: merge })).toEqual(['act.nameSpeakers', 1])
  expect(nameOf({ sourceId: FIRST, change: merge }, { sourceId: SECOND, change: merge })).toEqual([
    'act.nameSpeakersWidely',
    2,
  ])
})

test('an import of many files is taken back as one act, but for what was worked on', () => {
  const before = withSources()
  const act = editReading(
    before,
    { corrections: [{ sourceId: FIRST, change: { kind: 'split', at: utf16(4) } }] },
    world,
  )
  if (isRefusal(act)) throw new Error(act.refused)
  const state = applyChanges(before, act.changes)
  const back = removeImported(state, { sourceIds: [FIRST, SECOND] })
  if (isRefusal(back)) throw new Error(back.refused)
  const gone = applyChanges(state, back.changes)
  expect([...gone.sources.keys()]).toEqual([FIRST])
  expect(applyChanges(gone, inverseOfAll(back.changes)).sources.size).toBe(2)
  expect(removeImported(gone, { sourceIds: [FIRST, SECOND] })).toMatchObject({ refused: 'refusal.nothingToTakeBack' })
})
