import fc from 'fast-check'
import { expect, test } from 'vitest'
import { spanOf } from '#shared/model/text-span.ts'
import type { PlacedCoding } from '#shared/query/placed-codings.ts'
import type { Block } from '#shared/transcript/reading.ts'
import { documentScale, heatOf } from './heat.ts'

/** Blocks of a hundred characters each, in chunks of ten. */
const blocks = Array.from({ length: 60 }, (_, index) => ({ span: spanOf(index * 100, index * 100 + 99) }) as Block)
const chunks = Array.from({ length: 6 }, (_, index) => ({
  first: index * 10,
  end: index * 10 + 10,
  height: 300 + index * 50,
}))
const scale = documentScale(chunks, blocks)

test('the scale goes from top to bottom, and back again to where one came from', () => {
  fc.assert(
    fc.property(fc.nat(5998), fc.nat(5998), (one, other) => {
      const [low, high] = [Math.min(one, other), Math.max(one, other)]
      expect(scale.fractionOf(low)).toBeLessThanOrEqual(scale.fractionOf(high))
      expect(Math.abs(scale.offsetAt(scale.fractionOf(one)) - one)).toBeLessThanOrEqual(1)
    }),
  )
  expect(scale.fractionOf(0)).toBe(0)
  expect(scale.fractionOf(5999)).toBe(1)
  expect(scale.chunkSpan(0).top).toBe(0)
  expect(scale.chunkSpan(5).bottom).toBe(1)
})

test('an empty transcript has a scale too', () => {
  const empty = documentScale([], [])
  expect(empty.fractionOf(0)).toBe(0)
  expect(empty.offsetAt(0.5)).toBe(0)
})

test('each row counts the marks that stand there, by column', () => {
  const spans = fc.array(fc.tuple(fc.nat(5900), fc.integer({ min: 1, max: 99 }), fc.nat(2)), { maxLength: 60 })
  fc.assert(
    fc.property(spans, (all) => {
      const marks = all.map(([start, length, place]) => {
        const span = spanOf(start, start + length)
        const coding = { codeId: String(place) }
        return { coding, segment: { anchors: [{ span }] }, extent: span } as unknown as PlacedCoding
      })
      // One of the columns is not drawn.
      const columnOf = ({ coding: { codeId } }: PlacedCoding): number | undefined =>
        codeId === '0' ? undefined : Number(codeId)
      const heat = heatOf(marks, scale, 3, columnOf, 200)
      for (let row = 0; row < 200; row += 7) {
        const count = marks.filter(({ extent, coding }) => {
          const first = Math.min(199, Math.floor(scale.fractionOf(extent.start) * 200))
          return (
            coding.codeId === '1' &&
            first <= row &&
            row < Math.max(first + 1, Math.ceil(scale.fractionOf(extent.end) * 200))
          )
        }).length
        expect(heat[1]?.[row]).toBe(count)
        expect(heat[0]?.[row]).toBe(0)
      }
    }),
  )
})
