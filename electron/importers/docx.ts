import { DocxBodyReader } from './docx/body.ts'
import { type DocxNumbering, readDocxNumbering } from './docx/numbering.ts'
import { type DocxParts, readDocxParts } from './docx/package.ts'
import { type DocxStyles, docxPrefix, readDocxStyles } from './docx/styles.ts'
import { type Extraction, type FailedExtraction, failed } from './extraction.ts'
import { readXml } from './xml/reader.ts'
import type { TextFlow } from './xml/text-flow.ts'
import { isZip, ZipEntries, zipNames } from './xml/zip-entries.ts'

const COMPOUND_FILE = Buffer.from('d0cf11e0a1b11ae1', 'hex')

/** Tells a Word file (.docx, .docm, .dotx), whatever it is called, or an Office file that a password encrypts. */
export function isDocx(bytes: Uint8Array): boolean {
  if (isZip(bytes)) return zipNames(bytes).some((name) => name.startsWith('word/'))
  return isEncryptedOffice(bytes)
}

/** MS-OFFCRYPTO 2.3.4.4: a compound file whose stream of this name holds the encrypted package. */
function isEncryptedOffice(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  return buffer.subarray(0, 8).equals(COMPOUND_FILE) && buffer.includes('EncryptedPackage', 0, 'utf16le')
}

/**
 * Makes source text of a Word file (ISO 29500, transitional and strict). Notes and comments follow
 * the body, each set aside. Headers and footers follow those, since an interview's number or date
 * often stands nowhere else.
 *
 * The parts are read here and not by mammoth, which makes HTML of them: it drops empty paragraphs,
 * sees bold only where the run itself says so, knows no page breaks, and unpacks and recurses
 * without a limit.
 */
export function readDocx(bytes: Uint8Array): Extraction {
  if (!isZip(bytes)) return isEncryptedOffice(bytes) ? failed('encrypted') : failed('damaged', 'no ZIP archive')
  const zip = ZipEntries.open(bytes)
  if ('kind' in zip) return zip
  const parts = readDocxParts(zip)
  if ('kind' in parts) return parts
  const styles = readDocxStyles(parts.styles)
  if ('kind' in styles) return styles
  const numbering = readDocxNumbering(parts.numbering)
  return 'kind' in numbering ? numbering : extract(parts, styles, numbering)
}

function extract(parts: DocxParts, styles: DocxStyles, numbering: DocxNumbering): Extraction {
  const body = new DocxBodyReader(styles, numbering)
  const read = readXml(parts.main, docxPrefix, body)
  if (read.kind === 'failed') return read
  let undecodable = read.undecodable

  const readFurther = (part: Uint8Array): DocxBodyReader | FailedExtraction => {
    const reader = new DocxBodyReader(styles, numbering)
    const further = readXml(part, docxPrefix, reader)
    if (further.kind === 'failed') return further
    undecodable += further.undecodable
    return reader
  }
  const notes: TextFlow[] = []
  for (const part of parts.notes) {
    const reader = readFurther(part)
    if ('kind' in reader) return reader
    for (const note of reader.notes) notes.push(note)
  }
  const heads: TextFlow[] = []
  for (const part of parts.heads) {
    const reader = readFurther(part)
    if ('kind' in reader) return reader
    heads.push(reader.main)
  }
  const { encoding } = read
  return {
    kind: 'text',
    ...body.main.finish(notes, heads),
    encoding,
    certainty: 'certain',
    lineEnds: 'none',
    undecodable,
  }
}
