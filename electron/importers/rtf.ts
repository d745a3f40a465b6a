import { isUtf8 } from 'node:buffer'
import { type Extraction, failed } from './extraction.ts'
import { RtfReader } from './rtf/reader.ts'
import { SourceTextBuilder } from './source-text-builder.ts'
import { ParagraphWriter } from './xml/paragraph-writer.ts'

const BEGINNING = '{\\rtf'

/** Tells whether a file is RTF by its first bytes; a byte-order mark or blank space may stand before them. */
export function isRtf(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 64)).toString('latin1')
  return head.replace(/^(?:\xef\xbb\xbf)?\s*/u, '').startsWith(BEGINNING)
}

/**
 * Makes source text of an RTF file (Rich Text Format Specification 1.9.1), each paragraph a line.
 * Headers, footers, pictures and deleted text are left out; text boxes stand behind the text, then
 * notes and comments, set aside. The encoding is the code page in which most text is written that
 * is neither ASCII nor Unicode escapes.
 */
export function readRtf(bytes: Uint8Array): Extraction {
  const builder = new SourceTextBuilder()
  const report = new RtfReader(bytes, new ParagraphWriter(builder), rawBytes(bytes)).read()
  if (report.isTooDeep) return failed('damaged', 'groups are nested too deeply')
  return {
    kind: 'text',
    ...builder.build('paragraphs'),
    encoding: report.codePage ?? 'utf-8',
    certainty: 'certain',
    lineEnds: 'none',
    undecodable: report.undecodable,
  }
}

/** RTF is ASCII by its specification. Where it is not, it is UTF-8 if the whole file is, else in the code pages of its fonts. */
function rawBytes(bytes: Uint8Array): 'none' | 'utf-8' | 'font' {
  if (bytes.every((byte) => byte < 0x80)) return 'none'
  return isUtf8(bytes) ? 'utf-8' : 'font'
}
