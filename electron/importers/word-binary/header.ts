import { type ByteRange, u16, u32 } from './bytes.ts'

/** Word 2 stands alone; Word 6 and 95 keep all in one stream; Word 97 to 2003 keep tables in a second one. */
export type WordGeneration = 'word-2' | 'word-6' | 'word-97'

/** What a Word file says of itself at its beginning ([MS-DOC] 2.5, the file information block). */
export interface WordHeader {
  readonly generation: WordGeneration
  readonly isEncrypted: boolean
  readonly isFastSaved: boolean
  /** The stream that the ranges below lie in, if it is not the one with the text. */
  readonly tableStream: '0Table' | '1Table'
  /** Where the text lies, half-open, in a file that was not fast-saved. */
  readonly textStart: number
  readonly textEnd: number
  /** Word 6 and 95 only: the text has two bytes a character. */
  readonly isWide: boolean
  readonly language: number
  /** Of Word 6 and 95: the charset of the whole file; 256 is that of the Macintosh. */
  readonly charset: number
  /** Numbers of characters, in the order in which the parts follow one another. */
  readonly lengths: readonly WordPart[]
  readonly styleSheet: ByteRange
  readonly fonts: ByteRange
  readonly characterRuns: ByteRange
  readonly paragraphRuns: ByteRange
  readonly pieces: ByteRange
}

export interface WordPart {
  readonly part: 'text' | 'notes' | 'headers' | 'boxes'
  readonly length: number
}

const PARTS: readonly WordPart['part'][] = [
  'text',
  'notes', // Footnotes.
  'headers',
  'headers', // Macros, which are no longer written.
  'notes', // Comments.
  'notes', // Endnotes.
  'boxes',
  'headers', // Text boxes of headers.
]

const ENCRYPTED = 0x0100
const FAST_SAVED = 0x0004
const SECOND_TABLE = 0x0200
const EXTENDED_CHARACTERS = 0x1000
const FIRST_WORD_6 = 101
const FIRST_WORD_97 = 106
/** Signatures of the first two bytes; those of Word 6 and 95 for East Asia hold text of two bytes a character. */
const SIGNATURES: readonly number[] = [0xa5db, 0xa5dc, 0xa5ec, 0x8098, 0x8099, 0xa697, 0xa698, 0xa699]
const EAST_ASIAN: readonly number[] = SIGNATURES.slice(3)
const HEADER_BYTES = 0x60

/** Reads the header of a stream or file that holds Word text; `null` if it is none. */
export function readWordHeader(bytes: Uint8Array): WordHeader | null {
  const signature = u16(bytes, 0)
  if (bytes.length < HEADER_BYTES || !SIGNATURES.includes(signature)) return null
  const version = u16(bytes, 2)
  const generation = version >= FIRST_WORD_97 ? 'word-97' : version >= FIRST_WORD_6 ? 'word-6' : 'word-2'
  const flags = u16(bytes, 10)
  const isWide = generation === 'word-6' && ((flags & EXTENDED_CHARACTERS) !== 0 || EAST_ASIAN.includes(signature))
  return {
    generation,
    isEncrypted: (flags & ENCRYPTED) !== 0,
    isFastSaved: (flags & FAST_SAVED) !== 0,
    tableStream: (flags & SECOND_TABLE) !== 0 ? '1Table' : '0Table',
    textStart: u32(bytes, 24),
    textEnd: u32(bytes, 28),
    isWide,
    language: u16(bytes, 6),
    charset: u16(bytes, 20),
    ...(generation === 'word-97' ? placesOfWord97(bytes) : placesOfWord6(bytes)),
  }
}

function placesOfWord97(bytes: Uint8Array) {
  // Three arrays that each say how long they are ([MS-DOC] 2.5.1).
  const longs = 34 + u16(bytes, 32) * 2 + 2
  const ranges = longs + u16(bytes, longs - 2) * 4 + 2
  const range = (index: number): ByteRange => rangeAt(bytes, ranges + index * 8)
  return {
    lengths: lengthsAt(bytes, longs + 12),
    styleSheet: range(1),
    characterRuns: range(12),
    paragraphRuns: range(13),
    fonts: range(15),
    pieces: range(33),
  }
}

function placesOfWord6(bytes: Uint8Array) {
  return {
    lengths: lengthsAt(bytes, 0x34),
    styleSheet: rangeAt(bytes, 0x60),
    characterRuns: rangeAt(bytes, 0xb8),
    paragraphRuns: rangeAt(bytes, 0xc0),
    fonts: rangeAt(bytes, 0xd0),
    pieces: rangeAt(bytes, 0x160),
  }
}

function rangeAt(bytes: Uint8Array, at: number): ByteRange {
  return { start: u32(bytes, at), length: u32(bytes, at + 4) }
}

function lengthsAt(bytes: Uint8Array, at: number): readonly WordPart[] {
  return PARTS.map((part, index) => ({ part, length: u32(bytes, at + index * 4) }))
}
