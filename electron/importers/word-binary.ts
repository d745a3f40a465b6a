import { type Extraction, failed } from './extraction.ts'
import { SourceTextBuilder } from './source-text-builder.ts'
import { type CompoundFile, isCompoundFile, openCompoundFile } from './word-binary/compound-file.ts'
import { WordFonts } from './word-binary/fonts.ts'
import { readWordHeader, type WordPart } from './word-binary/header.ts'
import { readPieces } from './word-binary/pieces.ts'
import { readCharacterRuns, readParagraphRuns } from './word-binary/runs.ts'
import { WordStyles } from './word-binary/styles.ts'
import { type WordParts, WordText } from './word-binary/text.ts'
import { ParagraphWriter } from './xml/paragraph-writer.ts'

/** Streams that say what a compound file is if it is no Word document. */
const OTHER_FORMATS: readonly (readonly [stream: string, name: string])[] = [
  ['Workbook', 'Excel workbook (.xls)'],
  ['Book', 'Excel workbook (.xls)'],
  ['PowerPoint Document', 'PowerPoint presentation (.ppt)'],
  ['PP40', 'PowerPoint presentation (.ppt)'],
  ['VisioDocument', 'Visio drawing (.vsd)'],
  ['Quill', 'Publisher document (.pub)'],
  ['MatOST', 'Works document (.wps)'],
  ['BodyText', 'Hangul document (.hwp)'],
  ['__properties_version1.0', 'Outlook message (.msg)'],
  ['!_StringData', 'Windows installer (.msi)'],
]
const ENCRYPTED_PACKAGE = 'EncryptedPackage'
const WORD_STREAM = 'WordDocument'
const WORD_2 = [0xdb, 0xa5]
/** Parts of a Word file in the order in which they are read: what is no speech comes last. */
const READ_PARTS: readonly WordPart['part'][] = ['text', 'boxes', 'notes']

/**
 * Tells whether a file is of the old binary kind that Word wrote until 2003: any compound file, since
 * its name may lie and `readWordBinary` says what else it is, or a Word 2 file, which is none.
 */
export function isWordBinary(bytes: Uint8Array): boolean {
  return isCompoundFile(bytes) || (WORD_2.every((byte, at) => bytes[at] === byte) && readWordHeader(bytes) !== null)
}

/**
 * Makes source text of a Word 2, 6, 95 or 97 to 2003 file ([MS-DOC], [MS-CFB]), each paragraph a line.
 * Field codes and deleted text are left out; text boxes stand behind the text, then notes and comments,
 * then headers and footers, which are set aside. Fails with `encrypted` for files that ask for a password, with
 * `not-text` for other Office files, with `damaged` where the text does not lie where the file says.
 */
export function readWordBinary(bytes: Uint8Array): Extraction {
  if (!isCompoundFile(bytes)) return readStream(bytes, null)
  const file = openCompoundFile(bytes)
  if (file === null) return failed('damaged', 'the compound file has no directory')
  if (file.names.includes(ENCRYPTED_PACKAGE)) return failed('encrypted')
  const stream = file.read(WORD_STREAM)
  if (stream !== null) return readStream(stream, file)
  const other = OTHER_FORMATS.find(([name]) => file.names.includes(name))
  return failed('not-text', other?.[1] ?? 'compound file without Word text')
}

function readStream(stream: Uint8Array, file: CompoundFile | null): Extraction {
  const header = readWordHeader(stream)
  if (header === null) return failed('damaged', 'the Word header is missing')
  if (header.isEncrypted) return failed('encrypted')
  if (header.generation === 'word-2' && header.isFastSaved) {
    return failed('not-text', 'fast-saved Word 2 document: save it again in a newer format')
  }
  const table = header.generation === 'word-97' ? file?.read(header.tableStream) : stream
  if (table == null) return failed('damaged', `the stream ${header.tableStream} is missing`)
  const pieces = readPieces(stream, table, header)
  if (pieces === null) return failed('damaged', 'the text does not lie where the file says')

  const { generation, lengths } = header
  const data = generation === 'word-97' ? (file?.read('Data') ?? null) : null
  const builder = new SourceTextBuilder()
  const none = { start: 0, length: 0 }
  const isOld = generation === 'word-2'
  const parts: WordParts = {
    generation,
    stream,
    pieces,
    characters: readCharacterRuns(stream, table, isOld ? none : header.characterRuns, generation),
    paragraphs: readParagraphRuns(stream, table, isOld ? none : header.paragraphRuns, generation, data),
    styles: new WordStyles(table, isOld ? none : header.styleSheet, generation),
    fonts: new WordFonts(header, table),
  }
  const text = new WordText(parts, new ParagraphWriter(builder))
  for (const wanted of READ_PARTS) writeParts(text, lengths, wanted)
  appendHeads(builder, parts, lengths)
  return {
    kind: 'text',
    ...builder.build('paragraphs'),
    encoding: text.encoding,
    certainty: 'certain',
    lineEnds: 'none',
    undecodable: text.undecodable,
  }
}

function writeParts(text: WordText, lengths: readonly WordPart[], wanted: WordPart['part']): void {
  let from = 0
  for (const { part, length } of lengths) {
    if (part === wanted && length > 0) text.write(from, from + length, part)
    from += length
  }
}

/** Each line once, and those with letters alone: a bare page number is that of one page. */
function appendHeads(builder: SourceTextBuilder, parts: WordParts, lengths: readonly WordPart[]): void {
  const heads = new SourceTextBuilder()
  writeParts(new WordText(parts, new ParagraphWriter(heads)), lengths, 'headers')
  const lines = heads.build('paragraphs').text.split('\n')
  for (const line of new Set(lines.filter((each) => /\p{L}/u.test(each)))) {
    const start = builder.length
    builder.write(line)
    builder.setAside(start, 'running-head')
    builder.write('\n')
  }
}
