import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readAsIs } from './read-as-is.ts'

it('shows every line of the source where it stands', () => {
  const anyText = fc.array(fc.constantFrom('a', '会', '\n', ' ')).map((parts) => parts.join(''))
  fc.assert(
    fc.property(anyText, (text) => {
      const { blocks, turns } = readAsIs(text)
      expect(turns).toEqual([])
      expect(blocks.map((block) => block.text).join('\n')).toBe(text)
      blocks.forEach(({ span, pieces, line, ...block }, index) => {
        expect(text.slice(span.start, span.end)).toBe(block.text)
        expect(pieces).toEqual(block.text === '' ? [] : [{ at: 0, source: span.start, length: block.text.length }])
        expect(line).toBe(index + 1)
      })
    }),
  )
})
