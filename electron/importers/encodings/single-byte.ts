import type { DecodedBytes } from './decoding.ts'

/** Windows-1252, 80 to 9F: some platforms read these as control characters (WHATWG Encoding Standard, index windows-1252). */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'
/** ISO-8859-16, A0 to FF, which some platforms lack (WHATWG Encoding Standard, index iso-8859-16). */
const ISO_8859_16 =
  '\u00a0ĄąŁ€„Š§š©Ș«Ź\u00adźŻ°±ČłŽ”¶·žčș»ŒœŸżÀÁÂĂÄĆÆÇÈÉÊËÌÍÎÏĐŃÒÓÔŐÖŚŰÙÚÛÜĘȚßàáâăäćæçèéêëìíîïđńòóôőöśűùúûüęțÿ'
/** Bytes that some platforms read by other tables than the WHATWG Encoding Standard's. */
const CORRECTIONS: Readonly<Record<string, readonly (readonly [byte: number, unit: number])[]>> = {
  'koi8-u': [
    [0xae, 0x045e],
    [0xbe, 0x040e],
  ],
  'windows-1253': [[0xaa, 0xfffd]],
  'windows-1255': [[0xca, 0x05ba]],
}

const tables = new Map<string, Uint16Array>()

/** What each of the 256 bytes stands for, in UTF-16; U+FFFD for none. */
export function tableOf(encoding: string): Uint16Array {
  const known = tables.get(encoding)
  if (known !== undefined) return known
  const table = Uint16Array.from({ length: 256 }, (_, byte) => byte)
  const upper =
    encoding === 'iso-8859-16'
      ? ISO_8859_16
      : new TextDecoder(encoding).decode(Uint8Array.from({ length: 128 }, (_, at) => 128 + at))
  for (let at = 0; at < upper.length; at++) table[256 - upper.length + at] = upper.charCodeAt(at)
  if (encoding === 'windows-1252')
    for (let at = 0; at < WINDOWS_1252.length; at++) table[0x80 + at] = WINDOWS_1252.charCodeAt(at)
  for (const [byte, unit] of CORRECTIONS[encoding] ?? []) table[byte] = unit
  // Some platforms give bytes that stand for nothing a character for private use.
  for (let byte = 0x80; byte < 256; byte++) {
    const unit = table[byte] ?? 0
    if (unit >= 0xe000 && unit <= 0xf8ff && encoding !== 'macintosh' && encoding !== 'x-mac-cyrillic')
      table[byte] = 0xfffd
  }
  tables.set(encoding, table)
  return table
}

/** Decodes an encoding that has one byte a character. */
export function decodeSingleByte(bytes: Uint8Array, encoding: string): DecodedBytes {
  const table = tableOf(encoding)
  const units = new Uint16Array(bytes.length)
  let undecodable = 0
  for (let at = 0; at < bytes.length; at++) {
    const unit = table[bytes[at] ?? 0] ?? 0xfffd
    if (unit === 0xfffd) undecodable++
    units[at] = unit
  }
  return { text: textOfUnits(units), undecodable }
}

/** A string of UTF-16 units in the machine's order, which is little-endian wherever the program runs. */
export function textOfUnits(units: Uint16Array): string {
  // A decoder takes longer.
  return Buffer.from(units.buffer, units.byteOffset, units.byteLength).toString('utf16le')
}
