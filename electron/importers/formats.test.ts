import { describe, expect, it } from 'vitest'
import { formatOf } from './formats.ts'

/** As UTF-8, UTF-16 and UTF-32, with and without a mark. */
function written(text: string): readonly Uint8Array[] {
  const units = (size: number, isLittle: boolean, marked: string): Uint8Array => {
    const view = new DataView(new ArrayBuffer(size * marked.length))
    for (let at = 0; at < marked.length; at++) {
      if (size === 2) view.setUint16(2 * at, marked.charCodeAt(at), isLittle)
      else view.setUint32(4 * at, marked.charCodeAt(at), isLittle)
    }
    return new Uint8Array(view.buffer)
  }
  const utf8 = [text, `\ufeff${text}`].map((each) => new TextEncoder().encode(each))
  const wide = [2, 4].flatMap((size) => [true, false].map((isLittle) => units(size, isLittle, `\ufeff${text}`)))
  return [...utf8, ...wide, Uint8Array.from([0x84, 0x31, 0x95, 0x33, ...new TextEncoder().encode(text)])]
}

describe('formatOf', () => {
  it.each([
    ['WEBVTT\n', 'text/vtt'],
    ['1\n00:00:01,000 --> 00:00:02,000\n', 'application/x-subrip'],
    ['0:00:01.000,0:00:02.000\n', 'text/x-sbv'],
    ['<html><p>', 'text/html'],
    ['Content-Type: multipart/related\n\n', 'text/html'],
    ['Nobody says a word', 'text/plain'],
  ])('tells %j in every form of Unicode', (text, mediaType) => {
    for (const bytes of written(text)) expect(formatOf(bytes, 'file', null)).toMatchObject({ mediaType })
  })

  it('tells Markdown by its name alone', () => {
    expect(formatOf(new TextEncoder().encode('Words'), 'notes.md', null)).toMatchObject({ mediaType: 'text/markdown' })
  })
})
