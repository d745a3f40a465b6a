import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MANNERS } from '#shared/model/code.ts'
import { spanOf } from '#shared/model/text-span.ts'
import type { Mark } from './mark.ts'
import { type Piece, paintPlan } from './paint-plan.ts'

const pieces = fc
  .array(
    fc.record({
      start: fc.nat(40),
      length: fc.integer({ min: 1, max: 20 }),
      manner: fc.constantFrom(...MANNERS),
      colour: fc.constantFrom('blue' as const, 'red' as const),
    }),
    { maxLength: 14 },
  )
  .map((all) =>
    all.map(({ start, length, manner, colour }, index): Piece => {
      const span = spanOf(start, start + length)
      const family = { place: 0, name: '', colour, manner }
      const mark: Mark = {
        id: String(index),
        codeId: '',
        spans: [span],
        extent: span,
        colour,
        manner,
        name: '',
        family,
      }
      return { mark, start, end: start + length }
    }),
  )

const at = (plan: ReturnType<typeof paintPlan>, offset: number): readonly string[] =>
  plan.filter(({ start, end }) => start <= offset && offset < end).map(({ name }) => name)

test('each character has at most two tints and one line of a manner, and a line above it where that is not all', () => {
  fc.assert(
    fc.property(pieces, (all) => {
      const plan = paintPlan(all)
      for (let offset = 0; offset < 61; offset++) {
        const names = at(plan, offset)
        const here = all.filter(({ start, end }) => start <= offset && offset < end).map(({ mark }) => mark)
        expect(new Set(names).size).toBe(names.length)
        const painted = names.filter((name) => name !== 'more' && name !== 'many')
        for (const manner of MANNERS) {
          const wanted = Math.min(here.filter((mark) => mark.manner === manner).length, manner === 'tint' ? 2 : 1)
          const own = painted.filter(
            (name) => name.startsWith(`${manner}-`) || (manner === 'tint' && name.startsWith('nested-')),
          )
          expect(own).toHaveLength(wanted)
        }
        const unseen = here.length - painted.length
        expect(names.includes('more')).toBe(unseen === 1 || unseen === 2)
        expect(names.includes('many')).toBe(unseen > 2)
      }
    }),
    { numRuns: 40 },
  )
})

test('what goes on is painted in one piece', () => {
  fc.assert(
    fc.property(pieces, (all) => {
      const plan = paintPlan(all)
      for (const one of plan) {
        expect(one.end).toBeGreaterThan(one.start)
        expect(plan.some((other) => other.name === one.name && other.start === one.end)).toBe(false)
      }
    }),
  )
})

test('of two tints of one colour the inner one is painted upon the outer', () => {
  const piece = (id: string, start: number, end: number): Piece => {
    const span = spanOf(start, end)
    const family = { place: 0, name: '', colour: 'blue', manner: 'tint' } as const
    const mark: Mark = { id, codeId: '', spans: [span], extent: span, colour: 'blue', manner: 'tint', name: '', family }
    return { mark, start, end }
  }
  const plan = paintPlan([piece('a', 0, 10), piece('b', 3, 6)])
  expect(at(plan, 1)).toEqual(['tint-blue'])
  expect(at(plan, 4).toSorted()).toEqual(['nested-blue', 'tint-blue'])
})
