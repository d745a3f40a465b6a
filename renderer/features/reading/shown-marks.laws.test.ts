import fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawnOf } from '#renderer/editor/mark.ts'
import { starterCodebook } from '#shared/codebook/starter-codebook.ts'
import type { Change } from '#shared/journal/change.ts'
import { applyChanges, emptyState, marksOf, type ProjectState } from '#shared/journal/state.ts'
import type { Coding } from '#shared/model/coding.ts'
import type { CoderId, CodingId, IsoDateTime, ProjectId, SegmentId, SourceId } from '#shared/model/ids.ts'
import type { Segment } from '#shared/model/segment.ts'
import { spanOf } from '#shared/model/text-span.ts'
import { type MarksWanted, type ShownMarks, shownMarks } from './shown-marks.ts'

const AT = '2026-01-02T03:04:05.006Z' as IsoDateTime
const SOURCE = 'source' as SourceId
const CODER = 'coder' as CoderId

let count = 0
const CODES = starterCodebook('en', () => `code-${++count}`)
const start = applyChanges(
  emptyState({ id: 'p' as ProjectId, name: 'p', createdAt: AT }),
  CODES.map((after): Change => ({ kind: 'code', before: null, after })),
)

type Step = readonly [kind: number, a: number, b: number, at: number]
const steps = fc.array(fc.tuple(fc.nat(6), fc.nat(25), fc.nat(25), fc.nat(300)), { maxLength: 50 })

function codingChange(state: ProjectState, [, a, b, at]: Step): Change {
  const codes = CODES.filter(({ isCodable }) => isCodable)
  const after: Coding = {
    id: `k${a}` as CodingId,
    segmentId: `s${b}` as SegmentId,
    sourceId: SOURCE,
    codeId: codes[at % codes.length]?.id ?? ('' as never),
    coderId: CODER,
    fields: {},
    createdAt: AT,
    modifiedAt: AT,
  }
  return { kind: 'coding', before: marksOf(state, SOURCE).codings.get(after.id) ?? null, after }
}

function segmentChange(state: ProjectState, [, , b, at]: Step): Change {
  const span = spanOf(at, at + 1 + ((at * 7) % 40))
  const after: Segment = {
    id: `s${b}` as SegmentId,
    sourceId: SOURCE,
    anchors: [{ span, quote: '', prefix: '', suffix: '' }],
    createdAt: AT,
    createdBy: CODER,
  }
  return { kind: 'segment', before: marksOf(state, SOURCE).segments.get(after.id) ?? null, after }
}

/** A coding comes or changes, goes, its passage moves, a code or a family looks otherwise. */
function next(state: ProjectState, step: Step): ProjectState {
  const [kind, a, b, at] = step
  const { codings, segments } = marksOf(state, SOURCE)
  if (kind <= 2) {
    const there = segments.has(`s${b}` as SegmentId) ? [] : [segmentChange(state, step)]
    return applyChanges(state, [...there, codingChange(state, step)])
  }
  if (kind === 3) {
    const before = codings.get(`k${a}` as CodingId)
    return before === undefined ? state : applyChanges(state, [{ kind: 'coding', before, after: null }])
  }
  if (kind === 4) return applyChanges(state, [segmentChange(state, step)])
  const all = [...state.codes.values()]
  const before = all[(kind === 5 ? a : 0) % all.length]
  if (before === undefined) return state
  return applyChanges(state, [{ kind: 'code', before, after: { ...before, name: `${before.name}${at}` } }])
}

const isEven = ({ id }: Coding): boolean => Number(id.slice(1)) % 2 === 0

const shape = ({ index, looks }: ShownMarks): unknown => {
  const marks = drawnOf(index.inOrder, looks)
  return {
    extents: index.inOrder.map(({ extent }) => extent),
    marks: [...marks].sort((x, y) => (x.id < y.id ? -1 : 1)),
  }
}

/** The same, worked out the long way from the records themselves. */
function expectedOf({ state, sourceId, isWanted, held }: MarksWanted): readonly unknown[] {
  const { codings, segments } = marksOf(state, sourceId)
  return [...codings.values()].flatMap((coding) => {
    const segment = segments.get(coding.segmentId)
    const code = state.codes.get(coding.codeId)
    if (segment === undefined || code === undefined) return []
    if (isWanted !== null && coding.id !== held && !isWanted(coding, segment)) return []
    return [{ id: coding.id, name: code.name, colour: code.colour, spans: segment.anchors.map(({ span }) => span) }]
  })
}

test('marks that follow acts, filters and what is in hand are those that would be made anew', () => {
  fc.assert(
    fc.property(steps, fc.array(fc.boolean(), { minLength: 50, maxLength: 50 }), (list, isFiltered) => {
      let state = start
      let shown: ShownMarks | null = null
      list.forEach((step, index) => {
        state = next(state, step)
        const wanted: MarksWanted = {
          state,
          sourceId: SOURCE,
          isWanted: isFiltered[index] === true ? isEven : null,
          held: step[3] % 3 === 0 ? (`k${step[1]}` as CodingId) : null,
        }
        shown = shownMarks(wanted, shown)
        expect(shape(shown)).toEqual(shape(shownMarks(wanted, null)))
        const drawn = drawnOf(shown.index.inOrder, shown.looks)
        const told = drawn.map(({ id, name, colour, spans }) => ({ id, name, colour, spans }))
        for (const placed of shown.index.inOrder) {
          const mark = shown.looks.drawn(placed)
          expect(shown.of(placed.coding.id)).toBe(mark ?? undefined)
          expect(shown.looks.familyOf(placed)).toBe(mark?.family ?? null)
        }
        expect(told).toHaveLength(expectedOf(wanted).length)
        expect(told).toEqual(expect.arrayContaining([...expectedOf(wanted)]))
      })
    }),
  )
})

test('what an act has not touched stays the same object, and what has not changed at all the same index', () => {
  const step: Step = [0, 1, 1, 10]
  const one = next(start, step)
  const two = next(one, [0, 2, 2, 50])
  const wanted = { sourceId: SOURCE, isWanted: null, held: null }
  const first = shownMarks({ ...wanted, state: one }, null)
  const kept = first.of('k1')
  const second = shownMarks({ ...wanted, state: two }, first)
  expect(second.of('k1')).toBe(kept)
  expect(second.index.inOrder).toHaveLength(2)
  const again = shownMarks({ ...wanted, state: two }, second)
  expect(again.index).toBe(second.index)
  expect(again.looks).toBe(second.looks)
  const recoloured = shownMarks({ ...wanted, state: next(two, [5, 3, 0, 7]) }, again)
  expect(recoloured.index).toBe(second.index)
  expect(recoloured.looks).not.toBe(second.looks)
})
