import { expect, test } from 'vitest'
import type { Change } from '#shared/journal/change.ts'
import { marksOf } from '#shared/journal/state.ts'
import { coded, HERE, start, THERE } from './acts/coded-passages.ts'
import { sourceAway } from './away.ts'

const segments = (sourceId: typeof HERE): readonly Change[] => {
  const [state] = coded(start(), { code: 0, spans: [[0, 4]], sourceId })
  return [...marksOf(state, sourceId).segments.values()].map((after) => ({ kind: 'segment', before: null, after }))
}
const codes: readonly Change[] = [...start().codes.values()].map((before) => ({ kind: 'code', before, after: null }))

test('what is changed in a document that is not on the screen is away; what is seen, or is of no document, is not', () => {
  const there = [...codes, ...segments(THERE)]
  expect(sourceAway(there, [HERE])).toBe(THERE)
  expect(sourceAway(there, [])).toBe(THERE)
  expect(sourceAway(there, [HERE, THERE])).toBeNull()
  expect(sourceAway([...there, ...segments(HERE)], [HERE])).toBeNull()
  expect(sourceAway(codes, [HERE])).toBeNull()
})
