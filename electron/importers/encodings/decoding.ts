import { isUtf8 } from 'node:buffer'
import { decodeGb18030 } from './gb18030.ts'
import { decodeSingleByte } from './single-byte.ts'
import { decodeTwoByte } from './two-byte.ts'
import { decodeUtf32 } from './utf32.ts'

/** Text and how many sequences in it could not be decoded; each stands as U+FFFD. */
export interface DecodedBytes {
  /** Without byte-order mark. */
  readonly text: string
  readonly undecodable: number
}

const REPLACEMENT = '\ufffd'
/** How U+FFFD is written where it can be. */
const WRITTEN_REPLACEMENT: Readonly<Record<string, readonly number[]>> = {
  'utf-8': [0xef, 0xbf, 0xbd],
  gb18030: [0x84, 0x31, 0xa4, 0x37],
}

/** Decodes with an encoding named as `labelOf` names it. Throws a RangeError for other names. */
export function decodeBytes(bytes: Uint8Array, encoding: string): DecodedBytes {
  switch (encoding) {
    case 'utf-32le':
    case 'utf-32be':
      return decodeUtf32(bytes, encoding === 'utf-32be')
    case 'big5':
    case 'euc-kr':
      return decodeTwoByte(bytes, encoding)
    case 'utf-8':
    case 'utf-16le':
    case 'utf-16be':
    case 'gb18030':
    case 'shift_jis':
    case 'euc-jp':
    case 'iso-2022-jp':
      return decodeByPlatform(bytes, encoding)
    default:
      return decodeSingleByte(bytes, encoding)
  }
}

/** One pass where nothing is wrong. */
function decodeByPlatform(bytes: Uint8Array, encoding: string): DecodedBytes {
  const faultless = decodeFaultless(bytes, encoding)
  if (faultless !== null) return { text: faultless, undecodable: 0 }
  const text = withoutMark(new TextDecoder(encoding).decode(bytes), encoding)
  return { text, undecodable: Math.max(1, occurrences(text) - writtenReplacements(bytes, encoding)) }
}

/** The text of bytes that hold no fault, else `null`. */
export function decodeFaultless(bytes: Uint8Array, encoding: string): string | null {
  // Not by a fatal decoder: it is slower, and that of Node 18.15 (Electron 25) crashes on bytes that are no UTF-8.
  if (encoding === 'utf-8') return isWholeUtf8(bytes) ? new TextDecoder().decode(bytes) : null
  if (encoding === 'gb18030') {
    const text = decodeGb18030(bytes)
    return text === null ? null : withoutMark(text, encoding)
  }
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

/** Lines of this many bytes tell of most files in another encoding that they are none. */
const FIRST_LINES = 4096

/** The check goes through all of a file before it tells of a fault at the beginning, so the first lines are checked alone. */
function isWholeUtf8(bytes: Uint8Array): boolean {
  const end = bytes.subarray(0, FIRST_LINES).lastIndexOf(0x0a) + 1
  return isUtf8(bytes.subarray(0, end)) && isUtf8(bytes)
}

/** `TextDecoder` takes the mark off Unicode's own encodings, but not off GB18030. */
function withoutMark(text: string, encoding: string): string {
  return encoding === 'gb18030' && text.startsWith('\ufeff') ? text.slice(1) : text
}

function occurrences(text: string): number {
  let count = 0
  for (let at = text.indexOf(REPLACEMENT); at !== -1; at = text.indexOf(REPLACEMENT, at + 1)) count++
  return count
}

function writtenReplacements(bytes: Uint8Array, encoding: string): number {
  if (encoding === 'utf-16le') return writtenUnits(bytes, 0xfd, 0xff)
  if (encoding === 'utf-16be') return writtenUnits(bytes, 0xff, 0xfd)
  const pattern = WRITTEN_REPLACEMENT[encoding]
  if (pattern === undefined) return 0
  const [first = 0, ...rest] = pattern
  let count = 0
  for (let at = bytes.indexOf(first); at !== -1; at = bytes.indexOf(first, at + 1))
    if (rest.every((byte, index) => bytes[at + 1 + index] === byte)) count++
  return count
}

function writtenUnits(bytes: Uint8Array, first: number, second: number): number {
  let count = 0
  for (let at = 0; at + 1 < bytes.length; at += 2) if (bytes[at] === first && bytes[at + 1] === second) count++
  return count
}
