// @vitest-environment jsdom
import { beforeEach, expect, test } from 'vitest'
import type { Mark } from './mark.ts'
import type { StripeLayout } from './stripe-layout.ts'
import { clearStripes, drawStripes, marksOfStripe } from './stripes.ts'

const QUIET = { focused: null, pointed: new Set<Mark>(), here: new Set<string>() }
let host: HTMLElement

beforeEach(() => {
  host = document.createElement('div')
})

const shown = (): readonly string[] => [...host.children].flatMap((element) => marksOfStripe(element)).sort()

/** A stripe for each of these ids. */
function layoutOf(...ids: readonly string[]): StripeLayout {
  const family = { place: 0, name: 'family', colour: 'grey', manner: 'tint' } as const
  const stripes = ids.map((id, lane) => {
    const extent = { start: 0, end: 1 }
    const looks = { colour: 'grey', manner: 'tint', name: id, family } as const
    const mark = { id, codeId: id, spans: [extent], extent, ...looks } as unknown as Mark
    return { mark, kind: 'part' as const, left: lane * 9, width: 4, top: 0, bottom: 20 }
  })
  return { stripes, gathered: [], names: [], namesLeft: null }
}

test('a stripe keeps its element while others come and go', () => {
  drawStripes(host, layoutOf('a', 'b'), QUIET)
  const [first] = host.children
  drawStripes(host, layoutOf('a', 'c', 'd'), QUIET)
  expect(host.children[0]).toBe(first)
  expect(shown()).toEqual(['a', 'c', 'd'])
  drawStripes(host, layoutOf('d'), QUIET)
  expect(shown()).toEqual(['d'])
})

test('another view in the same margin, as after each correction of the reading, draws all of its stripes', () => {
  drawStripes(host, layoutOf('a', 'b'), QUIET)
  clearStripes(host)
  expect(shown()).toEqual([])
  drawStripes(host, layoutOf('a', 'b', 'c'), QUIET)
  expect(shown()).toEqual(['a', 'b', 'c'])
})
