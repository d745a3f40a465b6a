import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Coding } from '#shared/model/coding.ts'
import type { CodingId } from '#shared/model/ids.ts'
import type { Segment } from '#shared/model/segment.ts'
import { spanOf } from '#shared/model/text-span.ts'
import type { PlacedCoding } from '#shared/query/placed-codings.ts'
import { codingBeside, inReadingOrder, toReadingOrder } from './reading-order.ts'

const placed = fc
  .uniqueArray(fc.tuple(fc.nat(8), fc.nat(3), fc.nat(60)), { selector: ([, , id]) => id, maxLength: 30 })
  .map((list) =>
    list
      .map(
        ([start, length, id]): PlacedCoding => ({
          coding: { id: `k${id}` as CodingId } as Coding,
          segment: {} as Segment,
          extent: spanOf(start, start + 1 + length),
        }),
      )
      .sort((a, b) => a.extent.start - b.extent.start || b.extent.end - a.extent.end),
  )

test('going from one to the next visits all in order, forwards and back, wherever it begins', () => {
  fc.assert(
    fc.property(placed, fc.nat(10), (list, cursor) => {
      const inOrder = list
        .map(({ coding, extent }) => ({ ...extent, id: coding.id }))
        .sort(inReadingOrder)
        .map(({ id }) => id)
      expect(toReadingOrder(list).map(({ coding }) => coding.id)).toEqual(inOrder)
      for (const by of [1, -1] as const) {
        const visited: string[] = []
        let from = { start: by === 1 ? -1 : 99, end: -1, id: '' }
        for (let next = codingBeside(list, from, by); next !== null; next = codingBeside(list, from, by)) {
          visited.push(next.coding.id)
          from = { ...next.extent, id: next.coding.id }
        }
        expect(visited).toEqual(by === 1 ? inOrder : [...inOrder].reverse())
      }
      const behind = codingBeside(list, { start: cursor, end: -1, id: '' }, 1)?.extent.start
      expect(behind).toBe(list.find(({ extent }) => extent.start >= cursor)?.extent.start)
      const before = codingBeside(list, { start: cursor, end: -1, id: '' }, -1)?.extent.start
      expect(before).toBe(list.findLast(({ extent }) => extent.start < cursor)?.extent.start)
    }),
  )
})
