import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isFieldValue } from '#shared/codebook/field-values.ts'
import { starterCodesByName } from '#shared/codebook/starter-codebook.ts'
import { inverseOfAll } from '#shared/journal/change.ts'
import { applyChanges, codeList, emptyState, marksOf, type ProjectState } from '#shared/journal/state.ts'
import { FIELD_TYPES, type FieldType, isCode } from '#shared/model/code.ts'
import type { CodeId, CoderId, CodingId, IsoDateTime, ProjectId, SourceId } from '#shared/model/ids.ts'
import type { Source } from '#shared/model/source.ts'
import { spanOf } from '#shared/model/text-span.ts'
import { applyCode } from '../apply-code.ts'
import { foundProject } from '../project-acts.ts'
import { type ActResult, type ActWorld, isRefusal } from '../refusal.ts'
import { setField } from '../set-field.ts'
import { importSource } from '../source-acts.ts'
import { addField } from './add-field.ts'
import { changeFieldType } from './change-field-type.ts'
import { addChoice, deleteChoice, relabelChoice, renameChoice, shiftChoice } from './choice-acts.ts'
import { copyAnswer } from './copy-answer.ts'
import { defineField, relabelField } from './define-field.ts'
import { deleteField } from './delete-field.ts'
import { answersInUse, fieldWorldOf } from './family-lookup.ts'
import { renameFamilySlug, renameField } from './rename-field.ts'
import { shiftField } from './shift-field.ts'

const AT = '2026-01-02T03:04:05.006Z' as IsoDateTime
const CODER = '00000000-0000-4000-8000-000000000001' as CoderId
const TEXT = '桥墩已经打好了。水位比去年低两尺。五月通车。'
const SOURCE_ID = '00000000-0000-4000-8000-0000000000aa' as SourceId

let count = 0
const world: ActWorld = {
  at: AT,
  coderId: CODER,
  newId: () => `00000000-0000-4000-9000-${String(++count).padStart(12, '0')}`,
}

function done(state: ProjectState, result: ActResult): ProjectState {
  if (isRefusal(result)) throw new Error(`refused: ${result.refused}`)
  return applyChanges(state, result.changes)
}

/** A project with a family of claims, and three codings of it. */
function start(): { readonly state: ProjectState; readonly root: CodeId; readonly codings: readonly CodingId[] } {
  const project = { id: world.newId() as ProjectId, name: '桥', createdAt: AT }
  const byName = starterCodesByName('zh-CN', world.newId)
  const source: Source = {
    id: SOURCE_ID,
    name: '桥',
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
  let state = emptyState(project)
  state = done(state, foundProject(project, { id: CODER, name: 'a', createdAt: AT }, Object.values(byName)))
  state = done(state, importSource(state, source))
  for (const start of [0, 8, 17]) {
    const passage = { sourceId: SOURCE_ID, text: TEXT, span: spanOf(start, start + 4) }
    state = done(state, applyCode(state, { passage, codeId: byName['claim.fact'].id, fields: {} }, world))
  }
  return { state, root: byName.claim.id, codings: [...marksOf(state, SOURCE_ID).codings.keys()] }
}

const answers = (state: ProjectState, codeId: CodeId, field: string) =>
  Object.fromEntries(answersInUse(state, { codeId, field }))

function answered(field: string, ...written: readonly string[]) {
  const { state: before, root, codings } = start()
  let state = before
  for (const [index, text] of written.entries()) {
    const codingId = codings[index]
    if (codingId !== undefined) {
      state = done(state, setField(state, { sourceId: SOURCE_ID, codingId, field, written: text }, world))
    }
  }
  return { state, root, at: { codeId: root, field } }
}

describe('changing the type of a field', () => {
  test('text becomes dates where all of it can be read so, and the history has it all back', () => {
    const { state, root, at } = answered('proposition', '2024年3月5日', '2024/3', '2024')
    const result = changeFieldType(state, { ...at, type: 'date' }, world)
    const after = done(state, result)
    expect(answers(after, root, 'proposition')).toEqual({ '2024-03-05': 1, '2024-03': 1, '2024': 1 })
    if (isRefusal(result)) throw new Error('refused')
    const back = applyChanges(after, inverseOfAll(result.changes))
    expect(answers(back, root, 'proposition')).toEqual(answers(state, root, 'proposition'))
  })

  test('one answer that does not fit is enough to refuse', () => {
    const { state, at } = answered('proposition', '12', 'about 12')
    expect(changeFieldType(state, { ...at, type: 'number' }, world)).toMatchObject({
      refused: 'refusal.answersDoNotFit',
      values: { answer: 'about 12' },
    })
  })

  test('text becomes choices of what was written; choices become several; a source its name', () => {
    const { state, root, at } = answered('proposition', '强', '弱', '强')
    const chosen = done(state, changeFieldType(state, { ...at, type: 'choice' }, world))
    const field = (of: ProjectState) => of.codes.get(root)?.family?.fields.find(({ name }) => name === 'proposition')
    expect(field(chosen)?.choices).toEqual([
      { value: '强', label: '强' },
      { value: '弱', label: '弱' },
    ])
    const several = done(chosen, changeFieldType(chosen, { ...at, type: 'choices' }, world))
    expect(field(several)).toMatchObject({ type: 'choices', choices: field(chosen)?.choices })
    expect(answers(several, root, 'proposition')).toEqual({ 强: 2, 弱: 1 })

    const named = answered('proposition', '桥')
    const source = done(named.state, changeFieldType(named.state, { ...named.at, type: 'source' }, world))
    expect(answers(source, named.root, 'proposition')).toEqual({ [SOURCE_ID]: 1 })
    const text = done(source, changeFieldType(source, { ...named.at, type: 'text' }, world))
    expect(answers(text, named.root, 'proposition')).toEqual({ 桥: 1 })
  })
})

test('names that cannot stand in the CSV, or stand for another field, are refused', () => {
  const { state, root, at } = answered('stance', '支持')
  expect(renameField(state, { ...at, name: 'Stance 2' }, world)).toMatchObject({ refused: 'refusal.notAColumnName' })
  expect(renameField(state, { ...at, name: 'claimant' }, world)).toMatchObject({ refused: 'refusal.columnNameTaken' })
  expect(relabelField(state, { ...at, label: '主张者 ' })).toMatchObject({ refused: 'refusal.fieldLabelTaken' })
  expect(renameFamilySlug(state, { codeId: root, slug: 'topic' })).toMatchObject({ refused: 'refusal.columnNameTaken' })
  const renamed = done(state, renameField(state, { ...at, name: 'position' }, world))
  expect([answers(renamed, root, 'stance'), answers(renamed, root, 'position')]).toEqual([{}, { supports: 1 }])
  // An older field of that name may have left answers, which are no answers to this one.
  const orphaned = done(state, { name: 'act.setField', values: {}, changes: withoutField(state, root, 'stance') })
  expect(renameField(orphaned, { codeId: root, field: 'proposition', name: 'stance' }, world)).toMatchObject({
    refused: 'refusal.fieldNameHeld',
  })
  const again = done(orphaned, addField(orphaned, { codeId: root, label: 'Stance', type: 'text' }))
  expect(again.codes.get(root)?.family?.fields.at(-1)?.name).toBe('stance_2')
})

/** As if a record came from elsewhere: the definition is gone, the answers are not. */
function withoutField(state: ProjectState, codeId: CodeId, name: string) {
  const root = state.codes.get(codeId)
  if (root?.family == null) throw new Error('no family')
  const fields = root.family.fields.filter((field) => field.name !== name)
  return [{ kind: 'code' as const, before: root, after: { ...root, family: { ...root.family, fields } } }]
}

test('a choice that goes, or is called otherwise, goes so in every answer', () => {
  const { state, root } = start()
  const at = { codeId: root, field: 'tone' }
  let now = done(state, addField(state, { codeId: root, label: 'Tone', type: 'choices' }))
  for (const label of ['Dry', 'Warm', 'Sharp']) now = done(now, addChoice(now, { ...at, label }))
  const [first, second] = [...marksOf(now, SOURCE_ID).codings.keys()] as [CodingId, CodingId]
  const answer = (codingId: CodingId, written: string) =>
    done(now, setField(now, { sourceId: SOURCE_ID, codingId, field: 'tone', written }, world))
  now = answer(first, 'warm;dry')
  now = answer(second, 'dry')
  expect(addChoice(now, { ...at, label: 'DRY' })).toMatchObject({ refused: 'refusal.choiceTaken' })
  expect(renameChoice(now, { ...at, value: 'dry', to: 'a;b' }, world)).toMatchObject({
    refused: 'refusal.choiceSeparator',
  })
  const renamed = done(now, renameChoice(now, { ...at, value: 'dry', to: 'zz' }, world))
  expect(answers(renamed, root, 'tone')).toEqual({ 'warm;zz': 1, zz: 1 })
  const result = deleteChoice(now, { ...at, value: 'dry' }, world)
  expect(result).toMatchObject({ name: 'act.deleteChoice', values: { count: 2 } })
  expect(answers(done(now, result), root, 'tone')).toEqual({ warm: 1 })
})

/** What someone does next, chosen by numbers: each picks among what there is. */
type Step = readonly [what: number, a: number, b: number, c: number]
const steps = fc.array(fc.tuple(fc.nat(14), fc.nat(), fc.nat(), fc.nat()), { maxLength: 50 })
const WORDS = ['12', '1.50', '2024年3月', 'yes', '桥', 'Dry', 'warm;dry', 'x;y', '支持', '']

function act(state: ProjectState, root: CodeId, [what, a, b, c]: Step): ActResult | null {
  const fields = state.codes.get(root)?.family?.fields ?? []
  const field = fields[a % Math.max(1, fields.length)]
  const type = FIELD_TYPES[b % FIELD_TYPES.length] as FieldType
  if (what === 0) return addField(state, { codeId: root, label: `f${c % 6}`, type })
  if (field === undefined) return null
  const at = { codeId: root, field: field.name }
  const choice = { ...at, value: field.choices[b % Math.max(1, field.choices.length)]?.value ?? '' }
  const ids = [...marksOf(state, SOURCE_ID).codings.keys()]
  switch (what) {
    case 1:
      return relabelField(state, { ...at, label: `l${c % 6}` })
    case 2:
      return renameField(state, { ...at, name: `n${c % 6}` }, world)
    case 3:
      return shiftField(state, { ...at, by: c % 2 === 0 ? 1 : -1 })
    case 4:
      return changeFieldType(state, { ...at, type }, world)
    case 5:
      return c % 4 === 0 ? deleteField(state, at, world) : null
    case 6:
      return addChoice(state, { ...at, label: `c${c % 8}` })
    case 7:
      return relabelChoice(state, { ...choice, label: `d${c % 8}` })
    case 8:
      return renameChoice(state, { ...choice, to: `e${c % 8}` }, world)
    case 9:
      return c % 2 === 0
        ? shiftChoice(state, { ...choice, by: c % 4 === 0 ? 1 : -1 })
        : deleteChoice(state, choice, world)
    case 10:
      return defineField(state, {
        ...at,
        manner: c % 3 === 0 ? { required: b % 2 === 0 } : c % 3 === 1 ? { help: `h${b % 3}` } : { appliesTo: null },
      })
    case 11: {
      const from = ids[b % ids.length] as CodingId
      return copyAnswer(
        state,
        { sourceId: SOURCE_ID, from, to: ids.filter((id) => id !== from), field: field.name },
        world,
      )
    }
    default: {
      const codingId = ids[b % ids.length] as CodingId
      const written = field.choices.length > 0 && c % 2 === 0 ? choice.value : (WORDS[c % WORDS.length] ?? '')
      return setField(state, { sourceId: SOURCE_ID, codingId, field: field.name, written }, world)
    }
  }
}

const said = (state: ProjectState) => ({
  codes: codeList(state).toSorted((x, y) => (x.id < y.id ? -1 : 1)),
  codings: [...marksOf(state, SOURCE_ID).codings.values()].sort((x, y) => (x.id < y.id ? -1 : 1)),
})

const answerCount = (state: ProjectState): number =>
  [...marksOf(state, SOURCE_ID).codings.values()].reduce((sum, { fields }) => sum + Object.keys(fields).length, 0)

test('whatever is done to fields, undoing it all leads to the start and doing it again to the end', () => {
  fc.assert(
    fc.property(steps, (list) => {
      const { state: before, root } = start()
      let state = before
      const journal = []
      for (const step of list) {
        const result = act(state, root, step)
        if (result === null || isRefusal(result)) continue
        state = applyChanges(state, result.changes)
        journal.push(result.changes)
      }
      const back = journal.toReversed().reduce((now, changes) => applyChanges(now, inverseOfAll(changes)), state)
      expect(said(back)).toEqual(said(before))
      expect(said(journal.reduce(applyChanges, back))).toEqual(said(state))
    }),
  )
})

test('no answer vanishes but by an act that says so, and every answer fits its field', () => {
  fc.assert(
    fc.property(steps, (list) => {
      const { state: before, root } = start()
      let state = before
      for (const step of list) {
        const result = act(state, root, step)
        if (result === null || isRefusal(result)) continue
        const held = answerCount(state)
        state = applyChanges(state, result.changes)
        const lost = held - answerCount(state)
        if (result.name === 'act.setField') expect(lost).toBeLessThanOrEqual(1)
        else if (result.name === 'act.deleteField') expect(lost).toBe(result.values['count'])
        else if (result.name === 'act.deleteChoice') expect(lost).toBeLessThanOrEqual(Number(result.values['count']))
        else if (result.name === 'act.copyAnswer') expect(lost).toBeLessThanOrEqual(0)
        else expect(lost).toBe(0)
      }
      const fields = state.codes.get(root)?.family?.fields ?? []
      expect(new Set(fields.map(({ name }) => name)).size).toBe(fields.length)
      expect(codeList(state).every(isCode)).toBe(true)
      for (const coding of marksOf(state, SOURCE_ID).codings.values()) {
        for (const [name, value] of Object.entries(coding.fields)) {
          const field = fields.find((one) => one.name === name)
          expect(field !== undefined && isFieldValue(field, value, fieldWorldOf(state)), `${name} ${value}`).toBe(true)
        }
      }
    }),
  )
})
