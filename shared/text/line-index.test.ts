import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { indexLines } from './line-index.ts'

describe('indexLines', () => {
  it('agrees with counting line breaks', () => {
    const anyText = fc.array(fc.constantFrom('a', '\n', '会')).map((parts) => parts.join(''))
    fc.assert(
      fc.property(anyText, (text) => {
        const lines = indexLines(text)
        expect(lines.count).toBe(text.split('\n').length)
        for (let offset = 0; offset <= text.length; offset++) {
          const line = lines.lineAt(offset)
          expect(line).toBe(text.slice(0, offset).split('\n').length)
          expect(lines.startOf(line)).toBeLessThanOrEqual(offset)
        }
      }),
    )
  })

  it('refuses a line that is not there', () => {
    expect(() => indexLines('a\nb').startOf(3)).toThrow(RangeError)
    expect(() => indexLines('').startOf(0)).toThrow(RangeError)
  })
})
