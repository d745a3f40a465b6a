import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { indexCodePoints } from './code-points.ts'

const anyText = fc
  .array(fc.constantFrom('a', '会', '\n', '😀', '𠮷', '\ud800', '\udc00'))
  .map((parts) => parts.join(''))

describe('indexCodePoints', () => {
  it('agrees with the iterator of strings', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const points = indexCodePoints(text)
        const characters = [...text]
        expect(points.length).toBe(characters.length)
        let utf16 = 0
        characters.forEach((character, index) => {
          expect(points.toCodePoint(utf16)).toBe(index)
          expect(points.toUtf16(index)).toBe(utf16)
          utf16 += character.length
        })
        expect(points.toUtf16(characters.length)).toBe(text.length)
        expect(points.toCodePoint(text.length)).toBe(characters.length)
      }),
    )
  })

  it('takes a position inside of a pair back to the start of its character', () => {
    expect(indexCodePoints('a😀b').toCodePoint(2)).toBe(1)
  })

  it('refuses positions outside of the text', () => {
    const points = indexCodePoints('😀')
    expect(() => points.toCodePoint(3)).toThrow(RangeError)
    expect(() => points.toUtf16(2)).toThrow(RangeError)
    expect(() => points.toUtf16(-1)).toThrow(RangeError)
    expect(() => points.toCodePoint(0.5)).toThrow(RangeError)
  })
})
