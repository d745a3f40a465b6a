import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matchKeys } from './match-keys.ts'

const keys = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 12 })

describe('matchKeys', () => {
  it('matches in order, over what is missing on either side', () => {
    expect(matchKeys(['a', 'b', 'c'], ['a', 'x', 'c'])).toEqual([
      [0, 0],
      [2, 2],
    ])
    expect(matchKeys(['a', 'b'], ['b', 'a'])).toHaveLength(1)
    expect(matchKeys([], ['a'])).toEqual([])
  })

  it('gives rising pairs of equal keys, and all of them for equal sequences', () => {
    fc.assert(
      fc.property(keys, keys, (expected, found) => {
        const pairs = matchKeys(expected, found)
        pairs.forEach(([i, j], k) => {
          expect(expected[i]).toBe(found[j])
          const before = pairs[k - 1]
          if (before !== undefined) expect(i > before[0] && j > before[1]).toBe(true)
        })
        expect(matchKeys(expected, expected)).toHaveLength(expected.length)
        expect(matchKeys(found, expected)).toHaveLength(pairs.length)
      }),
    )
  })
})
