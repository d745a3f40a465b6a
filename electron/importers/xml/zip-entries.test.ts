import fc from 'fast-check'
import { strToU8, Zip, ZipDeflate, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { isZip, ZipEntries, zipNames } from './zip-entries.ts'

const TEXT = 'The bridge opens next month. '.repeat(200)
const archive = (): Uint8Array => zipSync({ 'a/b.txt': strToU8(TEXT), 'c.txt': [strToU8('stored'), { level: 0 }] })

/** Written as a stream, so that sizes and checksums stand behind the parts. */
function streamed(): Uint8Array {
  const chunks: Uint8Array[] = []
  const zip = new Zip((_error, chunk) => chunks.push(chunk))
  const part = new ZipDeflate('a/b.txt')
  zip.add(part)
  part.push(strToU8(TEXT), true)
  zip.end()
  return Buffer.concat(chunks)
}

function open(bytes: Uint8Array, most?: number): ZipEntries {
  const zip = ZipEntries.open(bytes, most)
  if ('kind' in zip) throw new Error(zip.detail)
  return zip
}

describe('ZipEntries', () => {
  it.each([
    ['whole', archive()],
    ['streamed', streamed()],
  ])('unpacks a part of an archive written %s', (_, bytes) => {
    expect(isZip(bytes)).toBe(true)
    const part = open(bytes).read('A/B.txt')
    expect(part.kind === 'bytes' && Buffer.from(part.bytes).toString()).toBe(TEXT)
  })

  it('reads stored parts and knows what is absent', () => {
    const zip = open(archive())
    expect(zip.read('c.txt')).toMatchObject({ kind: 'bytes', bytes: Buffer.from('stored') })
    expect(zip.read('d.txt')).toEqual({ kind: 'absent' })
  })

  it('stops unpacking at the limit, whatever the archive states, and counts all parts together', () => {
    const bomb = Buffer.from(zipSync({ a: new Uint8Array(4_000_000), b: new Uint8Array(700) }, { level: 9 }))
    // States that the part comes to one byte.
    bomb.writeUInt32LE(1, bomb.indexOf('PK\x01\x02') + 24)
    expect(open(bomb, 3_000_000).read('a')).toMatchObject({
      kind: 'failed',
      reason: 'too-long',
      detail: expect.stringContaining('unpacked'),
    })
    const zip = open(bomb, 4_000_500)
    expect(zip.read('a').kind).toBe('bytes')
    expect(zip.read('b')).toMatchObject({ reason: 'too-long' })
  })

  it('fails where the bytes are not those that were packed', () => {
    const bytes = archive()
    const at = Buffer.from(bytes).indexOf('stored')
    bytes[at] = 0x53
    expect(open(bytes).read('c.txt')).toMatchObject({ reason: 'damaged' })
    expect(ZipEntries.open(bytes.subarray(0, 100))).toMatchObject({ reason: 'damaged' })
  })

  it('names the parts of an archive that was cut off', () => {
    expect(zipNames(archive())).toEqual(['a/b.txt', 'c.txt'])
    expect(zipNames(archive().subarray(0, 120))).toContain('a/b.txt')
  })

  it('never throws', () => {
    const whole = archive()
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }),
        (changes) => {
          const bytes = whole.slice()
          for (const [at, value] of changes) bytes[at] = value
          zipNames(bytes)
          const zip = ZipEntries.open(bytes)
          if (!('kind' in zip)) for (const name of zipNames(bytes)) zip.read(name)
        },
      ),
    )
  })
})
