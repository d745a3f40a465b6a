import { isAkomaNtoso, readAkomaNtoso } from './akoma-ntoso.ts'
import { isSbv, isSubRip, isWebVtt } from './captions/signs.ts'
import { isTimedText, readSbv, readSubRip, readTimedText, readWebVtt } from './captions.ts'
import { isDocx, readDocx } from './docx.ts'
import { decode, decodeWith } from './encodings/decode.ts'
import { markOf, wideUnicodeOf } from './encodings/marks.ts'
import type { Importer } from './extraction.ts'
import { isHtml, isHtmlArchive } from './html/signs.ts'
import { readHtml } from './html.ts'
import { isOdt, readOdt } from './odt.ts'
import { isPdf, readPdf } from './pdf.ts'
import { readPlainText } from './plain-text.ts'
import { isRtf, readRtf } from './rtf.ts'
import { nameBinaryFormat } from './signatures.ts'
import { isWordBinary, readWordBinary } from './word-binary.ts'
import { isZip, ZipEntries } from './xml/zip-entries.ts'

/** A format that can be read, and with what. */
export interface ReadableFormat {
  readonly kind: 'readable'
  readonly mediaType: string
  /** The importer's name and version, kept with each source it made: raised when it reads a file differently. */
  readonly importer: string
  readonly read: Importer
}

/** A format that is not read; `name` is how a person calls it. */
export interface UnknownFormat {
  readonly kind: 'unknown'
  readonly name: string
}

type Format = Omit<ReadableFormat, 'kind'>

const DOCX: Format = {
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  importer: 'docx/2',
  read: readDocx,
}
const ODT: Format = { mediaType: 'application/vnd.oasis.opendocument.text', importer: 'odt/1', read: readOdt }

/** Formats that their bytes give away. */
const BINARY: readonly (Format & { readonly is: (bytes: Uint8Array) => boolean })[] = [
  { is: isDocx, ...DOCX },
  { is: isOdt, ...ODT },
  { is: isWordBinary, mediaType: 'application/msword', importer: 'word-binary/2', read: readWordBinary },
  { is: isPdf, mediaType: 'application/pdf', importer: 'pdf/2', read: readPdf },
  { is: isRtf, mediaType: 'application/rtf', importer: 'rtf/2', read: readRtf },
  { is: isAkomaNtoso, mediaType: 'application/akn+xml', importer: 'akoma-ntoso/1', read: readAkomaNtoso },
  { is: isTimedText, mediaType: 'application/ttml+xml', importer: 'captions/2', read: readTimedText },
]

/** Formats that are text, and are known by how the text begins; a few by their name's ending too. */
const TEXTUAL: readonly (Format & { readonly is: (head: string, fileName: string) => boolean })[] = [
  {
    is: (head, name) => isWebVtt(head) || (endingOf(name) === 'vtt' && isSubRip(head)),
    mediaType: 'text/vtt',
    importer: 'captions/2',
    read: readWebVtt,
  },
  { is: isSubRip, mediaType: 'application/x-subrip', importer: 'captions/2', read: readSubRip },
  { is: isSbv, mediaType: 'text/x-sbv', importer: 'captions/2', read: readSbv },
  {
    is: (head, name) => isHtml(head, name) || isHtmlArchive(head),
    mediaType: 'text/html',
    importer: 'html/2',
    read: readHtml,
  },
  {
    is: (_, name) => ['md', 'markdown'].includes(endingOf(name)),
    mediaType: 'text/markdown',
    importer: 'plain-text/1',
    read: readPlainText,
  },
]

const PLAIN_TEXT: Format = { mediaType: 'text/plain', importer: 'plain-text/1', read: readPlainText }

/** So much of a file says what it is. */
const HEAD_BYTES = 16 * 1024

/**
 * Tells a file's format by its first bytes, and by its name's ending only where those say nothing:
 * names lie. `encoding` is that which somebody chose, if one did.
 */
export function formatOf(bytes: Uint8Array, fileName: string, encoding: string | null): ReadableFormat | UnknownFormat {
  const binary = BINARY.find(({ is }) => is(bytes))
  if (binary !== undefined) return readable(binary)
  const unreadable = nameBinaryFormat(bytes)
  if (unreadable !== null) {
    const damaged = isBrokenZip(bytes) ? namedOffice(fileName) : null
    return damaged === null ? { kind: 'unknown', name: unreadable } : readable(damaged)
  }
  const beginning = bytes.subarray(0, HEAD_BYTES)
  const head = headOf(beginning, encoding)
  return readable(TEXTUAL.find(({ is }) => is(head, fileName)) ?? PLAIN_TEXT)
}

/**
 * The beginning of a file as its signs are looked for in it. They are ASCII, which stands as it is in all encodings but
 * UTF-16 and UTF-32: so nothing has to be guessed, and no wrong guess hides them.
 */
function headOf(beginning: Uint8Array, encoding: string | null): string {
  const chosen = encoding === null ? null : decodeWith(beginning, encoding)
  if (chosen !== null) return chosen.text
  if (markOf(beginning) !== null || wideUnicodeOf(beginning) !== null) return decode(beginning).text
  return Buffer.from(beginning).toString('latin1')
}

/** An archive that lost its directory, and with it what it held. */
function isBrokenZip(bytes: Uint8Array): boolean {
  return isZip(bytes) && 'kind' in ZipEntries.open(bytes)
}

/** What the name says that an archive was; its importer says what is wrong with it. */
function namedOffice(fileName: string): Format | null {
  const ending = endingOf(fileName)
  if (/^do[ct][mx]$/u.test(ending)) return DOCX
  return /^(?:odt|ott)$/u.test(ending) ? ODT : null
}

function readable({ mediaType, importer, read }: Format): ReadableFormat {
  return { kind: 'readable', mediaType, importer, read }
}

function endingOf(fileName: string): string {
  return /\.([^.]+)$/u.exec(fileName)?.[1]?.toLowerCase() ?? ''
}
