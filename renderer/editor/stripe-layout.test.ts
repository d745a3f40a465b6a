import fc from 'fast-check'
import { expect, test } from 'vitest'
import { spanOf } from '#shared/model/text-span.ts'
import type { Mark } from './mark.ts'
import { layOutStripes, type StripePlace } from './stripe-layout.ts'

function placeOf(index: number, lane: number, parts: readonly (readonly [number, number])[]): StripePlace {
  const span = spanOf(0, 1)
  const family = { place: 0, name: '', colour: 'blue', manner: 'tint' } as const
  const mark: Mark = {
    id: String(index),
    codeId: '',
    spans: [span],
    extent: span,
    colour: 'blue',
    manner: 'tint',
    name: `code ${index}`,
    family,
  }
  return { mark, lane, parts: parts.map(([top, bottom]) => ({ top, bottom })) }
}

const places = fc
  .array(fc.tuple(fc.nat(30), fc.nat(900), fc.integer({ min: 10, max: 300 })), { maxLength: 40 })
  .map((all) => all.map(([lane, top, height], index) => placeOf(index, lane, [[top, top + height]])))

test('nothing stands outside of the margin, and no coding is left out', () => {
  fc.assert(
    fc.property(places, fc.integer({ min: 36, max: 300 }), (all, width) => {
      const { stripes, gathered, names, namesLeft } = layOutStripes(all, width)
      for (const { left, width: wide } of [...stripes, ...gathered]) {
        expect(left).toBeGreaterThanOrEqual(0)
        expect(left + wide).toBeLessThanOrEqual(namesLeft ?? width)
      }
      expect((namesLeft ?? 0) <= width - 60 || namesLeft === null).toBe(true)
      const drawn = [...stripes.map(({ mark }) => mark), ...gathered.flatMap(({ marks }) => marks)]
      expect(new Set(drawn)).toEqual(new Set(all.map(({ mark }) => mark)))
      if (namesLeft !== null) expect(names.flatMap(({ marks }) => marks)).toHaveLength(all.length)
    }),
  )
})

test('names never stand on one another', () => {
  fc.assert(
    fc.property(places, (all) => {
      const tops = layOutStripes(all, 200).names.map(({ top }) => top)
      tops.forEach((top, index) => {
        if (index > 0) expect(top - (tops[index - 1] ?? 0)).toBeGreaterThanOrEqual(18)
      })
    }),
  )
})

test('ten codings on one sentence keep ten stripes and ten names in the usual margin', () => {
  const ten = Array.from({ length: 10 }, (_, lane) => placeOf(lane, lane, [[100, 160]]))
  const { stripes, gathered, names } = layOutStripes(ten, 128)
  expect(gathered).toHaveLength(0)
  expect(new Set(stripes.map(({ left }) => left)).size).toBe(10)
  expect(names.map(({ marks }) => marks.length)).toEqual(Array.from({ length: 10 }, () => 1))
})

test('in a narrow margin the last lanes are one stripe that knows how many it stands for', () => {
  const ten = Array.from({ length: 10 }, (_, lane) => placeOf(lane, lane, [[100, 160]]))
  const { stripes, gathered, names } = layOutStripes(ten, 38)
  expect(names).toHaveLength(0)
  expect(gathered).toHaveLength(1)
  expect(gathered[0]?.marks).toHaveLength(10 - stripes.length)
})

test('the parts of one coding are joined by a line from the first to the last', () => {
  const { stripes } = layOutStripes(
    [
      placeOf(0, 0, [
        [10, 40],
        [80, 110],
        [200, 230],
      ]),
    ],
    150,
  )
  expect(stripes.filter(({ kind }) => kind === 'part')).toHaveLength(3)
  expect(stripes.find(({ kind }) => kind === 'join')).toMatchObject({ top: 40, bottom: 200 })
})
