import { describe, expect, it } from 'vitest'
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
