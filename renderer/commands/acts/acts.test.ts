import fc from 'fast-check'
import { expect, test } from 'vitest'
import { starterCodebook } from '#shared/codebook/starter-codebook.ts'
import { type Change, inverseOfAll } from '#shared/journal/change.ts'
import { RecordTable } from '#shared/journal/record-table.ts'
import { allCodings, applyChanges, codeList, emptyState, marksOf, type ProjectState } from '#shared/journal/state.ts'
import { finished } from '#shared/journal/steps.ts'
import { COLOUR_NAMES, MANNERS } from '#shared/model/code.ts'
import type { CodeId, CoderId, CodingId, IsoDateTime, ProjectId, SourceId } from '#shared/model/ids.ts'
import type { Source } from '#shared/model/source.ts'
import { spanOf } from '#shared/model/text-span.ts'
import { addCode } from './add-code.ts'
import { applyCode } from './apply-code.ts'
import { defineCode } from './define-code.ts'
import { deleteCode, deletionOf } from './delete-code.ts'
import { moveCode, shiftCode } from './move-code.ts'
import { foundProject, renameProject } from './project-acts.ts'
import { recode } from './recode.ts'
import { recolourCode } from './recolour-code.ts'
import { type ActResult, type ActWorld, isRefusal } from './refusal.ts'
import { removeCoding } from './remove-coding.ts'
import { renameCode } from './rename-code.ts'
import { resizeCoding } from './resize-coding.ts'
import { setCodeKey } from './set-code-key.ts'
import { setField } from './set-field.ts'
import { setManner } from './set-manner.ts'
import { importSource, removeSources, renameSource } from './source-acts.ts'
import { writeMemo } from './write-memo.ts'

const AT = '2026-01-02T03:04:05.006Z' as IsoDateTime
const CODER = '00000000-0000-4000-8000-000000000001' as CoderId
const TEXT = '桥墩已经打好了，𠮷日动工。The bridge 🌉 opens in May. 水位比去年低两尺。'
const SOURCE_ID = '00000000-0000-4000-8000-0000000000aa' as SourceId

let count = 0
const world: ActWorld = {
  at: AT,
  coderId: CODER,
  newId: () => `00000000-0000-4000-9000-${String(++count).padStart(12, '0')}`,
}

function start(): ProjectState {
  const project = { id: world.newId() as ProjectId, name: '桥', createdAt: AT }
  const founding = foundProject(project, { id: CODER, name: 'a', createdAt: AT }, starterCodebook('zh-CN', world.newId))
  const source: Source = {
    id: SOURCE_ID,
    name: 'bridge',
    fileName: 'bridge.txt',
    mediaType: 'text/plain',
    sha256: 'a'.repeat(64),
    bytes: 10,
    encoding: 'utf-8',
    lineEnds: 'lf',
    importer: 'plain-text/1',
    length: TEXT.length,
    importedAt: AT,
    variables: {},
  }
  const imported = importSource(emptyState(project), source)
  if (isRefusal(imported)) throw new Error('refused')
  return applyChanges(applyChanges(emptyState(project), founding.changes), imported.changes)
}

/** What someone does next, chosen by numbers: each picks among what there is. */
type Step = readonly [what: number, a: number, b: number, c: number]
const steps = fc.array(fc.tuple(fc.nat(15), fc.nat(), fc.nat(), fc.nat()), { maxLength: 40 })

function act(state: ProjectState, [what, a, b, c]: Step): ActResult | null {
  const codes = codeList(state)
  const pickCode = (n: number): CodeId | undefined => codes[n % Math.max(1, codes.length)]?.id
  const marks = [...marksOf(state, SOURCE_ID).codings.keys()]
  const codingId = marks[a % Math.max(1, marks.length)] as CodingId | undefined
  const from = b % (TEXT.length - 1)
  const passage = { sourceId: SOURCE_ID, text: TEXT, span: spanOf(from, from + 1 + (c % (TEXT.length - from))) }
  const codeId = pickCode(a)
  const other = pickCode(b)
  if (!state.sources.has(SOURCE_ID) || codeId === undefined || other === undefined) return null
  switch (what) {
    case 0:
    case 1:
    case 2:
      return applyCode(state, { passage, codeId, fields: {} }, world)
    case 3:
      return codingId === undefined ? null : removeCoding(state, { sourceId: SOURCE_ID, codingId })
    case 4:
      return codingId === undefined
        ? null
        : recode(state, { sourceId: SOURCE_ID, codingId, codeId: other, fields: {} }, world)
    case 5:
      return codingId === undefined ? null : resizeCoding(state, { passage, codingId }, world)
    case 6:
      return codingId === undefined
        ? null
        : setField(
            state,
            { sourceId: SOURCE_ID, codingId, field: 'stance', written: c % 2 === 0 ? '' : 'supports' },
            world,
          )
    case 7:
      return codingId === undefined
        ? null
        : writeMemo(state, { target: { kind: 'coding', id: codingId }, text: c % 3 === 0 ? ' ' : `m${c}` }, world)
    case 8:
      return addCode(state, { parentId: c % 4 === 0 ? null : codeId, name: `c${c % 20}` }, world)
    case 9:
      return renameCode(state, { codeId, name: c % 5 === 0 ? '' : `n${c % 9}` })
    case 10:
      return recolourCode(state, { codeId, colour: COLOUR_NAMES[c % COLOUR_NAMES.length] ?? 'blue' })
    case 11:
      return c % 2 === 0
        ? c % 4 === 0
          ? setManner(state, { codeId, manner: MANNERS[c % MANNERS.length] ?? 'tint' })
          : defineCode(state, { codeId, part: 'definition', text: `d${c}` })
        : setCodeKey(state, { codeId, key: 'zv7'.charAt(c % 3) })
    case 12:
      return moveCode(state, { codeId, parentId: other })
    case 13:
      return shiftCode(state, { codeId, by: c % 2 === 0 ? 1 : -1 })
    case 14:
      return finished(deleteCode(state, { codeId }))
    default:
      return c % 7 === 0
        ? finished(removeSources(state, { sourceIds: [SOURCE_ID] }))
        : c % 2 === 0
          ? renameSource(state, { sourceId: SOURCE_ID, name: `s${c}` })
          : renameProject(state, { name: `p${c}` })
  }
}

function sorted(state: ProjectState): unknown {
  const table = (map: ReadonlyMap<string, unknown>): unknown =>
    [...map].sort(([x], [y]) => (x < y ? -1 : 1)).map(([, record]) => record)
  return {
    ...Object.fromEntries(Object.entries(state).map(([k, v]) => [k, v instanceof RecordTable ? table(v) : v])),
    marks: [...state.marks]
      .map(([id, { segments, codings }]) => [id, table(segments), table(codings)])
      .filter(([, segments, codings]) => (segments as unknown[]).length + (codings as unknown[]).length > 0),
  }
}

test('any acts undone from the last to the first lead back to the start, and done again to the end', () => {
  fc.assert(
    fc.property(steps, (list) => {
      const before = start()
      let state = before
      const done: (readonly Change[])[] = []
      for (const step of list) {
        const result = act(state, step)
        if (result === null || isRefusal(result)) continue
        state = applyChanges(state, result.changes)
        done.push(result.changes)
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

test('after any acts every coding has its segment, code and source, and no segment stands bare', () => {
  fc.assert(
    fc.property(steps, (list) => {
      let state = start()
      for (const step of list) {
        const result = act(state, step)
        if (result !== null && !isRefusal(result)) state = applyChanges(state, result.changes)
      }
      const { segments } = marksOf(state, SOURCE_ID)
      const used = new Set<string>()
      const once = new Set<string>()
      for (const coding of allCodings(state)) {
        expect(segments.get(coding.segmentId)).toBeDefined()
        expect(state.codes.get(coding.codeId)?.isCodable).toBe(true)
        expect(state.sources.has(coding.sourceId)).toBe(true)
        used.add(coding.segmentId)
        const key = `${coding.segmentId} ${coding.codeId} ${coding.coderId}`
        expect(once.has(key)).toBe(false)
        once.add(key)
      }
      for (const segment of segments.values()) {
        expect(used.has(segment.id)).toBe(true)
        for (const { span, quote } of segment.anchors) expect(TEXT.slice(span.start, span.end)).toBe(quote)
      }
      for (const { target } of state.memos.values()) {
        if (target.kind === 'coding') expect(marksOf(state, SOURCE_ID).codings.has(target.id)).toBe(true)
      }
      for (const code of state.codes.values()) {
        expect(code.parentId === null || state.codes.has(code.parentId)).toBe(true)
        expect(code.parentId === null).toBe(code.family !== null)
      }
    }),
  )
})

test('deleting a code says beforehand how many codings go with it', () => {
  fc.assert(
    fc.property(steps, fc.nat(), (list, n) => {
      let state = start()
      for (const step of list) {
        const result = act(state, step)
        if (result !== null && !isRefusal(result)) state = applyChanges(state, result.changes)
      }
      const codes = codeList(state)
      const codeId = codes[n % Math.max(1, codes.length)]?.id
      if (codeId === undefined) return
      const said = deletionOf(state, codeId)
      const result = finished(deleteCode(state, { codeId }))
      if (isRefusal(result)) throw new Error('refused')
      const after = applyChanges(state, result.changes)
      expect([...allCodings(state)].length - [...allCodings(after)].length).toBe(said.codings)
      expect(state.codes.size - after.codes.size).toBe(said.codes)
    }),
  )
})

test('a change that does not fit the state is refused loudly', () => {
  const state = start()
  const [code] = codeList(state)
  if (code === undefined) throw new Error('no code')
  expect(() => applyChanges(state, [{ kind: 'code', before: null, after: code }])).toThrow(/does not fit/)
})
