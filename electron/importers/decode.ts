import { guessEncoding, labelOf } from './guess-encoding.ts'

/** Bytes read as text. */
export interface Decoded {
  /** Without byte-order mark, line ends as they came. */
  readonly text: string
  /** WHATWG label. */
  readonly encoding: string
  /** Marked, proved or chosen: `certain`; guessed: `likely` or `unsure`. */
  readonly certainty: 'certain' | 'likely' | 'unsure'
  /** How many sequences could not be decoded and stand as U+FFFD. */
  readonly undecodable: number
}

/**
 * Decodes bytes: by byte-order mark, then as UTF-16 that its NUL bytes give away, then as UTF-8 if
 * that is without fault, else by guess. Marks and labels as in the WHATWG Encoding Standard.
 */
export function decode(bytes: Uint8Array): Decoded {
  const marked = markOf(bytes) ?? utf16WithoutMark(bytes)
  if (marked !== null) return decodeAs(bytes, marked, 'certain')
  try {
    return {
      text: new TextDecoder('utf-8', { fatal: true }).decode(bytes),
      encoding: 'utf-8',
      certainty: 'certain',
      undecodable: 0,
    }
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    return decodeAs(bytes, guessEncoding(bytes), 'likely')
  }
}

/** Decodes with the encoding that somebody named; `null` if there is no such encoding. */
export function decodeWith(bytes: Uint8Array, encoding: string): Decoded | null {
  const label = labelOf(encoding)
  return label === undefined ? null : decodeAs(bytes, label, 'certain')
}

function decodeAs(bytes: Uint8Array, encoding: string, certainty: Decoded['certainty']): Decoded {
  const text = new TextDecoder(encoding).decode(bytes)
  const undecodable = text.includes('\ufffd') && !isFaultless(bytes, encoding) ? text.split('\ufffd').length - 1 : 0
  return { text, encoding, certainty, undecodable }
}

/** A text may hold U+FFFD because somebody wrote it there. */
function isFaultless(bytes: Uint8Array, encoding: string): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes)
    return true
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
}

function markOf(bytes: Uint8Array): string | null {
  const [first, second, third] = bytes
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : null
}

/**
 * Blanks, digits and line breaks have a NUL byte in UTF-16, always on the same side. Other text has
 * no NUL bytes, and programs and images have them on both sides.
 */
function utf16WithoutMark(bytes: Uint8Array): string | null {
  if (bytes.length % 2 !== 0) return null
  const sample = bytes.subarray(0, 64 * 1024)
  const nuls = [0, 0]
  sample.forEach((byte, at) => {
    if (byte === 0) nuls[at % 2] = (nuls[at % 2] ?? 0) + 1
  })
  const [even = 0, odd = 0] = nuls
  const encoding = odd > 0 && even <= odd / 50 ? 'utf-16le' : even > 0 && odd <= even / 50 ? 'utf-16be' : null
  return encoding !== null && isFaultless(bytes, encoding) ? encoding : null
}
