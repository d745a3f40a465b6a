import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decode, decodeWith } from './decode.ts'
import { encode } from './test-encoders.ts'
import { TALK } from './test-texts.ts'

const samples = new URL('../../../../shared/samples/', import.meta.url)
const isHere = existsSync(samples)

const CHINESE = '记者：新桥什么时候通车？\n陈树：我们的工程已经完成，现在正在检查，下个月就可以通车了。\n'
const talk = (language: string): string => TALK[language] ?? ''
const bytesOf = (text: string, encoding: string): Uint8Array => {
  const bytes = encode(text, encoding)
  if (bytes === null) throw new RangeError(`${encoding} cannot hold this`)
  return bytes
}
const joined = (...parts: readonly (Uint8Array | readonly number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => [...part]))

describe('decode', () => {
  it.each([
    ['utf-8', [0xef, 0xbb, 0xbf]],
    ['utf-16le', [0xff, 0xfe]],
    ['utf-16be', [0xfe, 0xff]],
    ['utf-32le', [0xff, 0xfe, 0, 0]],
    ['utf-32be', [0, 0, 0xfe, 0xff]],
    ['gb18030', [0x84, 0x31, 0x95, 0x33]],
  ])('obeys the mark of %s and leaves it out of the text', (encoding, mark) => {
    expect(decode(joined(mark, bytesOf(CHINESE, encoding)))).toEqual({
      text: CHINESE,
      encoding,
      certainty: 'certain',
      undecodable: 0,
    })
  })

  it('disbelieves a UTF-8 mark before bytes of another encoding', () => {
    const bytes = joined([0xef, 0xbb, 0xbf], bytesOf(CHINESE, 'gb18030'))
    expect(decode(bytes)).toMatchObject({ text: CHINESE, encoding: 'gb18030' })
  })

  it('believes the mark where the rest says little', () => {
    expect(decode(Uint8Array.of(0xef, 0xbb, 0xbf, 0x61, 0xff, 0x62))).toEqual({
      text: 'a\ufffdb',
      encoding: 'utf-8',
      certainty: 'certain',
      undecodable: 1,
    })
  })

  it.each(['utf-16le', 'utf-16be', 'utf-32le', 'utf-32be'])('knows %s without a mark', (encoding) => {
    for (const text of [
      'Ann: Hello.',
      CHINESE,
      '一个人说：这是唯一的问题，一年一次，一个也不能少。\n',
      ...Object.values(TALK),
    ])
      expect(decode(bytesOf(text, encoding))).toMatchObject({ text, encoding, undecodable: 0 })
    const unbroken = CHINESE.replace(/\s/gu, '')
    expect(decode(bytesOf(unbroken, encoding))).toMatchObject({ text: unbroken, encoding })
  })

  it('takes faultless UTF-8 for UTF-8, with what is written in it', () => {
    expect(decode(bytesOf('a \ufffd b', 'utf-8'))).toEqual({
      text: 'a \ufffd b',
      encoding: 'utf-8',
      certainty: 'certain',
      undecodable: 0,
    })
  })

  it('finds Japanese behind the escapes of ISO-2022-JP, and none behind those of a terminal', () => {
    expect(decode(bytesOf(talk('ja'), 'iso-2022-jp'))).toMatchObject({ text: talk('ja'), encoding: 'iso-2022-jp' })
    expect(decode(bytesOf('\u001b[1mAnn:\u001b[0m Hello.', 'utf-8')).encoding).toBe('utf-8')
  })

  it.each([
    ['zh-Hans', 'gb18030'],
    ['zh-Hans', 'utf-8'],
    ['zh-Hans', 'utf-16le'],
    ['zh-Hant', 'big5'],
    ['zh-Hant', 'gb18030'],
    ['yue', 'big5'],
    ['ja', 'shift_jis'],
    ['ja', 'euc-jp'],
    ['ko', 'euc-kr'],
    ['ru', 'utf-8'],
  ])('reads %s in %s cut anywhere, even inside a character', (language, encoding) => {
    const bytes = bytesOf(talk(language), encoding)
    for (let start = 0; start < 70; start++)
      for (const length of [120, 121, 122, 123]) {
        const decoded = decode(bytes.subarray(start, start + length))
        expect(decoded.encoding).toBe(encoding)
        expect(talk(language)).toContain(decoded.text.replace(/^.?\ufffd+|\ufffd$/gu, '').slice(2))
        expect(decoded.undecodable).toBeLessThanOrEqual(4)
      }
  })

  it('keeps to UTF-8 where a few bytes of a large file are broken', () => {
    const bytes = bytesOf(talk('fr').repeat(20) + talk('zh-Hans').repeat(20), 'utf-8')
    for (const at of [500, 4000, 20_000]) bytes[at] = 0xff
    const decoded = decode(bytes)
    expect(decoded).toMatchObject({ encoding: 'utf-8', certainty: 'likely' })
    expect(decoded.undecodable).toBe(decoded.text.split('\ufffd').length - 1)
    expect(decoded.undecodable).toBeGreaterThanOrEqual(3)
  })

  it('keeps to GB18030 and Big5 where a few bytes are broken, and counts those only', () => {
    const bytes = joined(
      bytesOf(talk('zh-Hans').repeat(20), 'gb18030'),
      [0xff, 0x0a, 0xff, 0x0a],
      [0x84, 0x31, 0xa4, 0x37],
    )
    expect(decode(bytes)).toMatchObject({ encoding: 'gb18030', undecodable: 2 })
    const big5 = joined(bytesOf(talk('zh-Hant').repeat(20), 'big5'), [0xff, 0x0a])
    expect(decode(big5)).toMatchObject({ encoding: 'big5', undecodable: 1 })
  })

  it('looks where the bytes beyond ASCII are', () => {
    const preamble = bytesOf('Ann: This is the minute of a meeting.\n'.repeat(4000), 'utf-8')
    for (const [language, encoding] of [
      ['zh-Hans', 'gb18030'],
      ['zh-Hant', 'big5'],
      ['ru', 'koi8-r'],
      ['tr', 'windows-1254'],
    ] as const) {
      const bytes = joined(preamble, bytesOf(talk(language), encoding), preamble)
      const decoded = decode(bytes)
      expect(decoded).toMatchObject({ encoding, certainty: 'likely' })
      expect(decoded.text).toContain(talk(language))
    }
  })

  it('knows English with a handful of signs and accents', () => {
    const text = 'Ms. Renée Lind: “We don’t know – not yet.”\n'
    const english = 'Mr. Hale: It was a long day and we had many things to do.\n'.repeat(50)
    const bytes = bytesOf(english + text, 'windows-1252')
    expect(decode(bytes)).toMatchObject({ text: english + text, encoding: 'windows-1252' })
  })

  it('does not mend what somebody else broke', () => {
    const broken = 'Ã¼ber die BrÃ¼cke'
    expect(decode(bytesOf(broken, 'utf-8')).text).toBe(broken)
  })

  it('is unsure where bytes say little', () => {
    expect(decode(Uint8Array.of(0x61, 0xe9)).certainty).toBe('unsure')
  })

  it('takes any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const { text, undecodable } = decode(bytes)
        expect(undecodable).toBeLessThanOrEqual(text.split('\ufffd').length - 1)
      }),
    )
  })
})

describe('decodeWith', () => {
  it('counts what cannot be decoded', () => {
    expect(decodeWith(Uint8Array.of(0x61, 0xff, 0x62, 0xff), 'utf8')).toEqual({
      text: 'a\ufffdb\ufffd',
      encoding: 'utf-8',
      certainty: 'certain',
      undecodable: 2,
    })
  })

  it.each([
    ['gbk', 'gb18030'],
    ['GB2312', 'gb18030'],
    ['latin1', 'windows-1252'],
    ['utf-32', 'utf-32le'],
    ['cp949', 'euc-kr'],
    ['Big5-HKSCS', 'big5'],
    ['tis-620', 'windows-874'],
  ])('knows %s as %s', (name, encoding) => {
    expect(decodeWith(Uint8Array.of(0x61, 0, 0, 0), name)?.encoding).toBe(encoding)
  })

  it('knows no encoding that does not exist', () => {
    expect(decodeWith(Uint8Array.of(0x61), 'klingon')).toBeNull()
  })

  it('reads alike what platforms read differently', () => {
    expect(decodeWith(Uint8Array.of(0x80, 0x93, 0x92, 0x81), 'latin1')?.text).toBe('€“’\u0081')
    expect(decodeWith(Uint8Array.of(0xba, 0xaa), 'iso-8859-16')?.text).toBe('șȘ')
    expect(decodeWith(Uint8Array.of(0x88, 0x62, 0xfa, 0x40, 0xa4, 0xa4), 'big5')?.text).toBe('Ê̄𠕇中')
    expect(decodeWith(Uint8Array.of(0x81, 0x41, 0x98, 0xde, 0xb0, 0xa1), 'euc-kr')?.text).toBe('갂샾가')
    expect(decodeWith(Uint8Array.of(0xa1, 0xdb), 'windows-874')).toMatchObject({ text: 'ก\ufffd', undecodable: 1 })
  })

  it('leaves an ASCII byte behind a broken character alone', () => {
    expect(decodeWith(Uint8Array.of(0xa4, 0x0a, 0x61), 'big5')).toMatchObject({ text: '\ufffd\na', undecodable: 1 })
    expect(decodeWith(Uint8Array.of(0x61, 0xb0), 'euc-kr')).toMatchObject({ text: 'a\ufffd', undecodable: 1 })
  })

  it('counts what is no character in UTF-32, and bytes left over', () => {
    const bytes = Uint8Array.of(0x61, 0, 0, 0, 0, 0xd8, 0, 0, 0xfd, 0xff, 0, 0, 0, 0, 0x11, 0, 0x0d, 0xf6, 1, 0, 0x61)
    expect(decodeWith(bytes, 'utf-32le')).toMatchObject({
      text: 'a\ufffd\ufffd\ufffd😍\ufffd'.replace('😍', '\u{1f60d}'),
      undecodable: 3,
    })
  })
})

describe.skipIf(!isHere)(`real encodings${isHere ? '' : ' (skipped: no samples)'}`, () => {
  it.each([
    ['encodings/made_seed_gb18030.txt', 'gb18030'],
    ['encodings/made_seed_utf16le_bom_crlf.txt', 'utf-16le'],
    ['encodings/made_seed_utf8bom_crlf.txt', 'utf-8'],
    ['encodings/made_seed_no_blank_lines.txt', 'utf-8'],
    ['encodings/made_tvbs_big5.txt', 'big5'],
    ['encodings/made_legco_12-13-cm0502_big5.txt', 'big5'],
    ['encodings/made_ja_tokyo_assembly_eucjp.txt', 'euc-jp'],
    ['encodings/ja_ehime_shape_sjis_crlf.txt', 'shift_jis'],
    ['transcripts/unix_oral_cherry.htm', 'windows-1252'],
    ['transcripts/bundestag_17001.txt', 'utf-8'],
  ])('%s is %s', (name, encoding) => {
    const decoded = decode(readFileSync(new URL(name, samples)))
    expect(decoded).toMatchObject({ encoding, undecodable: 0 })
    expect(decoded.certainty).not.toBe('unsure')
  })

  it('knows short beginnings of them too', () => {
    const bytes = readFileSync(new URL('encodings/made_seed_gb18030.txt', samples))
    expect(decode(bytes.subarray(0, 60)).encoding).toBe('gb18030')
    expect(decode(readFileSync(new URL('encodings/made_tvbs_big5.txt', samples)).subarray(0, 60)).encoding).toBe('big5')
  })
})
