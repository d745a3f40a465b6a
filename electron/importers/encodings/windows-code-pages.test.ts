import { expect, it } from 'vitest'
import { encode } from './test-encoders.ts'
import { codePageOf, codePageOfCharset, codePageOfLanguage, decodeCodePage } from './windows-code-pages.ts'

it.each([
  [936, 'gb18030'],
  [950, 'big5'],
  [932, 'shift_jis'],
  [949, 'euc-kr'],
  [1250, 'windows-1250'],
  [1258, 'windows-1258'],
  [874, 'windows-874'],
  [10000, 'macintosh'],
  [28591, 'windows-1252'],
  [28592, 'iso-8859-2'],
  [65001, 'utf-8'],
  [437, 'ibm437'],
  [1361, null],
  [0, null],
  [-1, null],
])('code page %i is %s', (identifier, label) => expect(codePageOf(identifier)).toBe(label))

it.each([
  [0x0804, 'gb18030'],
  [0x1004, 'gb18030'],
  [0x0404, 'big5'],
  [0x0c04, 'big5'],
  [0x0411, 'shift_jis'],
  [0x0412, 'euc-kr'],
  [0x0419, 'windows-1251'],
  [0x0c1a, 'windows-1251'],
  [0x081a, 'windows-1250'],
  [0x041e, 'windows-874'],
  [0x0409, 'windows-1252'],
  [0, 'windows-1252'],
])('language %i is written in %s', (language, label) => expect(codePageOfLanguage(language)).toBe(label))

it('says nothing of the default charset', () => expect(codePageOfCharset(1)).toBeNull())

it.each([
  ['gb18030', '记者'],
  ['shift_jis', '記者'],
  ['big5', '記者'],
  ['windows-1251', 'Да'],
  ['windows-1252', '“é”'],
])('decodes %s, with faults and after them', (codePage, text) => {
  const bytes = encode(text, codePage) ?? new Uint8Array(0)
  expect(decodeCodePage(bytes, codePage)).toEqual({ text, undecodable: 0 })
  if (codePage !== 'windows-1251' && codePage !== 'windows-1252') {
    expect(decodeCodePage(Uint8Array.of(...bytes, 0xff), codePage).undecodable).toBe(1)
  }
  expect(decodeCodePage(bytes, codePage)).toEqual({ text, undecodable: 0 })
})

it('reads only ASCII of code pages that it does not know', () => {
  expect(decodeCodePage(Uint8Array.of(0x61, 0x88, 0x62), null)).toEqual({ text: 'a\ufffdb', undecodable: 1 })
})

it('knows the bullet of symbol fonts', () => {
  expect(decodeCodePage(Uint8Array.of(0xb7, 0x20, 0xe0), 'symbol')).toEqual({ text: '• \uf0e0', undecodable: 0 })
})
