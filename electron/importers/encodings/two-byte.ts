import type { DecodedBytes } from './decoding.ts'
import { HKSCS_RUNS } from './hkscs.ts'
import { textOfUnits } from './single-byte.ts'

/** Big5 with the Hong Kong supplement, and Korean with all 11,172 syllables: platforms differ in both. */
export type TwoByteEncoding = 'big5' | 'euc-kr'

const FIRST_LEAD = 0x81
/** Code points by lead and trail byte, 0 for none. Two that stand for a letter with a mark have a number beyond Unicode. */
const tables = new Map<TwoByteEncoding, Uint32Array>()
const COMPOSED = 0x200000
const UNDECODABLE = 0xfffd

/** Decodes Big5 or EUC-KR as the WHATWG Encoding Standard does (sections 12.1 and 14.1), whatever the platform's tables lack. */
export function decodeTwoByte(bytes: Uint8Array, encoding: TwoByteEncoding): DecodedBytes {
  const table = tableOf(encoding)
  const units = new Uint16Array(bytes.length)
  let filled = 0
  let undecodable = 0
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] ?? 0
    if (lead < 0x80) {
      units[filled++] = lead
      continue
    }
    const trail = bytes[at + 1] ?? 0
    const point = lead < FIRST_LEAD || lead === 0xff ? 0 : (table[indexOf(lead, trail)] ?? 0)
    if (point === 0) {
      units[filled++] = UNDECODABLE
      undecodable++
      // An ASCII byte behind a broken character stands for itself.
      if (trail >= 0x80 && lead >= FIRST_LEAD && lead !== 0xff) at++
      continue
    }
    at++
    if (point < 0x10000) units[filled++] = point
    else if (point >= COMPOSED) {
      units[filled++] = (point - COMPOSED) & 0xff
      units[filled++] = point & 0x100 ? 0x030c : 0x0304
    } else {
      units[filled++] = 0xd800 + ((point - 0x10000) >> 10)
      units[filled++] = 0xdc00 + ((point - 0x10000) & 0x3ff)
    }
  }
  return { text: textOfUnits(units.subarray(0, filled)), undecodable }
}

function tableOf(encoding: TwoByteEncoding): Uint32Array {
  const known = tables.get(encoding)
  if (known !== undefined) return known
  const table = platformTable(encoding)
  if (encoding === 'big5') addHongKong(table)
  else addRareSyllables(table)
  tables.set(encoding, table)
  return table
}

const indexOf = (lead: number, trail: number): number => ((lead - FIRST_LEAD) << 8) | trail

function platformTable(encoding: TwoByteEncoding): Uint32Array {
  const table = new Uint32Array((0xff - FIRST_LEAD) << 8)
  const decoder = new TextDecoder(encoding)
  for (let lead = FIRST_LEAD; lead < 0xff; lead++)
    for (let trail = 0x40; trail < 0xff; trail++) {
      const text = decoder.decode(Uint8Array.of(lead, trail))
      const point = text.codePointAt(0) ?? UNDECODABLE
      const isOne = text.length === (point > 0xffff ? 2 : 1)
      const isPrivate = point >= 0xe000 && point <= 0xf8ff
      if (isOne && !isPrivate && point !== UNDECODABLE) table[indexOf(lead, trail)] = point
    }
  return table
}

/** Pointers count 157 trail bytes for each lead byte (WHATWG Encoding Standard, section 12.1.1). */
function addHongKong(table: Uint32Array): void {
  const put = (pointer: number, point: number): void => {
    const offset = pointer % 157
    table[indexOf(FIRST_LEAD + Math.floor(pointer / 157), offset + (offset < 0x3f ? 0x40 : 0x62))] = point
  }
  for (const [start, characters] of HKSCS_RUNS) {
    let pointer = start
    for (const character of characters) {
      if (character !== ' ') put(pointer, character.codePointAt(0) ?? 0)
      pointer++
    }
  }
  put(1133, COMPOSED + 0xca)
  put(1135, COMPOSED + 0x1ca)
  put(1164, COMPOSED + 0xea)
  put(1166, COMPOSED + 0x1ea)
}

/**
 * The syllables that KS X 1001 lacks stand in Unicode order on the free places: leads 81 to C6, trails
 * 41 to 5A, 61 to 7A, 81 to FE, from lead A1 on only to A0 (Unified Hangul Code).
 * The euro and the registered sign came later than most tables.
 */
function addRareSyllables(table: Uint32Array): void {
  const known = new Set<number>()
  for (let lead = 0xb0; lead <= 0xc8; lead++)
    for (let trail = 0xa1; trail <= 0xfe; trail++) known.add(table[indexOf(lead, trail)] ?? 0)
  table[indexOf(0xa2, 0xe6)] = 0x20ac
  table[indexOf(0xa2, 0xe7)] = 0xae
  let syllable = 0xac00
  for (let lead = 0x81; lead <= 0xc6; lead++)
    for (let trail = 0x41; trail <= (lead < 0xa1 ? 0xfe : 0xa0); trail++) {
      if ((trail > 0x5a && trail < 0x61) || (trail > 0x7a && trail < 0x81)) continue
      while (known.has(syllable)) syllable++
      if (syllable > 0xd7a3) return
      table[indexOf(lead, trail)] = syllable++
    }
}
