import fc from 'fast-check'
import { expect, test } from 'vitest'
import { spanOf } from '#shared/model/text-span.ts'
import { anchorOf, isAnchored } from './anchor.ts'

// Half of a character outside of the basic plane.
const LONE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/

test('an anchor says the words of its span, never half a character, and holds in its text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1 }), fc.nat(), fc.nat(), (text, a, b) => {
      const start = a % text.length
      const end = start + 1 + (b % (text.length - start))
      const anchor = anchorOf(text, spanOf(start, end))
      expect(text.slice(anchor.span.start, anchor.span.end)).toBe(anchor.quote)
      expect(anchor.span.start).toBeLessThanOrEqual(start)
      expect(anchor.span.end).toBeGreaterThanOrEqual(end)
      for (const words of [anchor.quote, anchor.prefix, anchor.suffix]) expect(words).not.toMatch(LONE)
      expect(text).toContain(anchor.prefix + anchor.quote + anchor.suffix)
      expect(isAnchored(text, anchor)).toBe(true)
    }),
  )
})

test('a span outside of the text is a bug, not an anchor', () => {
  expect(() => anchorOf('abc', spanOf(1, 5))).toThrow(RangeError)
  expect(() => anchorOf('abc', spanOf(2, 2))).toThrow(RangeError)
})
