import { describe, expect, it } from 'vitest'
import { encode } from '#electron/importers/encodings/test-encoders.ts'
import { TALK } from '#electron/importers/encodings/test-texts.ts'
import { declaredEncoding, decodeHtml } from './encoding.ts'

const latin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1')
// 记者：桥什么时候通车？ in GBK.
const GBK = '\xbc\xc7\xd5\xdf\xa3\xba\xc7\xc5\xca\xb2\xc3\xb4\xca\xb1\xba\xf2\xcd\xa8\xb3\xb5\xa3\xbf'

describe('declaredEncoding', () => {
  it.each([
    ['<meta charset="gb2312">', 'gb2312'],
    ['<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=windows-1252">', 'windows-1252'],
    ["<meta content='text/html;charset=big5' http-equiv=content-type />", 'big5'],
    ['<?xml version="1.0" encoding="ISO-8859-2"?><html>', 'ISO-8859-2'],
    ['<!-- <meta charset=big5> --><meta charset=euc-kr>', 'euc-kr'],
    ['<meta charset=utf-16>', 'utf-8'],
  ])('%s', (head, label) => {
    expect(declaredEncoding(latin1(head))).toBe(label)
  })

  it('finds none where there is none', () => {
    expect(declaredEncoding(latin1('<meta name="description" content="charset=big5"><p>x'))).toBeNull()
  })
})

describe('decodeHtml', () => {
  it('believes a declaration that the bytes do not contradict', () => {
    expect(decodeHtml(latin1(`<meta charset=gb2312><p>${GBK}`), null)).toMatchObject({
      encoding: expect.stringMatching(/^gb/u),
      undecodable: 0,
    })
    expect(decodeHtml(latin1('<meta charset=iso-8859-1><p>\x93so\x94'), null)).toMatchObject({
      encoding: 'windows-1252',
      text: '<meta charset=iso-8859-1><p>“so”',
    })
  })

  it('doubts one where some bytes of a short page speak for another', () => {
    const page = (declared: string, text: string, encoding: string): Uint8Array =>
      Buffer.concat([latin1(`<meta charset=${declared}><p>`), encode(text, encoding) ?? latin1('')])
    const hungarian =
      'Műsorvezető: Jó napot kívánok. Újságíró: Mikor nyílik meg az új híd? Miniszter: Köszönöm a kérdést.'
    expect(decodeHtml(page('iso-8859-1', hungarian, 'windows-1250'), null).certainty).toBe('unsure')
    expect(decodeHtml(page('windows-1250', hungarian, 'windows-1250'), null).certainty).toBe('certain')
    const french = 'Animateur : Bonjour à tous. Journaliste : Où étiez-vous déjà ?'
    expect(decodeHtml(page('windows-1251', french, 'windows-1252'), null).certainty).toBe('unsure')
    expect(decodeHtml(page('iso-8859-1', french, 'windows-1252'), null).certainty).toBe('certain')
  })

  it('does not believe one that they do', () => {
    expect(decodeHtml(latin1(`<meta charset=utf-8><p>${GBK.repeat(8)}`), null).encoding).toMatch(/^gb/u)
    expect(decodeHtml(Buffer.from('<meta charset=iso-8859-1><p>“Très bien”'), null)).toMatchObject({
      encoding: 'utf-8',
    })
    expect(decodeHtml(Buffer.from(`<meta charset=big5><p>${'我们的工程已经完成'.repeat(4)}`), null)).toMatchObject({
      encoding: 'utf-8',
    })
  })

  it('keeps to UTF-8 where a character was cut', () => {
    const bytes = Buffer.from(`<meta charset=utf-8><p>${'我们的工程已经完成。'.repeat(20)}`)
    expect(decodeHtml(bytes.subarray(0, bytes.length - 1), null)).toMatchObject({ encoding: 'utf-8', undecodable: 1 })
  })

  it('obeys a mark and a choice before all else', () => {
    expect(decodeHtml(Buffer.from('\ufeff<meta charset=big5><p>记者'), null)).toMatchObject({ encoding: 'utf-8' })
    expect(decodeHtml(latin1(`<meta charset=utf-8>${GBK}`), 'gb18030')).toMatchObject({
      encoding: 'gb18030',
      undecodable: 0,
    })
    expect(() => decodeHtml(latin1('x'), 'klingon')).toThrow(RangeError)
  })
})

describe('a declaration is weighed against the bytes', () => {
  const pageOf = (text: string, encoding: string, declared: string): Uint8Array =>
    Buffer.concat([latin1(`<html><meta charset="${declared}"><p>`), encode(text, encoding) ?? new Uint8Array()])

  it.each([
    ['zh-Hans', 'gb18030', 'iso-8859-1'],
    ['zh-Hans', 'gb18030', 'big5'],
    ['zh-Hant', 'big5', 'gb2312'],
    ['zh-Hant', 'big5', 'windows-1252'],
    ['ja', 'shift_jis', 'euc-jp'],
    ['ja', 'euc-jp', 'gb2312'],
    ['ko', 'euc-kr', 'iso-8859-1'],
    ['ru', 'windows-1251', 'iso-8859-1'],
    ['ru', 'koi8-r', 'windows-1251'],
  ])('%s in %s is read though declared as %s', (language, encoding, declared) => {
    const text = (TALK[language] ?? '').slice(0, 200)
    const read = decodeHtml(pageOf(text, encoding, declared), null)
    expect(read.text).toContain(text)
    expect(read.certainty).toBe('likely')
  })

  it('is believed where it is true, in short pages too', () => {
    const pairs = [
      ...[...['zh-Hans', 'gb2312'], ...['zh-Hant', 'big5'], ...['ja', 'shift_jis'], ...['ja', 'euc-jp']],
      ...[...['ko', 'euc-kr'], ...['ru', 'windows-1251'], ...['ru', 'koi8-r'], ...['el', 'iso-8859-7']],
      ...[...['it', 'iso-8859-15'], ...['fr', 'windows-1252'], ...['cs', 'iso-8859-2'], ...['tr', 'windows-1254']],
    ]
    for (let at = 0; at < pairs.length; at += 2)
      for (const length of [1, 3, 8, 30, 300]) {
        const [language = '', declared = ''] = pairs.slice(at, at + 2)
        const text = (TALK[language] ?? '').slice(0, length)
        const read = decodeHtml(pageOf(text, declared === 'gb2312' ? 'gb18030' : declared, declared), null)
        expect([declared, read.text.slice(-text.length), read.certainty]).toEqual([declared, text, 'certain'])
      }
  })

  it('is believed for letters of another writing, in doubt', () => {
    const text = (TALK['ru'] ?? '').slice(0, 60)
    expect(decodeHtml(pageOf(text, 'gb18030', 'gb2312'), null)).toMatchObject({ encoding: 'gb18030', undecodable: 0 })
  })
})
