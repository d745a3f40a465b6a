import fc from 'fast-check'
import { expect, test } from 'vitest'
import { overlaps, spanOf, type TextSpan } from '#shared/model/text-span.ts'
import { intervalIndex } from '#shared/query/interval-index.ts'
import { laneFinder } from './lanes.ts'

const spans = fc
  .array(fc.tuple(fc.nat(900), fc.integer({ min: 1, max: 60 })), { maxLength: 160 })
  .map((pairs) => pairs.map(([start, length]) => spanOf(start, start + length)))

const same = (span: TextSpan): TextSpan => span

test('no two spans share a lane that overlap or nearly meet, and no more lanes are used than the deepest overlap needs', () => {
  fc.assert(
    fc.property(spans, fc.nat(30), (list, gap) => {
      const index = intervalIndex(list, same)
      const laneOf = laneFinder(index, same, gap)
      const lanes = index.inOrder.map((_, place) => laneOf(place))
      const wide = index.inOrder.map((span) => spanOf(span.start, span.end + gap))
      wide.forEach((one, i) => {
        wide.forEach((other, j) => {
          if (i < j && overlaps(one, other)) expect(lanes[i]).not.toBe(lanes[j])
        })
      })
      const deepest = Math.max(
        0,
        ...wide.map((span) => wide.filter((other) => overlaps(other, spanOf(span.start, span.start + 1))).length),
      )
      expect(new Set(lanes).size).toBe(deepest)
    }),
  )
})

test('a lane is the same whichever was asked for before', () => {
  fc.assert(
    fc.property(spans, fc.nat(30), fc.array(fc.nat()), (list, gap, asked) => {
      const index = intervalIndex(list, same)
      const inOrder = laneFinder(index, same, gap)
      const lanes = index.inOrder.map((_, place) => inOrder(place))
      const anyhow = laneFinder(index, same, gap)
      for (const at of asked) {
        if (list.length > 0) expect(anyhow(at % list.length)).toBe(lanes[at % list.length])
      }
    }),
  )
})
