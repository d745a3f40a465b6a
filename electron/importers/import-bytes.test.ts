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
    ['NUL characters', 'abc\0def', 'not-text', 'NUL'],
    ['control characters', '\x01\x02\x03\x04', 'not-text', 'control'],
    ['a PDF that is cut off', '%PDF-1.7\n', 'damaged', ''],
    ['an RTF without text', '{\\rtf1 }', 'empty', ''],
    ['a Word document that is cut off', 'PK\x03\x04........word/document.xml', 'not-text', '.docx'],
    ['a program', '\x7fELF', 'not-text', 'program'],
    ['an archive', 'PK\x03\x04....a.txt', 'not-text', 'ZIP'],
  ])('refuses %s', async (_, text, reason, detail) => {
    const outcome = await importBytes('talk.txt', bytesOf(text))
    expect(outcome).toMatchObject({ kind: 'failed', failure: { fileName: 'talk.txt', reason } })
    if (outcome.kind === 'failed') expect(outcome.failure.detail).toContain(detail)
  })

  it.each(['talk.docx', 'talk.DOCM', 'talk.odt'])('calls a broken archive named %s damaged', async (name) => {
    const outcome = await importBytes(name, bytesOf('PK\x03\x04\x14\0\x06\0\x08\0\0'))
    expect(outcome).toMatchObject({ kind: 'failed', failure: { reason: 'damaged' } })
  })

  it('goes by what a file holds, not by what it is called', async () => {
    const rtf = bytesOf('{\\rtf1 Ann: Hello.\\par}')
    expect(await importBytes('talk.txt', rtf)).toMatchObject({
      file: { importer: 'rtf/2', mediaType: 'application/rtf', text: 'Ann: Hello.\n' },
    })
    expect(await importBytes('talk.pdf', bytesOf('Ann: Hello.'))).toMatchObject({ file: { importer: 'plain-text/1' } })
    const captions = bytesOf('WEBVTT\n\n00:00.000 --> 00:01.000\nHello.\n')
    expect(await importBytes('talk.txt', captions)).toMatchObject({ file: { importer: 'captions/2' } })
    expect(await importBytes('talk', bytesOf('<!DOCTYPE html><p>Hello.'))).toMatchObject({
      file: { importer: 'html/2', text: 'Hello.\n' },
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
