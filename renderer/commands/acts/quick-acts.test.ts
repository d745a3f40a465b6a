import { describe, expect, test } from 'vitest'
import { starterCodesByName } from '#shared/codebook/starter-codebook.ts'
import { inverseOfAll } from '#shared/journal/change.ts'
import type { Act } from '#shared/journal/entry.ts'
import { applyChanges, emptyState, marksOf, type ProjectState } from '#shared/journal/state.ts'
import type { CoderId, IsoDateTime, ProjectId, SourceId } from '#shared/model/ids.ts'
import { spanOf } from '#shared/model/text-span.ts'
import { codeWithNew, recodeWithNew } from './code-with-new.ts'
import { pinCode } from './pin-code.ts'
import { type ActResult, isRefusal } from './refusal.ts'

let next = 0
const newId = (): string => `00000000-0000-4000-8000-${String(next++).padStart(12, '0')}`
const at = '2026-01-01T00:00:00.000Z' as IsoDateTime
const world = { at, coderId: newId() as CoderId, newId }
const codes = starterCodesByName('en', newId)
const sourceId = newId() as SourceId
const start = applyChanges(
  emptyState({ id: newId() as ProjectId, name: 'test', createdAt: at }),
  Object.values(codes).map((code) => ({ kind: 'code', before: null, after: code })),
)
const passage = { sourceId, text: 'a bridge of paper', span: spanOf(2, 8) }
const fields = {}

function done(result: ActResult): Act {
  if (isRefusal(result)) throw new Error(result.refused)
  return result
}
const stateAfter = (state: ProjectState, act: Act): ProjectState => applyChanges(state, act.changes)

describe('a new code put to use as it is made', () => {
  const act = done(codeWithNew(start, { passage, code: { parentId: codes.topic.id, name: ' bridge ' }, fields }, world))
  const coded = stateAfter(start, act)
  const made = [...coded.codes.values()].find(({ name }) => name === 'bridge')

  test('is one act: taken back, the coding and the code are gone', () => {
    expect(made).toMatchObject({ parentId: codes.topic.id, isCodable: true })
    expect([...marksOf(coded, sourceId).codings.values()].map(({ codeId }) => codeId)).toEqual([made?.id])
    const back = applyChanges(coded, inverseOfAll(act.changes))
    expect(back.codes).toEqual(start.codes)
    expect(marksOf(back, sourceId).codings.size + marksOf(back, sourceId).segments.size).toBe(0)
  })

  test('is the code that is there, where the name is', () => {
    const elsewhere = { ...passage, span: spanOf(12, 17) }
    const again = done(
      codeWithNew(coded, { passage: elsewhere, code: { parentId: codes.topic.id, name: 'Bridge' }, fields }, world),
    )
    expect(again.name).toBe('act.applyCode')
    expect(stateAfter(coded, again).codes.size).toBe(coded.codes.size)
  })

  test('takes the place of another one', () => {
    const [coding] = marksOf(coded, sourceId).codings.values()
    if (coding === undefined) throw new Error('nothing coded')
    const code = { parentId: codes.claim.id, name: 'paper' }
    const changed = stateAfter(
      coded,
      done(recodeWithNew(coded, { sourceId, codingId: coding.id, code, fields }, world)),
    )
    const name = changed.codes.get(marksOf(changed, sourceId).codings.get(coding.id)?.codeId ?? coding.codeId)?.name
    expect(name).toBe('paper')
  })

  test('needs a name', () => {
    const nameless = codeWithNew(start, { passage, code: { parentId: codes.topic.id, name: ' ' }, fields }, world)
    expect(isRefusal(nameless) && nameless.refused).toBe('refusal.nameEmpty')
  })
})

test('a code is pinned to a digit, and no two codes have the same', () => {
  const metaphor = codes['rhetoric.metaphor']
  const pinned = stateAfter(start, done(pinCode(start, { codeId: metaphor.id, digit: '1' })))
  expect([...pinned.codes.values()].filter(({ key }) => key === '1').map(({ id }) => id)).toEqual([metaphor.id])
  expect(pinned.codes.get(codes['claim.fact'].id)?.key).toBeNull()
  expect(isRefusal(pinCode(pinned, { codeId: metaphor.id, digit: '1' }))).toBe(true)
  expect(isRefusal(pinCode(pinned, { codeId: codes.claim.id, digit: '2' }))).toBe(true)
})
