import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { ExtractedText } from './extraction.ts'
import { compoundFile, word95File, word97File } from './word-binary/test-files.ts'
import { isWordBinary, readWordBinary } from './word-binary.ts'

const samples = new URL('../../../shared/samples/transcripts/', import.meta.url)
const isHere = existsSync(samples)

const BOLD_ON = [0x35, 0x08, 1]
const BOLD_AS_STYLE = [0x35, 0x08, 0x80]
const BOLD_NOT_AS_STYLE = [0x35, 0x08, 0x81]
const IN_TABLE = [0x16, 0x24, 1]
const ROW_END = [...IN_TABLE, 0x17, 0x24, 1]
const OLD_BOLD_ON = [85, 1]

function textOf(bytes: Uint8Array): ExtractedText {
  const extraction = readWordBinary(bytes)
  if (extraction.kind === 'failed') throw new Error(`${extraction.reason}: ${extraction.detail}`)
  return extraction
}

const styled = ({ text, structure }: ExtractedText, style: string): string[] =>
  structure.styles.filter((span) => span.style === style).map(({ span }) => text.slice(span.start, span.end))

describe('readWordBinary, Word 97', () => {
  it('reads paragraphs, line breaks and tabs as they stand', () => {
    const read = textOf(word97File({ parts: ['记者：桥\t好？\r\r李：\x0b是，𠮷。\r'] }))
    expect(read).toMatchObject({ text: '记者：桥\t好？\n\n李：\n是，𠮷。\n', encoding: 'utf-16le', undecodable: 0 })
    expect(read.structure.lines).toBe('paragraphs')
  })

  it('reads 8-bit pieces as windows-1252', () => {
    const read = textOf(word97File({ parts: ['Caf\xe9 \x93so\x94\x85\r'], isNarrow: true }))
    expect(read).toMatchObject({ text: 'Café “so”…\n', encoding: 'windows-1252' })
  })

  it('joins the pieces of a fast-saved file', () => {
    expect(textOf(word97File({ parts: ['One two three.\r'], pieceEnds: [4, 8], flags: 4 })).text).toBe(
      'One two three.\n',
    )
  })

  it('marks bold by runs, by style and by the opposite of the style', () => {
    const read = textOf(
      word97File({
        parts: ['Ann: Hi.\rBen: Yes.\r'],
        styles: [
          [0, 0xfff, []],
          [1, 0, BOLD_ON],
          [300, 1, []],
        ],
        characters: [
          { from: 0, to: 4, changes: BOLD_ON },
          { from: 4, to: 9, changes: [] },
          { from: 9, to: 13, changes: BOLD_AS_STYLE },
          { from: 13, to: 19, changes: BOLD_NOT_AS_STYLE },
        ],
        paragraphs: [
          { from: 0, to: 9, changes: [], style: 0 },
          { from: 9, to: 19, changes: [], style: 2 },
        ],
      }),
    )
    expect(styled(read, 'bold')).toEqual(['Ann:', 'Ben:'])
    expect(styled(read, 'heading')).toEqual(['Ben: Yes.'])
  })

  it('keeps the results of fields and drops their codes, objects and marks', () => {
    const field = 'See \x13 HYPERLINK "x" \x14the \x13PAGE\x14page\x15\x15 \x01\x08\x02now.\r'
    expect(textOf(word97File({ parts: [field] })).text).toBe('See the page now.\n')
    expect(textOf(word97File({ parts: ['A\x13 endless \r and on \r'] })).text).toBe('A endless \n and on \n')
    expect(textOf(word97File({ parts: ['co\x1fop non\x1estop\xa05\x0cnew\r'] })).text).toBe(
      'co\u00adop non\u2011stop\u00a05\nnew\n',
    )
  })

  it('writes a row a line, with cells parted by tabs', () => {
    const text = 'Q\x07When?\x07\x07A\x07Soon.\rVery.\x07\x07End\r'
    const read = textOf(
      word97File({
        parts: [text],
        paragraphs: [
          { from: 0, to: 8, changes: IN_TABLE },
          { from: 8, to: 9, changes: ROW_END },
          { from: 9, to: 23, changes: IN_TABLE },
          { from: 23, to: 24, changes: ROW_END },
          { from: 24, to: 28, changes: [] },
        ],
      }),
    )
    expect(read.text).toBe('Q\tWhen?\nA\tSoon.\nVery.\nEnd\n')
    expect(styled(read, 'table-cell')).toEqual(['Q', 'When?', 'A', 'Soon.\nVery.'])
    // Without a word on paragraphs, two ends in a row are those of a cell and its row.
    expect(textOf(word97File({ parts: [text] })).text).toBe('Q\tWhen?\nA\tSoon.\nVery.\nEnd\n')
  })

  it('reads tables within tables', () => {
    const innerCell = [...IN_TABLE, 0x4b, 0x24, 1]
    const read = textOf(
      word97File({
        parts: ['x\x07a\rb\r\ry\x07\x07'],
        paragraphs: [
          { from: 0, to: 2, changes: IN_TABLE },
          { from: 2, to: 6, changes: innerCell },
          { from: 6, to: 7, changes: [...innerCell, 0x4c, 0x24, 1] },
          { from: 7, to: 9, changes: IN_TABLE },
          { from: 9, to: 10, changes: ROW_END },
        ],
      }),
    )
    expect(read.text).toBe('x\ta\tb\ny\n')
  })

  it('puts text boxes, notes and headers behind the text, and leaves out deleted text', () => {
    const read = textOf(
      word97File({
        parts: ['Main.\x02 gone\r', '\x02 A note.\r\r', 'Header\r', '', 'A comment.\r', '', 'Box\r\r', ''],
        characters: [
          { from: 0, to: 6, changes: [] },
          { from: 6, to: 11, changes: [0x00, 0x08, 1] },
          { from: 11, to: 60, changes: [] },
        ],
      }),
    )
    expect(read.text).toBe('Main.\nBox\n A note.\nA comment.\nHeader\n')
    expect(read.structure.asides.map(({ span, kind }) => [kind, read.text.slice(span.start, span.end)])).toEqual([
      ['note', ' A note.'],
      ['note', 'A comment.'],
      ['running-head', 'Header'],
    ])
  })
})

describe('readWordBinary, Word 95', () => {
  it.each([
    ['Chinese', 0x0804, '\xbc\xc7\xd5\xdf\xa3\xba', '记者：', 'gb18030'],
    ['Chinese of Taiwan', 0x0404, '\xb0\x4f\xaa\xcc\xa1\x47', '記者：', 'big5'],
    ['Japanese', 0x0411, '\x8b\x4c\x8e\xd2', '記者', 'shift_jis'],
    ['Korean', 0x0412, '\xb1\xe2\xc0\xda', '기자', 'euc-kr'],
    ['Russian', 0x0419, '\xc4\xe0', 'Да', 'windows-1251'],
    ['English', 0x0409, '\x93Yes\x94', '“Yes”', 'windows-1252'],
  ])('reads %s in the code page of its language', (_, language, stored, text, encoding) => {
    expect(textOf(word95File({ parts: [`${stored}\r`], language }))).toMatchObject({ text: `${text}\n`, encoding })
  })

  it('reads runs in the code pages of their fonts, and bold', () => {
    const read = textOf(
      word95File({
        parts: ['\xc4\xe0: \xe9t\xe9\r'],
        language: 0x0409,
        fonts: [0, 204],
        characters: [
          { from: 0, to: 3, changes: [93, 1, 0, ...OLD_BOLD_ON] },
          { from: 3, to: 8, changes: [] },
        ],
      }),
    )
    expect(read.text).toBe('Да: été\n')
    expect(styled(read, 'bold')).toEqual(['Да:'])
  })

  it('marks what its style makes bold', () => {
    const read = textOf(
      word95File({
        parts: ['Talk\rAnn: Hi.\r'],
        language: 0x0409,
        styles: [
          [0, 0xfff, []],
          [1, 0, OLD_BOLD_ON],
        ],
        characters: [{ from: 0, to: 14, changes: [] }],
        paragraphs: [
          { from: 0, to: 5, changes: [], style: 1 },
          { from: 5, to: 14, changes: [], style: 0 },
        ],
      }),
    )
    expect(styled(read, 'bold')).toEqual(['Talk'])
    expect(styled(read, 'heading')).toEqual(['Talk'])
  })

  it('reads Word 2 files, which are no compound files', () => {
    const bytes = new Uint8Array(0x700)
    bytes.set([0xdb, 0xa5, 0x2d, 0], 0)
    bytes.set([0, 6], 24)
    bytes[0x34] = 7
    bytes.set(new TextEncoder().encode('Ann: A\r'), 0x600)
    expect(isWordBinary(bytes)).toBe(true)
    expect(textOf(bytes).text).toBe('Ann: A\n')
  })
})

describe('readWordBinary refuses', () => {
  const stream = new Uint8Array(5000)
  it.each([
    ['encrypted files', word97File({ parts: ['x\r'], flags: 0x0100 }), 'encrypted', ''],
    ['encrypted packages', compoundFile({ EncryptedPackage: stream, EncryptionInfo: stream }), 'encrypted', ''],
    ['workbooks', compoundFile({ Workbook: stream }), 'not-text', '.xls'],
    ['presentations', compoundFile({ 'PowerPoint Document': stream }), 'not-text', '.ppt'],
    ['any other compound file', compoundFile({ Thing: stream }), 'not-text', 'compound'],
    ['a stream without a header', compoundFile({ WordDocument: stream }), 'damaged', 'header'],
    ['half a file', word97File({ parts: ['A long text. '.repeat(2000)] }).subarray(0, 9000), 'damaged', ''],
    ['a signature alone', word97File({ parts: ['x\r'] }).subarray(0, 600), 'damaged', 'directory'],
  ])('%s', (_, bytes, reason, detail) => {
    expect(isWordBinary(bytes)).toBe(true)
    const extraction = readWordBinary(bytes)
    expect(extraction).toMatchObject({ kind: 'failed', reason })
    if (extraction.kind === 'failed') expect(extraction.detail).toContain(detail)
  })
})

describe('readWordBinary on hostile files', () => {
  it('ends when chains of sectors run in circles', () => {
    const bytes = word97File({ parts: ['Text. '.repeat(3000)] })
    const view = new DataView(bytes.buffer)
    const table = (view.getUint32(76, true) + 1) * 512
    for (let sector = 0; sector < 100; sector++) view.setUint32(table + sector * 4, (sector + 7) % 50, true)
    expect(['text', 'failed']).toContain(readWordBinary(bytes).kind)
  })

  it('neither throws nor hangs, whatever bytes are changed', () => {
    const originals = [
      word97File({
        parts: ['Ann: one \x13 X \x14two\x15\rQ\x07A\x07\x07', 'note\r', '', '', 'comment\r'],
        styles: [[0, 0xfff, BOLD_ON]],
        characters: [{ from: 0, to: 20, changes: BOLD_ON }],
        paragraphs: [{ from: 0, to: 20, changes: ROW_END }],
        pieceEnds: [5, 9],
      }),
      word95File({
        parts: ['Ann: one\r'],
        language: 0x0411,
        fonts: [128],
        characters: [{ from: 0, to: 9, changes: OLD_BOLD_ON }],
      }),
    ]
    let seed = 12345
    const random = (below: number): number => {
      seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff
      return seed % below
    }
    const started = performance.now()
    for (let round = 0; round < 1500; round++) {
      const bytes = Uint8Array.from(originals[round % originals.length] ?? [])
      for (let change = random(12) + 1; change > 0; change--) {
        const at =
          random(3) === 0 ? random(bytes.length) : random(2) === 0 ? random(0x9c0) : bytes.length - 1 - random(3000)
        bytes[at] = random(4) === 0 ? 0xff : random(256)
      }
      const extraction = readWordBinary(bytes)
      if (extraction.kind === 'text') expect(extraction.text.length).toBeLessThan(bytes.length * 2)
    }
    expect(performance.now() - started).toBeLessThan(20_000)
  })
})

describe.skipIf(!isHere)(`real Word files${isHere ? '' : ' (skipped: no samples)'}`, () => {
  const read = (name: string): ExtractedText => textOf(readFileSync(new URL(name, samples)))

  it('reads a Word 95 interview', () => {
    const { text, encoding, undecodable } = read('unix_oral_condon.doc')
    expect({ encoding, undecodable }).toEqual({ encoding: 'windows-1252', undecodable: 0 })
    expect(text.match(/^Condon:\t/gmu)?.length).toBeGreaterThan(50)
    expect(text.replace(/[\t\n]/gu, '')).not.toMatch(/\p{Cc}|\ufffd/u)
  })

  it('reads all words of a Word 97 answer with tables', () => {
    const { text, structure } = read('za_answer_1.doc')
    const words = (of: string): string[] => of.match(/[a-z]{2,}|\d+/giu) ?? []
    const found = new Map<string, number>()
    for (const word of words(text)) found.set(word, (found.get(word) ?? 0) + 1)
    const expected = words(readFileSync(new URL('za_answer_1_expected.txt', samples), 'utf8'))
    const missing = expected.filter((word) => {
      const left = found.get(word) ?? 0
      found.set(word, left - 1)
      return left <= 0
    })
    expect(missing).toEqual([])
    expect(structure.styles.filter(({ style }) => style === 'table-cell').length).toBeGreaterThan(60)
  })
})
