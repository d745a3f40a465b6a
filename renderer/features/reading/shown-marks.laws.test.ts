import fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawnOf, type Mark } from '#renderer/editor/mark.ts'
import { starterCodebook } from '#shared/codebook/starter-codebook.ts'
import type { Change } from '#shared/journal/change.ts'
import { applyChanges, emptyState, marksOf, type ProjectState } from '#shared/journal/state.ts'
import { COLOUR_NAMES, type Code, MANNERS } from '#shared/model/code.ts'
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
const steps = fc.array(fc.tuple(fc.nat(9), fc.nat(25), fc.nat(25), fc.nat(300)), { maxLength: 50 })

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

/** A coding comes or changes, goes, its passage moves, or something becomes of the codes. */
function next(state: ProjectState, step: Step): ProjectState {
  const [kind, a, b] = step
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
  return codesChanged(state, step)
}

/** A code gets another name, colour, place or family, a family another manner or place, or a code goes with its codings. */
function codesChanged(state: ProjectState, [kind, a, b, at]: Step): ProjectState {
  const all = [...state.codes.values()]
  const roots = all.filter(({ parentId }) => parentId === null)
  const leaves = all.filter(({ parentId }) => parentId !== null)
  const root = roots[a % roots.length]
  const leaf = leaves[a % leaves.length]
  if (root === undefined || root.family === null || leaf === undefined) return state
  const change = (before: Code, to: Partial<Code>): ProjectState =>
    applyChanges(state, [{ kind: 'code', before, after: { ...before, ...to } }])
  const colour = COLOUR_NAMES[b % COLOUR_NAMES.length] ?? 'grey'
  const manner = MANNERS[b % MANNERS.length] ?? 'tint'
  switch (kind) {
    case 5:
      return change(leaf, { name: `${leaf.name}${at}`, colour })
    case 6:
      return change(leaf, { parentId: roots[b % roots.length]?.id ?? null, position: at })
    case 7:
      return change(root, { name: `${root.name}${at}`, colour, family: { ...root.family, manner } })
    case 8:
      return change(root, { position: at })
    default: {
      const gone = [...marksOf(state, SOURCE).codings.values()].filter(({ codeId }) => codeId === leaf.id)
      return applyChanges(state, [
        ...gone.map((before): Change => ({ kind: 'coding', before, after: null })),
        { kind: 'code', before: leaf, after: null },
      ])
    }
  }
}

const isEven = ({ id }: Coding): boolean => Number(id.slice(1)) % 2 === 0

/** What is to be drawn, worked out the long way from the records themselves. */
function expectedOf({ state, sourceId, isWanted, held }: MarksWanted): readonly Mark[] {
  const { codings, segments } = marksOf(state, sourceId)
  const roots = [...state.codes.values()]
    .filter(({ parentId }) => parentId === null)
    .sort((one, other) => one.position - other.position || (one.name < other.name ? -1 : 1))
  return [...codings.values()].flatMap((coding) => {
    const segment = segments.get(coding.segmentId)
    const code = state.codes.get(coding.codeId)
    if (segment === undefined || code === undefined) return []
    if (isWanted !== null && coding.id !== held && !isWanted(coding, segment)) return []
    // Starter codes stand in a family, and in none below that.
    const root = code.parentId === null ? code : (state.codes.get(code.parentId) ?? code)
    const manner = root.family?.manner ?? 'tint'
    const spans = segment.anchors.map(({ span }) => span)
    const [extent] = spans
    if (extent === undefined) throw new Error('a segment without anchors')
    return [
      {
        id: coding.id,
        codeId: code.id,
        spans,
        extent,
        colour: code.colour,
        manner,
        name: code.name,
        family: { place: roots.indexOf(root), name: root.name, colour: root.colour, manner },
      },
    ]
  })
}

const byId = (one: Mark, other: Mark): number => (one.id < other.id ? -1 : 1)

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
        const { index: places, looks, of } = shown
        const drawn = drawnOf(places.inOrder, looks)
        expect([...drawn].sort(byId)).toEqual([...expectedOf(wanted)].sort(byId))
        const starts = places.inOrder.map(({ extent }) => extent.start)
        expect(starts).toEqual([...starts].sort((one, other) => one - other))
        for (const placed of places.inOrder) {
          expect(of(placed.coding.id)).toBe(looks.drawn(placed) ?? undefined)
          expect(looks.familyOf(placed)).toEqual(looks.drawn(placed)?.family ?? null)
        }
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
  const recoloured = shownMarks({ ...wanted, state: next(two, [5, 3, 1, 7]) }, again)
  expect(recoloured.index).toBe(second.index)
  expect(recoloured.looks).not.toBe(second.looks)
})
