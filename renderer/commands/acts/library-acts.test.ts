import fc from 'fast-check'
import { expect, test } from 'vitest'
import { codeCounts } from '#renderer/commands/code-counts.ts'
import { starterCodebook } from '#shared/codebook/starter-codebook.ts'
import { type Change, inverseOfAll } from '#shared/journal/change.ts'
import { presentCodings, presentSources } from '#shared/journal/present.ts'
import { RecordTable } from '#shared/journal/record-table.ts'
import { allCodings, applyChanges, codeList, emptyState, marksOf, type ProjectState } from '#shared/journal/state.ts'
import { finished } from '#shared/journal/steps.ts'
import type { CoderId, IsoDateTime, LinkId, ProjectId, SourceId } from '#shared/model/ids.ts'
import { isSource } from '#shared/model/source.ts'
import { spanOf } from '#shared/model/text-span.ts'
import { applyCode } from './apply-code.ts'
import { deleteCode, deletionOf } from './delete-code.ts'
import { duplicateSource } from './duplicate-source.ts'
import { editReading } from './edit-reading.ts'
import {
  archiveSources,
  binSources,
  groupSources,
  renameGroup,
  restoreSources,
  unarchiveSources,
} from './library-acts.ts'
import { foundProject } from './project-acts.ts'
import { type ActResult, type ActWorld, isRefusal } from './refusal.ts'
import { importSource, removeSources, renameSource } from './source-acts.ts'
import { writeMemo } from './write-memo.ts'

const AT = '2026-01-02T03:04:05.006Z' as IsoDateTime
const CODER = '00000000-0000-4000-8000-000000000001' as CoderId
const TEXT = 'ANN: When does the ferry leave? 渡轮几点开？ BOB: At noon, 中午。'
const SOURCES = [1, 2, 3].map((n) => `00000000-0000-4000-8000-0000000000a${n}` as SourceId)

let count = 0
const world: ActWorld = {
  at: AT,
  coderId: CODER,
  newId: () => `00000000-0000-4000-9000-${String(++count).padStart(12, '0')}`,
}

function after(state: ProjectState, result: ActResult): ProjectState {
  if (isRefusal(result)) throw new Error(result.refused)
  return applyChanges(state, result.changes)
}

/** Three sources, each with two codings that are linked, a memo and a correction. */
function start(): ProjectState {
  const project = { id: world.newId() as ProjectId, name: '渡轮', createdAt: AT }
  const founding = foundProject(project, { id: CODER, name: 'a', createdAt: AT }, starterCodebook('en', world.newId))
  let state = applyChanges(emptyState(project), founding.changes)
  const [code, other] = codeList(state).filter(({ isCodable }) => isCodable)
  if (code === undefined || other === undefined) throw new Error('no code')
  for (const id of SOURCES) {
    state = after(
      state,
      importSource(state, {
        id,
        name: `source ${id.at(-1)}`,
        fileName: 'ferry.txt',
        mediaType: 'text/plain',
        sha256: 'a'.repeat(64),
        bytes: 10,
        encoding: 'utf-8',
        lineEnds: 'lf',
        importer: 'plain-text/1',
        length: TEXT.length,
        importedAt: AT,
        variables: { place: 'pier' },
      }),
    )
    for (const [span, codeId] of [
      [spanOf(5, 31), code.id],
      [spanOf(32, 38), other.id],
    ] as const) {
      state = after(state, applyCode(state, { passage: { sourceId: id, text: TEXT, span }, codeId, fields: {} }, world))
    }
    const [from, to] = [...marksOf(state, id).codings.values()]
    if (from === undefined || to === undefined) throw new Error('no coding')
    const link = { id: world.newId() as LinkId, sourceId: id, from: from.id, relation: 'answers' as const }
    state = applyChanges(state, [
      { kind: 'link', before: null, after: { ...link, toSourceId: id, to: to.id, createdBy: CODER, createdAt: AT } },
    ])
    state = after(state, writeMemo(state, { target: { kind: 'coding', id: from.id }, text: 'm' }, world))
    const change = { kind: 'speakers', names: ['ANN'], to: 'Ann' } as const
    state = after(state, editReading(state, { corrections: [{ sourceId: id, change }] }, world))
  }
  return state
}

type Step = readonly [what: number, a: number, b: number]

function act(state: ProjectState, [what, a, b]: Step): ActResult {
  const ids = [...state.sources.keys()].filter((_, index) => ((a >> index) & 1) === 1)
  const [one] = ids
  switch (what) {
    case 0:
      return groupSources(state, { sourceIds: ids, group: ['', 'north', ' south '][b % 3] ?? '' })
    case 1:
      return renameGroup(state, { from: 'north', to: ['', 'south', 'east', 'north'][b % 4] ?? '' })
    case 2:
      return archiveSources(state, { sourceIds: ids }, world)
    case 3:
      return unarchiveSources(state, { sourceIds: ids })
    case 4:
      return binSources(state, { sourceIds: ids }, world)
    case 5:
      return restoreSources(state, { sourceIds: ids })
    case 6:
      return finished(removeSources(state, { sourceIds: b % 3 === 0 ? ids : [] }))
    case 7:
      return one === undefined
        ? finished(removeSources(state, { sourceIds: [] }))
        : renameSource(state, { sourceId: one, name: `name ${b % 3}` })
    default:
      return one === undefined
        ? finished(removeSources(state, { sourceIds: [] }))
        : finished(
            duplicateSource(
              state,
              {
                sourceId: one,
                copyId: world.newId() as SourceId,
                name: 'copy',
                edits: b % 2 === 0,
                codings: b % 3 === 0,
              },
              world,
            ),
          )
  }
}

const steps = fc.array(fc.tuple(fc.nat(8), fc.nat(31), fc.nat(11)), { maxLength: 25 })

function sorted(state: ProjectState): unknown {
  const table = (map: ReadonlyMap<string, unknown>): unknown =>
    [...map].sort(([x], [y]) => (x < y ? -1 : 1)).map(([, record]) => record)
  const tables = (all: object): unknown =>
    Object.entries(all).map(([name, one]) => [name, one instanceof RecordTable && name !== 'marks' ? table(one) : null])
  const marks = [...state.marks].sort(([x], [y]) => (x < y ? -1 : 1)).map(([id, all]) => [id, tables(all)])
  const isEmpty = (entry: readonly unknown[]): boolean => JSON.stringify(entry[1]).replace(/[^\d]/gu, '') === ''
  return { project: state.project, tables: tables(state), marks: marks.filter((entry) => !isEmpty(entry)) }
}

test('any library acts undone from the last to the first lead back to the start, and done again to the end', () => {
  fc.assert(
    fc.property(steps, (list) => {
      const before = start()
      let state = before
      const done: (readonly Change[])[] = []
      for (const step of list) {
        const result = act(state, step)
        if (isRefusal(result)) continue
        state = applyChanges(state, result.changes)
        done.push(result.changes)
        for (const source of state.sources.values()) expect(isSource(source)).toBe(true)
      }
      let back = state
      for (const changes of [...done].reverse()) back = applyChanges(back, inverseOfAll(changes))
      expect(sorted(back)).toEqual(sorted(before))
      let again = back
      for (const changes of done) again = applyChanges(again, changes)
      expect(sorted(again)).toEqual(sorted(state))
    }),
    { numRuns: 60 },
  )
})

test('what is in the bin counts nowhere, and comes out as it went in', () => {
  fc.assert(
    fc.property(fc.nat(7), (which) => {
      const before = start()
      const ids = SOURCES.filter((_, index) => ((which >> index) & 1) === 1)
      const binned = ids.length === 0 ? before : after(before, binSources(before, { sourceIds: ids }, world))
      expect(presentSources(binned).map(({ id }) => id)).toEqual(SOURCES.filter((id) => !ids.includes(id)))
      expect([...presentCodings(binned)]).toHaveLength(2 * (3 - ids.length))
      expect([...codeCounts(binned, null).values()].reduce((a, b) => a + b, 0)).toBe(2 * (3 - ids.length))
      expect([...allCodings(binned)]).toHaveLength(6)
      const restored = ids.length === 0 ? binned : after(binned, restoreSources(binned, { sourceIds: ids }))
      expect(sorted(restored)).toEqual(sorted(before))
    }),
  )
})

test('a code that is deleted takes its codings in the bin along, and counts those that are seen', () => {
  const before = start()
  const [first] = SOURCES
  const [code] = codeList(before).filter(({ isCodable }) => isCodable)
  if (first === undefined || code === undefined) throw new Error('nothing there')
  const binned = after(before, binSources(before, { sourceIds: [first] }, world))
  expect(deletionOf(binned, code.id).codings).toBe(2)
  const state = after(binned, finished(deleteCode(binned, { codeId: code.id })))
  const back = after(state, restoreSources(state, { sourceIds: [first] }))
  expect([...presentCodings(back)].filter(({ codeId }) => codeId === code.id)).toEqual([])
})

test('a copy has the same quotes, corrections, memos and links, under ids of its own', () => {
  const before = start()
  const [sourceId] = SOURCES
  if (sourceId === undefined) throw new Error('no source')
  const copyId = world.newId() as SourceId
  const state = after(
    before,
    finished(duplicateSource(before, { sourceId, copyId, name: '', edits: true, codings: true }, world)),
  )
  const [original, copy] = [marksOf(state, sourceId), marksOf(state, copyId)]
  const quotes = ({ segments }: typeof copy): unknown => [...segments.values()].map(({ anchors }) => anchors)
  expect(quotes(copy)).toEqual(quotes(original))
  expect([...copy.codings.values()].map(({ codeId }) => codeId)).toEqual(
    [...original.codings.values()].map(({ codeId }) => codeId),
  )
  expect([...copy.edits.values()].map(({ change }) => change)).toEqual(
    [...original.edits.values()].map(({ change }) => change),
  )
  for (const id of [...copy.segments.keys(), ...copy.codings.keys(), ...copy.edits.keys()]) {
    expect(
      [...before.marks.values()].some((marks) => marks.segments.has(id as never) || marks.codings.has(id as never)),
    ).toBe(false)
  }
  for (const { from, to, toSourceId } of copy.links.values()) {
    expect([copy.codings.has(from), copy.codings.has(to), toSourceId]).toEqual([true, true, copyId])
  }
  expect(copy.links.size).toBe(1)
  expect(state.memos.size).toBe(before.memos.size + 1)
  expect(sorted(after(state, finished(removeSources(state, { sourceIds: [copyId] }))))).toEqual(sorted(before))
})

test('nothing to do is refused', () => {
  const state = start()
  expect(binSources(state, { sourceIds: [] }, world)).toMatchObject({ refused: 'refusal.noSources' })
  expect(restoreSources(state, { sourceIds: SOURCES })).toMatchObject({ refused: 'refusal.sameValue' })
  expect(renameGroup(state, { from: 'north', to: ' ' })).toMatchObject({ refused: 'refusal.nameEmpty' })
})
