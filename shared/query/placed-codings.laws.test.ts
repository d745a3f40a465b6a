import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Difference, RecordTable } from '#shared/journal/record-table.ts'
import type { Coding } from '#shared/model/coding.ts'
import type { CodeId, CoderId, CodingId, IsoDateTime, SegmentId, SourceId } from '#shared/model/ids.ts'
import type { Segment } from '#shared/model/segment.ts'
import { spanOf } from '#shared/model/text-span.ts'
import { codingsTouched, placedCodings } from './placed-codings.ts'

const AT = '2026-01-02T03:04:05.006Z' as IsoDateTime
const SOURCE = 'source' as SourceId

interface Marks {
  readonly codings: RecordTable<CodingId, Coding>
  readonly segments: RecordTable<SegmentId, Segment>
}

function segmentOf(number: number, start: number, length: number): Segment {
  const span = spanOf(start, start + 1 + length)
  return {
    id: `s${number}` as SegmentId,
    sourceId: SOURCE,
    anchors: [{ span, quote: '', prefix: '', suffix: '' }],
    createdAt: AT,
    createdBy: 'c' as CoderId,
  }
}

function codingOf(number: number, segment: number, code: number): Coding {
  return {
    id: `k${number}` as CodingId,
    segmentId: `s${segment}` as SegmentId,
    sourceId: SOURCE,
    codeId: `code${code}` as CodeId,
    coderId: 'c' as CoderId,
    fields: {},
    createdAt: AT,
    modifiedAt: AT,
  }
}

function put<R extends { readonly id: string }>(table: ReadonlyMap<R['id'], R>, after: R): Difference<R> {
  return { before: table.get(after.id) ?? null, after }
}

/** Codings come, go, take other codes and move to other segments; segments move; now and then many at once. */
const steps = fc.array(
  fc.array(fc.tuple(fc.nat(3), fc.nat(40), fc.nat(40), fc.nat(200), fc.nat(50)), { maxLength: 70 }),
  { maxLength: 8 },
)

function step(marks: Marks, [kind, a, b, start, length]: readonly [number, number, number, number, number]): Marks {
  const { codings, segments } = marks
  if (kind === 0) return { ...marks, segments: segments.changed([put(segments, segmentOf(b, start, length))]) }
  if (kind === 1) {
    const before = codings.get(`k${a}` as CodingId)
    return before === undefined ? marks : { ...marks, codings: codings.changed([{ before, after: null }]) }
  }
  const there = segments.has(`s${b}` as SegmentId)
    ? segments
    : segments.changed([put(segments, segmentOf(b, start, length))])
  return { segments: there, codings: codings.changed([put(codings, codingOf(a, b, start % 3))]) }
}

const shape = (marks: Marks): unknown => {
  const { of, on, index } = placedCodings(marks)
  return {
    inOrder: index.inOrder.map(({ extent }) => extent),
    ids: index.inOrder.map(({ coding }) => coding.id).sort(),
    byId: [...marks.codings.keys()].map((id) => of(id)),
    bySegment: [...marks.segments.keys()].map((id) =>
      on(id)
        .map(({ coding }) => coding.id)
        .sort(),
    ),
    found: [0, 40, 120, 250].map((at) =>
      index
        .at(at)
        .map(({ coding }) => coding.id)
        .sort(),
    ),
  }
}

test('places that were brought up to date are those that would be worked out anew, whichever state is asked for', () => {
  fc.assert(
    fc.property(steps, fc.array(fc.nat()), (list, asked) => {
      let marks: Marks = {
        codings: RecordTable.of<CodingId, Coding>([]),
        segments: RecordTable.of<SegmentId, Segment>([]),
      }
      const states = [marks]
      for (const wishes of list) {
        for (const wish of wishes) marks = step(marks, wish)
        states.push(marks)
        placedCodings(marks)
      }
      for (const at of [states.length - 1, ...asked]) {
        const state = states[at % states.length] ?? marks
        const anew = {
          codings: RecordTable.of<CodingId, Coding>([...state.codings.values()]),
          segments: RecordTable.of<SegmentId, Segment>([...state.segments.values()]),
        }
        expect(shape(state)).toEqual(shape(anew))
      }
    }),
    { numRuns: 150 },
  )
})

test('a coding is touched by what becomes of it and by what becomes of its segment', () => {
  const before: Marks = {
    codings: RecordTable.of([codingOf(1, 1, 0), codingOf(2, 1, 0), codingOf(3, 2, 0)]),
    segments: RecordTable.of([segmentOf(1, 0, 5), segmentOf(2, 9, 5)]),
  }
  const moved = { ...before, segments: before.segments.changed([put(before.segments, segmentOf(1, 3, 3))]) }
  expect([...(codingsTouched(before, moved) ?? [])].sort()).toEqual(['k1', 'k2'])
  const recoded = { ...moved, codings: moved.codings.changed([put(moved.codings, codingOf(3, 2, 1))]) }
  expect([...(codingsTouched(moved, recoded) ?? [])]).toEqual(['k3'])
  expect(placedCodings(recoded).of('k3' as CodingId)?.coding.codeId).toBe('code1')
})
