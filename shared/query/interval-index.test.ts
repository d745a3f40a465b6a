import fc from 'fast-check'
import { expect, test } from 'vitest'
import { overlaps, spanOf } from '#shared/model/text-span.ts'
import { intervalIndex } from './interval-index.ts'

const spans = fc.array(
  fc.tuple(fc.nat(500), fc.integer({ min: 1, max: 80 })).map(([start, length]) => spanOf(start, start + length)),
  { maxLength: 300 },
)

test('finds exactly the spans that a look at all of them finds', () => {
  fc.assert(
    fc.property(spans, fc.nat(600), fc.integer({ min: 1, max: 60 }), (all, start, length) => {
      const asked = spanOf(start, start + length)
      const index = intervalIndex(all, (span) => span)
      expect(new Set(index.overlapping(asked.start, asked.end))).toEqual(new Set(all.filter((s) => overlaps(s, asked))))
    }),
  )
})

test('gives what starts first, and of two that start together the longer', () => {
  const index = intervalIndex([spanOf(5, 6), spanOf(0, 2), spanOf(5, 9)], (span) => span)
  expect(index.inOrder).toEqual([spanOf(0, 2), spanOf(5, 9), spanOf(5, 6)])
  expect(index.at(5)).toEqual([spanOf(5, 9), spanOf(5, 6)])
  expect(index.at(6)).toEqual([spanOf(5, 9)])
})

test('a run begins where nothing before it reaches, and nothing within it stands apart', () => {
  fc.assert(
    fc.property(spans, fc.nat(20), (all, gap) => {
      const index = intervalIndex(all, (span) => span)
      index.inOrder.forEach((_, place) => {
        const first = index.runStart(place, gap)
        const reachBefore = (at: number, from = 0): number =>
          Math.max(-1, ...index.inOrder.slice(from, at).map(({ end }) => end + gap))
        expect(reachBefore(first)).toBeLessThanOrEqual(index.inOrder[first]?.start ?? 0)
        for (let at = first + 1; at <= place; at++) {
          expect(reachBefore(at, first)).toBeGreaterThan(index.inOrder[at]?.start ?? 0)
        }
      })
    }),
    { numRuns: 30 },
  )
})

test('an index that was changed is the index of what is left and what has come', () => {
  fc.assert(
    fc.property(spans, spans, fc.array(fc.boolean(), { minLength: 300, maxLength: 300 }), (before, added, goes) => {
      const removed = before.filter((_, index) => goes[index])
      const changed = intervalIndex(before, (span) => span).changed(removed, added)
      const anew = intervalIndex([...before.filter((span) => !removed.includes(span)), ...added], (span) => span)
      expect(changed.inOrder).toEqual(anew.inOrder)
      expect(changed.overlapping(100, 220)).toEqual(anew.overlapping(100, 220))
      expect(changed.placesOverlapping(0, 50)).toEqual(anew.placesOverlapping(0, 50))
    }),
  )
})

test('an index that is made of another has what is made of its items, on the same spans', () => {
  fc.assert(
    fc.property(spans, fc.nat(600), (all, at) => {
      const index = intervalIndex(all, (span) => span)
      const even = index.madeInto(
        (span) => (span.start % 2 === 0 ? { span } : null),
        ({ span }) => span,
      )
      const anew = intervalIndex(
        all.filter(({ start }) => start % 2 === 0),
        (span) => span,
      )
      expect(even.inOrder.map(({ span }) => span)).toEqual(anew.inOrder)
      expect(even.at(at).map(({ span }) => span)).toEqual(anew.at(at))
      const more = even.changed([], [{ span: spanOf(3, 9) }])
      expect(more.inOrder).toHaveLength(anew.inOrder.length + 1)
    }),
  )
})
