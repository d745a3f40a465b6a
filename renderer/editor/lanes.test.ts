import fc from 'fast-check'
import { expect, test } from 'vitest'
import { overlaps, spanOf } from '#shared/model/text-span.ts'
import { lanesOf } from './lanes.ts'

const sorted = fc
  .array(fc.tuple(fc.nat(300), fc.integer({ min: 1, max: 60 })), { maxLength: 80 })
  .map((pairs) => pairs.map(([start, length]) => spanOf(start, start + length)).sort((a, b) => a.start - b.start))

test('no two spans share a lane that overlap or nearly meet, and no more lanes are used than the deepest overlap needs', () => {
  fc.assert(
    fc.property(sorted, fc.nat(30), (exact, gap) => {
      const lanes = lanesOf(exact, (span) => span, gap)
      const spans = exact.map((span) => spanOf(span.start, span.end + gap))
      spans.forEach((one, i) => {
        spans.forEach((other, j) => {
          if (i < j && overlaps(one, other)) expect(lanes[i]).not.toBe(lanes[j])
        })
      })
      const deepest = Math.max(
        0,
        ...spans.map((span) => spans.filter((other) => overlaps(other, spanOf(span.start, span.start + 1))).length),
      )
      expect(new Set(lanes).size).toBe(deepest)
    }),
  )
})
