import { decodeBytes, decodeFaultless } from './decoding.ts'
import { guessEncoding } from './guess-encoding.ts'
import { labelOf } from './labels.ts'
import { isIso2022Jp, markOf, wideUnicodeOf } from './marks.ts'
import { skipOf } from './ranking.ts'

/** Bytes read as text. */
export interface Decoded {
  /** Without byte-order mark, line ends as they came. */
  readonly text: string
  /** WHATWG label, or `utf-32le`, `utf-32be`. */
  readonly encoding: string
  /** Marked, proved or chosen: `certain`; guessed: `likely` or `unsure`. */
  readonly certainty: 'certain' | 'likely' | 'unsure'
  /** How many sequences could not be decoded and stand as U+FFFD. */
  readonly undecodable: number
}

/**
 * Decodes bytes: by byte-order mark, by the bytes that only UTF-16 and UTF-32 have, by the escapes of ISO-2022-JP, as
 * UTF-8 if that is without fault, else by guess. Marks and labels as in the WHATWG Encoding Standard. A file
 * may be a piece of a longer one that was cut inside a character.
 */
export function decode(bytes: Uint8Array): Decoded {
  const marked = markOf(bytes)
  if (marked !== null && marked !== 'utf-8') return decodeAs(bytes, marked, 'certain', 0)
  const wide = wideUnicodeOf(bytes)
  if (wide !== null) return decodeAs(bytes, wide.encoding, 'certain', wide.skip)
  const utf8 = decodeFaultless(bytes, 'utf-8')
  if (utf8 !== null && isIso2022Jp(bytes)) return decodeAs(bytes, 'iso-2022-jp', 'certain', 0)
  if (utf8 !== null) return { text: utf8, encoding: 'utf-8', certainty: 'certain', undecodable: 0 }
  const unmarked = marked === null ? bytes : bytes.subarray(3)
  const { encoding, certainty, skip } = guessEncoding(unmarked)
  // Only clear evidence tells that somebody put the mark before bytes of another encoding.
  if (marked !== null && (encoding === marked || certainty === 'unsure'))
    return decodeAs(unmarked, marked, 'certain', 0)
  return decodeAs(unmarked, encoding, certainty, skip)
}

/**
 * Decodes with the encoding that somebody named, by any of its names; `null` if there is no such encoding. A
 * character cut in two at the beginning counts as undecodable, and what follows it is read right.
 */
export function decodeWith(bytes: Uint8Array, encoding: string): Decoded | null {
  const label = labelOf(encoding)
  return label === undefined ? null : decodeAs(bytes, label, 'certain', skipOf(bytes, label))
}

function decodeAs(bytes: Uint8Array, encoding: string, certainty: Decoded['certainty'], skip: number): Decoded {
  const { text, undecodable } = decodeBytes(skip === 0 ? bytes : bytes.subarray(skip), encoding)
  return skip === 0
    ? { text, encoding, certainty, undecodable }
    : { text: `\ufffd${text}`, encoding, certainty, undecodable: undecodable + 1 }
}
