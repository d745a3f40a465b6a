import fc from 'fast-check'
import { expect, test } from 'vitest'
import { codeCounts } from '#renderer/commands/code-counts.ts'
import { starterCodebook } from '#shared/codebook/starter-codebook.ts'
import { descendantsOf } from '#shared/codebook/tree.ts'
import { type Change, inverseOfAll } from '#shared/journal/change.ts'
import { RecordTable } from '#shared/journal/record-table.ts'
import { allCodings, applyChanges, codeList, emptyState, marksOf, type ProjectState } from '#shared/journal/state.ts'
import { finished } from '#shared/journal/steps.ts'
import { COLOUR_NAMES } from '#shared/model/code.ts'
import type { Coding } from '#shared/model/coding.ts'
import type { CodeId, CoderId, CodingId, IsoDateTime, LinkId, ProjectId, SourceId } from '#shared/model/ids.ts'
import { LINK_RELATIONS, type Link } from '#shared/model/link.ts'
import { richTextOfMemo } from '#shared/model/memo.ts'
import { linksOf, type RichText } from '#shared/model/rich-text.ts'
import type { Source } from '#shared/model/source.ts'
import { spanOf } from '#shared/model/text-span.ts'
import { addCode } from './add-code.ts'
import { applyCode } from './apply-code.ts'
import { addCodeSet, deleteCodeSet, emptyCodeSet, putInCodeSet, renameCodeSet } from './code-sets.ts'
import { deleteVersion, nameVersion, renameVersion } from './codebook-versions.ts'
import { addExample, DEFINITION_PARTS, type DefinitionPart, defineCode } from './define-code.ts'
import { deleteCode } from './delete-code.ts'
import { memoOn } from './lookup.ts'
import { mergeCodes, mergeOutlook, mergeProblem } from './merge-codes.ts'
import { moveCode, moveCodeIn, moveCodeOut, placeCode, shiftCode } from './move-code.ts'
import { foundProject } from './project-acts.ts'
import { recode } from './recode.ts'
import { recolourCode } from './recolour-code.ts'
import { type ActResult, type ActWorld, isRefusal } from './refusal.ts'
import { renameCode } from './rename-code.ts'
import { setCodeKey } from './set-code-key.ts'
import { setField } from './set-field.ts'
import { writeMemo } from './write-memo.ts'

const AT = '2026-01-02T03:04:05.006Z' as IsoDateTime
const CODERS = ['1', '2'].map((n) => `00000000-0000-4000-8000-00000000000${n}` as CoderId)
const SOURCES = ['a', 'b'].map((n) => `00000000-0000-4000-8000-00000000000${n}` as SourceId)
const TEXT = '渡口的钟敲了七下，雾还没有散。The ferry waits.'
const LABELS = Object.fromEntries(DEFINITION_PARTS.map((part) => [part, part])) as Record<DefinitionPart, string>

let count = 0
const worldOf = (coder: number): ActWorld => ({
  at: AT,
  coderId: CODERS[coder % CODERS.length] as CoderId,
  newId: () => `00000000-0000-4000-9000-${String(++count).padStart(12, '0')}`,
})
const world = worldOf(0)

function start(): ProjectState {
  const project = { id: world.newId() as ProjectId, name: 'ferry', createdAt: AT }
  const [first] = CODERS
  if (first === undefined) throw new Error('no coder')
  const founding = foundProject(
    project,
    { id: first, name: 'a', createdAt: AT },
    starterCodebook('en', world.newId).slice(0, 12),
  )
  const sources = SOURCES.map((id): Change => ({ kind: 'source', before: null, after: sourceOf(id) }))
  return applyChanges(emptyState(project), [...founding.changes, ...sources])
}

function sourceOf(id: SourceId): Source {
  return {
    id,
    name: id,
    fileName: 'ferry.txt',
    mediaType: 'text/plain',
    sha256: 'a'.repeat(64),
    bytes: 1,
    encoding: 'utf-8',
    lineEnds: 'lf',
    importer: 'plain-text/1',
    length: 1,
    importedAt: AT,
    variables: {},
  }
}

/** What someone does next, chosen by numbers: each picks among what there is. */
type Step = readonly [what: number, a: number, b: number, c: number]
const stepsUpTo = (what: number) =>
  fc.array(fc.tuple(fc.nat(what), fc.nat(), fc.nat(), fc.nat()), { maxLength: 60, size: 'max' })
const steps = stepsUpTo(25)
/** Nothing but coding and what hangs on codings, so that many fall together when their codes are merged. */
const codingSteps = stepsUpTo(9)

const pick = <T>(list: readonly T[], n: number): T | undefined => list[n % Math.max(1, list.length)]

function act(state: ProjectState, [what, a, b, c]: Step): ActResult | null {
  const codes = codeList(state)
  const codings = [...allCodings(state)]
  const [codeId, other] = [pick(codes, a)?.id, pick(codes, b)?.id]
  const sourceId = pick(SOURCES, c)
  const coding = pick(codings, b)
  const set = pick([...state.codeSets.values()], b)
  const version = pick([...state.codebookVersions.values()], b)
  if (codeId === undefined || other === undefined || sourceId === undefined) return null
  const mine = worldOf(c)
  switch (what) {
    case 0:
    case 1:
    case 2:
    case 3:
    case 4: {
      // Few places and few codes, so that codings meet on one segment.
      const passage = { sourceId, text: TEXT, span: spanOf((b % 2) * 4, (b % 2) * 4 + 3) }
      return applyCode(state, { passage, codeId: pick(codes.slice(1, 4), a)?.id ?? codeId, fields: {} }, mine)
    }
    case 5:
    case 6: {
      if (coding === undefined) return null
      const field = pick(['claimant', 'addressee', 'proposition'], a) ?? ''
      const at = { sourceId: coding.sourceId, codingId: coding.id, field, written: `v${c % 3}` }
      return setField(state, at, mine)
    }
    case 7:
      return coding === undefined
        ? null
        : writeMemo(
            state,
            { target: { kind: 'coding', id: coding.id }, text: linking(`m${c}`, pick(codings, a)?.id, codeId) },
            mine,
          )
    case 8:
      return writeMemo(state, { target: { kind: 'code', id: codeId }, text: `c${c}` }, mine)
    case 9:
      return linkOf(pick(codings, a), coding, c)
    case 10:
      return addCode(state, { parentId: c % 5 === 0 ? null : codeId, name: `c${c % 9}` }, mine)
    case 11:
      return renameCode(state, { codeId, name: `n${c % 9}` })
    case 12:
      return recolourCode(state, { codeId, colour: pick(COLOUR_NAMES, c) ?? 'blue' })
    case 13:
      return defineCode(state, { codeId, part: pick(DEFINITION_PARTS, b) ?? 'notes', text: `d${c % 4}` })
    case 14:
      return c % 2 === 0
        ? setCodeKey(state, { codeId, key: 'zv7'.charAt(c % 3) })
        : addExample(state, { codeId, text: `e${c % 3}` })
    case 15:
      return c % 2 === 0 ? moveCode(state, { codeId, parentId: other }) : shiftCode(state, { codeId, by: 1 })
    case 16:
    case 17:
      return placeCode(state, {
        codeId,
        place: { targetId: other, where: pick(['before', 'after', 'into'] as const, c) ?? 'into' },
      })
    case 18:
      return c % 2 === 0 ? moveCodeOut(state, { codeId }) : moveCodeIn(state, { codeId })
    case 19:
      return c % 4 === 0 ? finished(deleteCode(state, { codeId })) : null
    case 20:
      return addCodeSet(state, { name: `s${c % 3}`, codeIds: [codeId, other] }, mine)
    case 21:
      return set === undefined
        ? null
        : (pick(
            [
              renameCodeSet(state, { setId: set.id, name: `s${a % 4}` }),
              putInCodeSet(state, { setId: set.id, codeId, isIn: true }),
              putInCodeSet(state, { setId: set.id, codeId, isIn: false }),
              emptyCodeSet(state, { setId: set.id }),
              deleteCodeSet(state, { setId: set.id }),
            ],
            c,
          ) ?? null)
    case 22:
      return version === undefined || c % 3 === 0
        ? nameVersion(state, { name: `v${a % 4}` }, mine)
        : c % 3 === 1
          ? renameVersion(state, { versionId: version.id, name: `v${a % 4}` })
          : deleteVersion(state, { versionId: version.id })
    case 23:
      return coding === undefined
        ? null
        : recode(state, { sourceId: coding.sourceId, codingId: coding.id, codeId, fields: {} }, mine)
    default:
      return finished(mergeCodes(state, { fromId: codeId, intoId: other, labels: LABELS }, mine))
  }
}

/** A memo that leads to a coding and to a code. */
function linking(text: string, codingId: CodingId | undefined, codeId: CodeId): RichText {
  const coding = codingId === undefined ? [] : [{ text: 'there', link: { kind: 'coding' as const, id: codingId } }]
  return [
    { kind: 'quote', level: 0, runs: [{ text, bold: true }, ...coding, { text, link: { kind: 'code', id: codeId } }] },
  ]
}

function linkOf(from: Coding | undefined, to: Coding | undefined, n: number): ActResult | null {
  if (from === undefined || to === undefined || from.id === to.id) return null
  const link: Link = {
    id: world.newId() as LinkId,
    sourceId: from.sourceId,
    from: from.id,
    relation: pick(LINK_RELATIONS, n) ?? 'supports',
    toSourceId: to.sourceId,
    to: to.id,
    createdBy: world.coderId,
    createdAt: AT,
  }
  return { name: 'act.recode', values: {}, changes: [{ kind: 'link', before: null, after: link }] }
}

function run(state: ProjectState, list: readonly Step[]): { state: ProjectState; done: (readonly Change[])[] } {
  const done: (readonly Change[])[] = []
  let now = state
  for (const step of list) {
    const result = act(now, step)
    if (result === null || isRefusal(result)) continue
    now = applyChanges(now, result.changes)
    done.push(result.changes)
  }
  return { state: now, done }
}

/** The records of a state in an order of their own, without sources that nothing belongs to. */
function records(state: ProjectState): unknown {
  const table = (map: ReadonlyMap<string, unknown>): readonly unknown[] =>
    [...map].sort(([x], [y]) => (x < y ? -1 : 1)).map(([, record]) => record)
  const { marks, ...tables } = state
  return [
    ...Object.values(tables).map((value) => (value instanceof RecordTable ? table(value) : value)),
    ...[...marks]
      .sort(([x], [y]) => (x < y ? -1 : 1))
      .map(([, { segments, codings, links }]) => [table(segments), table(codings), table(links)])
      .filter((lists) => lists.some((list) => list.length > 0)),
  ]
}

test('any acts on the codebook undone are the start, and done again the end', () => {
  fc.assert(
    fc.property(steps, (list) => {
      const before = start()
      const { state, done } = run(before, list)
      let back = state
      for (const changes of [...done].reverse()) back = applyChanges(back, inverseOfAll(changes))
      expect(records(back)).toEqual(records(before))
      let again = back
      for (const changes of done) again = applyChanges(again, changes)
      expect(records(again)).toEqual(records(state))
    }),
  )
})

test('after any acts the tree holds together and nothing speaks of what is gone', () => {
  fc.assert(
    fc.property(steps, (list) => {
      const { state } = run(start(), list)
      const codes = codeList(state)
      const ids = new Set([...allCodings(state)].map(({ id }) => id))
      for (const code of codes) {
        expect(code.parentId === null || state.codes.has(code.parentId)).toBe(true)
        expect(code.parentId === null).toBe(code.family !== null)
        expect(descendantsOf(codes, code.id)).not.toContain(code)
        const names = codes.filter(({ parentId }) => parentId === code.parentId).map(({ name }) => name)
        expect(new Set(names).size).toBe(names.length)
      }
      const keys = codes.flatMap(({ key }) => (key === null ? [] : [key]))
      expect(new Set(keys).size).toBe(keys.length)
      for (const { codeIds } of state.codeSets.values()) {
        expect(codeIds.every((id) => state.codes.has(id))).toBe(true)
        expect(new Set(codeIds).size).toBe(codeIds.length)
      }
      for (const { links } of state.marks.values()) {
        for (const { from, to } of links.values()) expect(ids.has(from) && ids.has(to) && from !== to).toBe(true)
      }
      for (const { target } of state.memos.values()) {
        if (target.kind === 'coding') expect(ids.has(target.id)).toBe(true)
        if (target.kind === 'code') expect(state.codes.has(target.id)).toBe(true)
      }
    }),
  )
})

test('the counts that are shown equal a recount', () => {
  fc.assert(
    fc.property(steps, (list) => {
      const { state } = run(start(), list)
      for (const sourceId of [null, ...SOURCES]) {
        const counts = codeCounts(state, sourceId)
        for (const { id } of codeList(state)) {
          const recount = [...allCodings(state)].filter(
            (coding) => coding.codeId === id && (sourceId === null || coding.sourceId === sourceId),
          )
          expect(counts.get(id) ?? 0).toBe(recount.length)
        }
      }
    }),
  )
})

test('a merge keeps every segment, every coder’s judgement, every answer and every memo', () => {
  fc.assert(
    fc.property(codingSteps, steps, fc.nat(5), fc.nat(5), (dense, list, a, b) => {
      const { state } = run(start(), [...dense, ...list.slice(0, 10)])
      const codes = codeList(state)
      const [fromId, intoId] = [codes[a]?.id, codes[b]?.id]
      if (fromId === undefined || intoId === undefined) return
      const merging = { fromId, intoId, labels: LABELS }
      const result = finished(mergeCodes(state, merging, world))
      expect(isRefusal(result)).toBe(mergeProblem(state, merging) !== null)
      if (isRefusal(result)) return
      const outlook = mergeOutlook(state, merging)
      const after = applyChanges(state, result.changes)
      for (const { links } of after.marks.values()) {
        for (const { from, to } of links.values()) expect(from).not.toBe(to)
      }
      // What a memo led to, it leads to still, or to what has taken its place.
      const lead = (where: ProjectState): number =>
        [...where.memos.values()]
          .flatMap((memo) => linksOf(richTextOfMemo(memo)))
          .filter(({ kind, id }) =>
            kind === 'code' ? where.codes.has(id) : [...allCodings(where)].some((coding) => coding.id === id),
          ).length
      expect(lead(after)).toBe(lead(state))
      const judged = (codings: Iterable<Coding>): ReadonlySet<string> =>
        new Set([...codings].map(({ segmentId, coderId }) => `${segmentId} ${coderId}`))
      const of = (where: ProjectState, ...ids: readonly CodeId[]): readonly Coding[] =>
        [...allCodings(where)].filter(({ codeId }) => ids.includes(codeId))

      for (const sourceId of SOURCES) {
        expect([...marksOf(after, sourceId).segments]).toEqual([...marksOf(state, sourceId).segments])
      }
      expect(judged(of(after, intoId))).toEqual(judged(of(state, fromId, intoId)))
      expect(of(after, intoId)).toHaveLength(judged(of(state, fromId, intoId)).size)
      expect(of(after, fromId)).toHaveLength(0)
      expect(result.values['count']).toBe(of(state, fromId).length)
      expect(outlook.codings).toBe(of(state, fromId).length)
      expect(outlook.duplicates).toBe([...allCodings(state)].length - [...allCodings(after)].length)
      expect(after.codes.has(fromId)).toBe(false)

      for (const coding of of(state, fromId, intoId)) {
        const stays = of(after, intoId).find(
          ({ segmentId, coderId }) => segmentId === coding.segmentId && coderId === coding.coderId,
        )
        if (stays === undefined) throw new Error('a judgement is lost')
        const memo = memoOn(after, { kind: 'coding', id: stays.id })?.text ?? ''
        for (const [name, value] of Object.entries(coding.fields)) {
          const isKept = stays.fields[name] === value || memo.includes(value)
          expect(isKept, `${name}: ${value}`).toBe(true)
        }
        expect(memo).toContain(memoOn(state, { kind: 'coding', id: coding.id })?.text ?? '')
      }
      const memo = memoOn(after, { kind: 'code', id: intoId })?.text ?? ''
      for (const id of [fromId, intoId]) expect(memo).toContain(memoOn(state, { kind: 'code', id })?.text ?? '')
      const notes = after.codes.get(intoId)?.notes ?? ''
      const from = state.codes.get(fromId)
      for (const part of DEFINITION_PARTS) expect(notes).toContain(from?.[part] ?? '')
    }),
    { numRuns: 300 },
  )
})
