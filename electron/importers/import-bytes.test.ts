import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { NO_STRUCTURE } from '#shared/model/source-structure.ts'
import { importBytes } from './import-bytes.ts'
import { lineEndsOf } from './plain-text.ts'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

describe('importBytes', () => {
  it('keeps the text but for line ends and mark, and says where it came from', async () => {
    const bytes = bytesOf('\ufeff  Ann: Hello.\r\n\r\nBen:\tHi. \r\n')
    const outcome = await importBytes('/home/ann/talks/talk.md', bytes)
    expect(outcome).toEqual({
      kind: 'imported',
      file: {
        fileName: 'talk.md',
        mediaType: 'text/markdown',
        sha256: createHash('sha256').update(bytes).digest('hex'),
        encoding: 'utf-8',
        certainty: 'certain',
        lineEnds: 'crlf',
        importer: 'plain-text/1',
        text: '  Ann: Hello.\n\nBen:\tHi. \n',
        structure: NO_STRUCTURE,
        undecodable: 0,
        original: bytes,
      },
    })
  })

  it.each([
    ['empty', '', 'empty', ''],
    ['a mark alone', '\ufeff', 'empty', ''],
    ['blanks and line breaks alone', ' \n\r\n\t', 'empty', ''],
    ['NUL characters', 'a\0b\0\0c', 'not-text', 'NUL'],
    ['control characters', '\x01\x02\x03\x04', 'not-text', 'control'],
    ['a PDF', '%PDF-1.7\n', 'not-text', 'PDF'],
    ['an RTF', '{\\rtf1 hello}', 'not-text', 'RTF'],
    ['a Word document', 'PK\x03\x04........word/document.xml', 'not-text', '.docx'],
    ['an OpenDocument text', 'PK\x03\x04....mimetypeapplication/vnd.oasis.opendocument.text', 'not-text', '.odt'],
    ['an archive', 'PK\x03\x04....a.txt', 'not-text', 'ZIP'],
  ])('refuses %s', async (_, text, reason, detail) => {
    const outcome = await importBytes('talk.txt', bytesOf(text))
    expect(outcome).toMatchObject({ kind: 'failed', failure: { fileName: 'talk.txt', reason } })
    if (outcome.kind === 'failed') expect(outcome.failure.detail).toContain(detail)
  })

  it('refuses an old Word document', async () => {
    const bytes = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0)
    expect(await importBytes('old.doc', bytes)).toMatchObject({
      failure: { reason: 'not-text', detail: expect.stringContaining('.doc') },
    })
  })

  it('decodes as told', async () => {
    expect(await importBytes('a.txt', Uint8Array.of(0xe9), 'latin1')).toMatchObject({
      file: { text: 'é', encoding: 'windows-1252' },
    })
    await expect(importBytes('a.txt', Uint8Array.of(0x61), 'klingon')).rejects.toThrow(RangeError)
  })
})

it.each([
  ['a\nb', 'lf'],
  ['a\r\nb\r\n', 'crlf'],
  ['a\rb', 'cr'],
  ['a\r\nb\n', 'mixed'],
  ['a\r\r\nb', 'mixed'],
  ['ab', 'none'],
])('line ends of %j are %s', (text, lineEnds) => {
  expect(lineEndsOf(text)).toBe(lineEnds)
})
