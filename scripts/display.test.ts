import { describe, expect, it } from 'vitest'
import { authorityFile } from './display.ts'

describe('authorityFile', () => {
  it('holds one wild entry: family, no address, no number, the name, the cookie', () => {
    const cookie = new Uint8Array(16).fill(7)
    const bytes = authorityFile(cookie)
    expect(bytes.subarray(0, 6)).toEqual(Buffer.from([0xff, 0xff, 0, 0, 0, 0]))
    expect(bytes.readUInt16BE(6)).toBe(18)
    expect(bytes.subarray(8, 26).toString('ascii')).toBe('MIT-MAGIC-COOKIE-1')
    expect(bytes.readUInt16BE(26)).toBe(16)
    expect(new Uint8Array(bytes.subarray(28))).toEqual(cookie)
  })
})
