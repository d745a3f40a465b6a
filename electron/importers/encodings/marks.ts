import { decodeBytes } from './decoding.ts'
import { isScalarValue } from './utf32.ts'

const SAMPLE_BYTES = 16 * 1024

/** The encoding that a byte-order mark names (Unicode Standard, table 23-6; GB18030 has U+FEFF as four bytes of its own). */
export function markOf(bytes: Uint8Array): string | null {
  const [first, second, third, fourth] = bytes
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0 && second === 0 && third === 0xfe && fourth === 0xff) return 'utf-32be'
  // UTF-16 may begin with the same four bytes only if its text begins with a NUL.
  if (first === 0xff && second === 0xfe)
    return third === 0 && fourth === 0 && bytes.length % 4 === 0 ? 'utf-32le' : 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return first === 0x84 && second === 0x31 && third === 0x95 && fourth === 0x33 ? 'gb18030' : null
}

/**
 * Escape sequences that ISO-2022-JP uses (RFC 1468, and half-width katakana), each switching to Japanese and
 * back, with nothing undecodable between. All its bytes are ASCII.
 */
export function isIso2022Jp(bytes: Uint8Array): boolean {
  const first = bytes.indexOf(0x1b)
  if (first === -1) return false
  const sample = bytes.subarray(first, first + SAMPLE_BYTES)
  let switches = 0
  for (let at = 0; at !== -1; at = sample.indexOf(0x1b, at + 1)) {
    const pair = String.fromCharCode(sample[at + 1] ?? 0, sample[at + 2] ?? 0)
    if (pair === '$B' || pair === '$@' || pair === '(I') switches++
  }
  if (switches === 0 || sample.some((byte) => byte >= 0x80)) return false
  const { text, undecodable } = decodeBytes(sample, 'iso-2022-jp')
  return undecodable <= 1 + switches / 50 && /[\u0080-\ufffc]/.test(text)
}

/** A reading of Unicode's wide forms, and the bytes before it that belong to a character cut in two. */
export interface WideUnicode {
  readonly encoding: 'utf-16le' | 'utf-16be' | 'utf-32le' | 'utf-32be'
  readonly skip: number
}

/**
 * UTF-16 or UTF-32 without a mark, of which bytes tell that no other text has: blanks, digits and line breaks
 * have NUL bytes in UTF-16, and letters from Greek to Thai bytes of control characters, always on one side.
 * `null` where such bytes tell of something else (a program, an image), or where there are none.
 */
export function wideUnicodeOf(bytes: Uint8Array): WideUnicode | null {
  const head = bytes.subarray(0, SAMPLE_BYTES)
  if (!head.includes(0) && !hasManyControls(head)) return null
  if (isAsciiWithNuls(head)) return null
  for (const skip of [0, 1, 2, 3])
    for (const encoding of ['utf-32le', 'utf-32be'] as const)
      if (isUtf32(head.subarray(skip), encoding === 'utf-32be')) return { encoding, skip }
  let best: (WideUnicode & { readonly oddity: number }) | null = null
  for (const skip of [0, 1])
    for (const encoding of ['utf-16le', 'utf-16be'] as const) {
      const oddity =
        oddityOf(decodeBytes(head.subarray(skip), encoding).text) + misplaced(head, encoding, skip) + skip * 0.05
      if (oddity < 0.15 && (best === null || oddity < best.oddity)) best = { encoding, skip, oddity }
    }
  return best
}

function hasManyControls(bytes: Uint8Array): boolean {
  let controls = 0
  for (const byte of bytes) if (isControl(byte)) controls++
  return controls > bytes.length / 10
}

/**
 * ASCII with a stray NUL here and there: in UTF-16 every other byte would be one. Other writings have
 * bytes beyond ASCII, or those of control characters.
 */
function isAsciiWithNuls(bytes: Uint8Array): boolean {
  let nuls = 0
  for (const byte of bytes) {
    if (byte === 0) nuls++
    else if (byte >= 0x80 || isControl(byte)) return false
  }
  return nuls < bytes.length * 0.3
}

function isControl(byte: number): boolean {
  return byte < 0x20 && !(byte >= 9 && byte <= 13) && byte !== 0x1a && byte !== 0x1b
}

/** The share, weighed, of such bytes that are not the upper halves of UTF-16 units. */
function misplaced(bytes: Uint8Array, encoding: string, skip: number): number {
  const upper = (skip + (encoding === 'utf-16le' ? 1 : 0)) % 2
  const counts = [0, 0]
  bytes.forEach((byte, at) => {
    // U+3001 and U+3002 have lower halves like this.
    if (isControl(byte) && byte !== 1 && byte !== 2) counts[at % 2] = (counts[at % 2] ?? 0) + 1
  })
  const [even = 0, odd = 0] = counts
  return (0.2 * (upper === 0 ? odd : even)) / Math.max(1, even + odd)
}

function isUtf32(bytes: Uint8Array, isBigEndian: boolean): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const points = Math.floor(bytes.length / 4)
  let bad = 0
  for (let at = 0; at < points; at++) {
    const point = view.getUint32(at * 4, !isBigEndian)
    if (point === 0 || !isScalarValue(point) || point > 0x3ffff) bad++
  }
  return points > 0 && bad <= points / 100
}

/**
 * The share of characters that text does not have: control characters, surrogates alone, noncharacters, private
 * use, and writings that change from one character to the next without a blank between.
 */
function oddityOf(text: string): number {
  let odd = 0
  let before = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    const isLast = at === text.length - 1
    if ((unit < 0x20 && !(unit >= 9 && unit <= 13) && unit !== 0x1a) || (unit >= 0x7f && unit < 0xa0)) odd += 4
    else if (unit >= 0xe000 && unit <= 0xf8ff) odd += 1
    else if (unit >= 0xfff0 && !(isLast && unit === 0xfffd)) odd += 2
    // ASCII read with the wrong end first.
    else if ((unit & 0xff) === 0 && unit !== 0x4e00 && unit !== 0x3000) odd += 0.5
    const block = blockOf(unit)
    if (before !== 0 && block !== 0 && block !== before) odd += 0.5
    before = block
  }
  return text.length === 0 ? 1 : odd / text.length
}

/** A rough number for the writing of a letter, 0 for what goes with all. */
function blockOf(unit: number): number {
  if (unit < 0x100 || unit >= 0xff00) return 0
  if (unit < 0x250) return 2
  if (unit >= 0x2000 && unit < 0x3100) return 0
  if (unit >= 0x3400 && unit < 0xa000) return 1
  return unit >= 0xac00 && unit < 0xd800 ? 1 : unit >> 8
}
