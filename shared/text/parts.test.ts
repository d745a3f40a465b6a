import fc from 'fast-check'
import { expect, test } from 'vitest'
import { spanOf } from '#shared/model/text-span.ts'
import { isAnchored } from './anchor.ts'
import { anchorsOf, isSamePassage, isSamePlace, nearestPart, partsOf } from './parts.ts'

const TEXT = '缺的不是办法，𠮷而是决心。Not means 🌉 but resolve.'

const parts = fc.array(
  fc.record({
    span: fc
      .tuple(fc.nat(TEXT.length - 1), fc.integer({ min: 1, max: 12 }))
      .map(([start, length]) => spanOf(start, Math.min(TEXT.length, start + length))),
    name: fc.constantFrom(null, 'a', 'b'),
  }),
  { minLength: 1, maxLength: 8 },
)

test('anchors stand in order, apart from one another, on the words they quote, and hold all that was asked for', () => {
  fc.assert(
    fc.property(parts, (list) => {
      const anchors = anchorsOf(TEXT, list)
      anchors.forEach((anchor, index) => {
        expect(isAnchored(TEXT, anchor)).toBe(true)
        expect(anchor.quote).not.toBe('')
        expect(anchor.span.start).toBeGreaterThanOrEqual(anchors[index - 1]?.span.end ?? 0)
      })
      for (const { span } of list) {
        expect(anchors.some((anchor) => anchor.span.start <= span.start && span.end <= anchor.span.end)).toBe(true)
      }
      expect(anchorsOf(TEXT, partsOf(anchors))).toEqual(anchors)
      expect(anchorsOf(TEXT, [...list].reverse()).map(({ span }) => span)).toEqual(anchors.map(({ span }) => span))
    }),
  )
})

test('parts that overlap are joined under the first name, parts that touch are not', () => {
  const overlapping = anchorsOf(TEXT, [
    { span: spanOf(3, 6), name: 'resolve' },
    { span: spanOf(0, 4), name: null },
  ])
  expect(overlapping.map(({ span, part }) => [span.start, span.end, part])).toEqual([[0, 6, 'resolve']])
  const touching = anchorsOf(TEXT, [
    { span: spanOf(4, 6), name: null },
    { span: spanOf(0, 4), name: 'means' },
  ])
  expect(touching).toHaveLength(2)
  expect(touching.map(({ part }) => part)).toEqual(['means', undefined])
})

test('the same place may be called otherwise', () => {
  const named = anchorsOf(TEXT, [{ span: spanOf(0, 4), name: 'means' }])
  const unnamed = anchorsOf(TEXT, [{ span: spanOf(0, 4), name: null }])
  expect(isSamePlace(named, unnamed)).toBe(true)
  expect(isSamePassage(named, unnamed)).toBe(false)
  expect(isSamePassage(named, named)).toBe(true)
})

test('the part nearest to a place is the one that holds it, or has the fewest characters between', () => {
  const anchors = anchorsOf(TEXT, [
    { span: spanOf(2, 4), name: null },
    { span: spanOf(4, 6), name: null },
    { span: spanOf(20, 22), name: null },
  ])
  expect([0, 2, 3, 4, 5, 6, 12, 13, 21, 30].map((at) => nearestPart(anchors, at))).toEqual([
    0, 0, 0, 1, 1, 1, 1, 2, 2, 2,
  ])
})
