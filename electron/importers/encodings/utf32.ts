import type { DecodedBytes } from './decoding.ts'

/** UTF-16 units held before they are made a string. */
const CHUNK = 32 * 1024

/**
 * Decodes UTF-32, which `TextDecoder` does not know (Unicode Standard, section 3.10). What is no Unicode
 * scalar value, and bytes left over at the end, count as undecodable and stand as U+FFFD.
 */
export function decodeUtf32(bytes: Uint8Array, isBigEndian: boolean): DecodedBytes {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const parts: string[] = []
  const units = new Uint16Array(CHUNK)
  let filled = 0
  let undecodable = 0
  const whole = bytes.length - (bytes.length % 4)
  for (let at = 0; at < whole; at += 4) {
    let point = view.getUint32(at, !isBigEndian)
    if (!isScalarValue(point)) {
      point = 0xfffd
      undecodable++
    }
    if (point < 0x10000) units[filled++] = point
    else {
      units[filled++] = 0xd800 + ((point - 0x10000) >> 10)
      units[filled++] = 0xdc00 + ((point - 0x10000) & 0x3ff)
    }
    if (filled >= CHUNK - 1) {
      parts.push(String.fromCharCode(...units.subarray(0, filled)))
      filled = 0
    }
  }
  parts.push(String.fromCharCode(...units.subarray(0, filled)))
  if (whole < bytes.length) {
    parts.push('\ufffd')
    undecodable++
  }
  const text = parts.join('')
  return { text: text.startsWith('\ufeff') ? text.slice(1) : text, undecodable }
}

/** Any code point but surrogates (Unicode Standard, definition D76). */
export function isScalarValue(point: number): boolean {
  return point < 0xd800 || (point > 0xdfff && point <= 0x10ffff)
}
