import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeGb18030 } from './gb18030.ts'

/** So long that it is not left to the platform. */
const LONG = 1 << 18

const lead = fc.integer({ min: 0x81, max: 0xfe })
const digit = fc.integer({ min: 0x30, max: 0x39 })
const character = fc.oneof(
  fc.tuple(fc.integer({ min: 0, max: 0x7f })),
  fc.tuple(lead, fc.integer({ min: 0x40, max: 0xfe })),
  fc.tuple(lead, digit, lead, digit),
  // The euro sign of CP936.
  fc.constant([0x80] as const),
  // 一 and 😀
  fc.constant([0xd2, 0xbb] as const),
  fc.constant([0x94, 0x39, 0xfc, 0x36] as const),
  fc.uint8Array({ maxLength: 2 }).map((bytes) => [...bytes]),
)

function byPlatform(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('gb18030', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

describe('decodeGb18030', () => {
  it('reads long files as the platform does, and finds the same ones faultless', () => {
    const before = new Uint8Array(LONG).fill(0x61)
    fc.assert(
      fc.property(fc.array(character, { maxLength: 20 }), fc.array(character, { maxLength: 20 }), (some, others) => {
        const bytes = Uint8Array.from([...some.flat(), ...before, ...others.flat()])
        expect(decodeGb18030(bytes) === byPlatform(bytes)).toBe(true)
      }),
    )
  })

  it('knows every character of two bytes', () => {
    const bytes: number[] = []
    for (let first = 0x81; first < 0xff; first++)
      for (let second = 0x40; second < 0xff; second++) {
        const pair = Uint8Array.of(first, second)
        if (byPlatform(pair) !== null) bytes.push(...pair)
      }
    const all = Uint8Array.from([...bytes, ...new Uint8Array(LONG).fill(0x0a)])
    expect(decodeGb18030(all) === byPlatform(all)).toBe(true)
  })

  it('finds room for a text of one byte or four bytes a character', () => {
    for (const one of [[0x61], [0x94, 0x39, 0xfc, 0x36]]) {
      const bytes = Uint8Array.from({ length: 4 * LONG }, (_, at) => one[at % one.length] ?? 0)
      expect(decodeGb18030(bytes) === byPlatform(bytes)).toBe(true)
    }
  })

  it('keeps a byte-order mark, in long files and in short ones', () => {
    const mark = [0x84, 0x31, 0x95, 0x33, 0x61]
    expect(decodeGb18030(Uint8Array.from(mark))).toBe('\ufeffa')
    expect(decodeGb18030(Uint8Array.from([...mark, ...new Uint8Array(LONG).fill(0x61)]))?.slice(0, 2)).toBe('\ufeffa')
  })
})
