import fc from 'fast-check'
import { expect, test } from 'vitest'
import { attributeNames, caseBySpeaker, speakerLines } from '#shared/cases/speaker-lines.ts'
import { type Change, inverseOfAll } from '#shared/journal/change.ts'
import { applyChanges, emptyState, type ProjectState } from '#shared/journal/state.ts'
import { isCase } from '#shared/model/case.ts'
import type { CoderId, IsoDateTime, ProjectId, SourceId } from '#shared/model/ids.ts'
import type { SourceSummary } from '#shared/sources/source-summary.ts'
import {
  addCase,
  mergeCases,
  removeAttribute,
  removeCase,
  renameAttribute,
  renameCase,
  type SpeakerRef,
  setAttributes,
  splitCase,
} from './case-acts.ts'
import { editReading } from './edit-reading.ts'
import { type ActResult, type ActWorld, isRefusal } from './refusal.ts'
import { importSource } from './source-acts.ts'

const AT = '2026-01-02T03:04:05.006Z' as IsoDateTime
const SOURCE = '00000000-0000-4000-8000-0000000000a1' as SourceId
let count = 0
const world: ActWorld = {
  at: AT,
  coderId: 'ann' as CoderId,
  newId: () => `00000000-0000-4000-9000-${String(++count).padStart(12, '0')}`,
}
const NAMES = ['DR. HALE', 'HALE', 'Q', 'MODERATOR']
const summary: SourceSummary = {
  starts: Uint32Array.of(0, 10, 20, 30, 40),
  ends: Uint32Array.of(9, 19, 29, 39, 49),
  speakerOf: Int32Array.of(3, 2, 0, 2, 1),
  speakers: NAMES,
}
const summaries = new Map([[SOURCE, summary]])

function after(state: ProjectState, result: ActResult): ProjectState {
  if (isRefusal(result)) throw new Error(result.refused)
  return applyChanges(state, result.changes)
}

function start(): ProjectState {
  const empty = emptyState({ id: 'p' as ProjectId, name: 'p', createdAt: AT })
  return after(
    empty,
    importSource(empty, {
      id: SOURCE,
      name: 's',
      fileName: 's.txt',
      mediaType: 'text/plain',
      sha256: 'a'.repeat(64),
      bytes: 1,
      encoding: 'utf-8',
      lineEnds: 'lf',
      importer: 'plain-text/1',
      length: 50,
      importedAt: AT,
      variables: {},
    }),
  )
}

const speaker = (name: string): SpeakerRef => ({ kind: 'speaker', name })
const shown = (state: ProjectState): readonly string[] =>
  speakerLines(state, summaries).map(({ name, turns, attributes }) =>
    `${name} ${turns} ${Object.values(attributes).join()}`.trim(),
  )

test('speakers become cases when something is said of them, are merged and taken apart', () => {
  let state = start()
  expect(shown(state)).toEqual(['Q 2', 'DR. HALE 1', 'HALE 1', 'MODERATOR 1'])
  const cell = (name: string, attribute: string, value: string) => ({ of: speaker(name), name: attribute, value })
  state = after(
    state,
    setAttributes(
      state,
      { cells: [cell('HALE', 'party', ' Green '), cell('HALE', 'Role', 'mayor'), cell('Q', 'role', 'press')] },
      world,
    ),
  )
  expect(shown(state)).toEqual(['Q 2 press', 'DR. HALE 1', 'HALE 1 Green,mayor', 'MODERATOR 1'])
  expect(attributeNames(state.cases)).toEqual(['party', 'Role'])
  expect(setAttributes(state, { cells: [cell('MODERATOR', 'party', ' ')] }, world)).toMatchObject({
    refused: 'refusal.sameValue',
  })
  state = after(state, mergeCases(state, { merged: [speaker('DR. HALE'), speaker('HALE')] }, world))
  expect(shown(state)).toEqual(['DR. HALE 2 Green,mayor', 'Q 2 press', 'MODERATOR 1'])
  expect(speakerLines(state, summaries)[0]).toMatchObject({ sources: 1, speakers: ['DR. HALE', 'HALE'] })
  state = after(state, renameCase(state, { of: speaker('HALE'), name: 'Hale' }, world))
  expect(renameCase(state, { of: speaker('Q'), name: 'HALE ' }, world)).toMatchObject({ refused: 'refusal.caseTaken' })
  const one = caseBySpeaker(state.cases).get('HALE')
  if (one === undefined) throw new Error('no case')
  state = after(state, splitCase(state, { caseId: one.id, speaker: 'HALE' }, world))
  expect(shown(state)).toEqual(['Q 2 press', 'HALE 1', 'Hale 1 Green,mayor', 'MODERATOR 1'])
  state = after(state, removeCase(state, { caseId: one.id }, world))
  expect(shown(state)).toContain('DR. HALE 1')
  expect(addCase(state, { name: 'Q' }, world)).toMatchObject({ refused: 'refusal.caseTaken' })
  expect(shown(after(state, addCase(state, { name: 'Guest' }, world)))).toContain('Guest 0')
})

test('cases follow when a name of the readings ceases to be, and undo takes both back', () => {
  const before = after(
    start(),
    setAttributes(start(), { cells: [{ of: speaker('HALE'), name: 'party', value: 'x' }] }, world),
  )
  const change = { kind: 'speakers', names: ['HALE', 'Dr Hale'], to: 'Dr Hale' } as const
  const corrections = [{ sourceId: SOURCE, change }]
  const elsewhere = after(before, editReading(before, { corrections }, world))
  expect([...elsewhere.cases.values()].map(({ name, speakers }) => [name, ...speakers])).toEqual([['HALE', 'HALE']])
  const result = editReading(before, { corrections, isLast: true }, world)
  const state = after(before, result)
  expect([...state.cases.values()].map(({ name, speakers }) => [name, ...speakers])).toEqual([['Dr Hale', 'Dr Hale']])
  expect(isRefusal(result) ? null : applyChanges(state, inverseOfAll(result.changes)).cases).toEqual(before.cases)
})

type Step = readonly [what: number, a: number, b: number]

function act(state: ProjectState, [what, a, b]: Step): ActResult {
  const lines = speakerLines(state, summaries)
  const refs = lines.map(
    (line): SpeakerRef => (line.case === null ? speaker(line.name) : { kind: 'case', id: line.case.id }),
  )
  const of = refs[a % refs.length] ?? speaker('Q')
  const other = refs[b % refs.length] ?? speaker('Q')
  const name = ['party', 'Party', 'role', ''][b % 4] ?? ''
  const one = [...state.cases.values()][a % Math.max(1, state.cases.size)]
  switch (what) {
    case 0:
      return setAttributes(
        state,
        {
          cells: [
            { of, name, value: ['', 'x', 'y'][a % 3] ?? '' },
            { of: other, name: 'role', value: 'z' },
          ],
        },
        world,
      )
    case 1:
      return renameAttribute(state, { from: name, to: ['country', 'role', ' '][a % 3] ?? '' }, world)
    case 2:
      return removeAttribute(state, { name }, world)
    case 3:
      return addCase(state, { name: ['Guest', 'Q', ' ', 'HALE'][a % 4] ?? '' }, world)
    case 4:
      return renameCase(state, { of, name: ['Hale', 'Q', '', 'Chair'][b % 4] ?? '' }, world)
    case 5:
      return mergeCases(state, { merged: refs.filter((_, index) => ((b >> index) & 1) === 1) }, world)
    case 6:
      return one === undefined
        ? mergeCases(state, { merged: [] }, world)
        : splitCase(state, { caseId: one.id, speaker: one.speakers[b % Math.max(1, one.speakers.length)] ?? '' }, world)
    default:
      return one === undefined ? mergeCases(state, { merged: [] }, world) : removeCase(state, { caseId: one.id }, world)
  }
}

const sorted = (state: ProjectState): unknown => [...state.cases.values()].sort((x, y) => (x.id < y.id ? -1 : 1))

test('any acts on speakers undone from the last to the first lead back to the start; each name is of one case; no turn is lost', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(7), fc.nat(60), fc.nat(31)), { maxLength: 30 }), (list) => {
      const before = start()
      let state = before
      const done: (readonly Change[])[] = []
      for (const step of list) {
        const result = act(state, step)
        if (isRefusal(result)) continue
        state = applyChanges(state, result.changes)
        done.push(result.changes)
        const speakers = [...state.cases.values()].flatMap((one) => one.speakers)
        expect(new Set(speakers).size).toBe(speakers.length)
        expect([...state.cases.values()].every(isCase)).toBe(true)
        const lines = speakerLines(state, summaries)
        expect(lines.reduce((sum, { turns }) => sum + turns, 0)).toBe(5)
        expect(new Set(lines.map(({ key }) => key)).size).toBe(lines.length)
      }
      let back = state
      for (const changes of [...done].reverse()) back = applyChanges(back, inverseOfAll(changes))
      expect(sorted(back)).toEqual(sorted(before))
      let again = back
      for (const changes of done) again = applyChanges(again, changes)
      expect(sorted(again)).toEqual(sorted(state))
    }),
  )
})
