import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { decode, decodeWith } from './decode.ts'

const samples = new URL('../../../shared/samples/encodings/', import.meta.url)
const isHere = existsSync(samples)

const CHINESE = '记者：新桥什么时候通车？\n陈树：我们的工程已经完成，现在正在检查，下个月就可以通车了。\n'
const utf16 = (text: string, isBigEndian: boolean): Uint8Array => {
  const bytes = Buffer.from(text, 'utf16le')
  return isBigEndian ? bytes.swap16() : bytes
}

describe('decode', () => {
  it('obeys byte-order marks and leaves them out of the text', () => {
    expect(decode(Buffer.from(`\ufeff${CHINESE}`))).toEqual({ text: CHINESE, encoding: 'utf-8', undecodable: 0 })
    expect(decode(utf16(`\ufeff${CHINESE}`, false))).toMatchObject({ text: CHINESE, encoding: 'utf-16le' })
    expect(decode(utf16(`\ufeff${CHINESE}`, true))).toMatchObject({ text: CHINESE, encoding: 'utf-16be' })
  })

  it('knows UTF-16 without a mark by its NUL bytes', () => {
    expect(decode(utf16(CHINESE, false))).toMatchObject({ text: CHINESE, encoding: 'utf-16le' })
    expect(decode(utf16(CHINESE, true))).toMatchObject({ text: CHINESE, encoding: 'utf-16be' })
  })

  it('takes faultless UTF-8 for UTF-8, with what is written in it', () => {
    expect(decode(Buffer.from('a \ufffd b'))).toEqual({ text: 'a \ufffd b', encoding: 'utf-8', undecodable: 0 })
  })

  it('knows Western European text', () => {
    const bytes = Buffer.from(
      'Er sagte, die Brücke sei schön gewesen. “Très bien”, dit-elle; où est l’été ?'.replace(/[“”’]/gu, "'"),
      'latin1',
    )
    expect(decode(bytes)).toMatchObject({ encoding: 'windows-1252' })
  })

  it('counts what cannot be decoded', () => {
    expect(decodeWith(Uint8Array.of(0x61, 0xff, 0x62, 0xff), 'utf8')).toEqual({
      text: 'a\ufffdb\ufffd',
      encoding: 'utf-8',
      undecodable: 2,
    })
  })

  it('knows no encoding that does not exist', () => {
    expect(decodeWith(Uint8Array.of(0x61), 'klingon')).toBeNull()
  })
})

describe.skipIf(!isHere)(`real encodings${isHere ? '' : ' (skipped: no samples)'}`, () => {
  it.each([
    ['made_seed_gb18030.txt', 'gb18030'],
    ['made_seed_utf16le_bom_crlf.txt', 'utf-16le'],
    ['made_seed_utf8bom_crlf.txt', 'utf-8'],
    ['made_seed_no_blank_lines.txt', 'utf-8'],
    ['made_tvbs_big5.txt', 'big5'],
    ['made_legco_12-13-cm0502_big5.txt', 'big5'],
    ['made_ja_tokyo_assembly_eucjp.txt', 'euc-jp'],
    ['ja_ehime_shape_sjis_crlf.txt', 'shift_jis'],
  ])('%s is %s', (name, encoding) => {
    expect(decode(readFileSync(new URL(name, samples)))).toMatchObject({ encoding, undecodable: 0 })
  })

  it('knows short beginnings of them too', () => {
    const bytes = readFileSync(new URL('made_seed_gb18030.txt', samples))
    expect(decode(bytes.subarray(0, 60)).encoding).toBe('gb18030')
    expect(decode(readFileSync(new URL('made_tvbs_big5.txt', samples)).subarray(0, 60)).encoding).toBe('big5')
  })
})
