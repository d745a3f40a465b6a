import { ASCII_COST } from './ascii-model.ts'

/** How far bytes are UTF-8. */
export interface Utf8Evidence {
  /** Whole sequences of two to four bytes. */
  readonly sequences: number
  /** Bytes that belong to no sequence, but for those of a character cut in two at either end. */
  readonly faults: number
  /** As in `RankedEncoding`. */
  readonly cost: number
}

/** Another encoding hits the pattern of a sequence by chance about once in eight times; a fault is dear. */
const SEQUENCE_COST = 6
const FAULT_COST = 18
const CUT_COST = 6
/** A cut character that is the only one is hardly one. */
const LONE_CUT_COST = 10

/** Counts UTF-8 sequences (Unicode Standard, table 3-7) and what is none. */
export function utf8Evidence(bytes: Uint8Array): Utf8Evidence {
  let sequences = 0
  let faults = 0
  let ascii = 0
  let cuts = 0
  let at = 0
  // The rest of a character that was cut.
  while (at < 3 && isContinuation(bytes[at])) at++
  if (at > 0) cuts++
  while (at < bytes.length) {
    const byte = bytes[at] ?? 0
    if (byte < 0x80) {
      ascii += ASCII_COST[byte] ?? 0
      at++
      continue
    }
    const length = byte < 0xc2 ? 0 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : byte < 0xf5 ? 4 : 0
    let found = 1
    while (found < length && isContinuation(bytes[at + found]) && isInRange(byte, bytes[at + 1])) found++
    if (length > 0 && found === length) sequences++
    else if (length > 0 && at + found === bytes.length) cuts++
    else faults++
    at += length > 0 ? found : 1
  }
  const cost =
    sequences * SEQUENCE_COST + faults * FAULT_COST + cuts * (sequences > 0 ? CUT_COST : LONE_CUT_COST) + ascii
  return { sequences, faults, cost }
}

function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && (byte & 0xc0) === 0x80
}

/** No overlong forms, surrogates or numbers beyond Unicode. */
function isInRange(lead: number, second: number | undefined): boolean {
  const byte = second ?? 0
  if (lead === 0xe0) return byte >= 0xa0
  if (lead === 0xed) return byte <= 0x9f
  if (lead === 0xf0) return byte >= 0x90
  return lead !== 0xf4 || byte <= 0x8f
}
