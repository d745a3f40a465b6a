/** Little-endian whole numbers in bytes from outside. What lies behind the end is 0: no offset makes these fail. */
export function u8(bytes: Uint8Array, at: number): number {
  return bytes[at] ?? 0
}

export function u16(bytes: Uint8Array, at: number): number {
  return u8(bytes, at) | (u8(bytes, at + 1) << 8)
}

export function u32(bytes: Uint8Array, at: number): number {
  return (u16(bytes, at) | (u16(bytes, at + 2) << 16)) >>> 0
}

/** A stretch of bytes, in whichever stream the context says. */
export interface ByteRange {
  readonly start: number
  readonly length: number
}

/** The bytes of a range; `null` if it is empty or not wholly there. */
export function bytesAt(bytes: Uint8Array, { start, length }: ByteRange): Uint8Array | null {
  return length > 0 && start + length <= bytes.length ? bytes.subarray(start, start + length) : null
}
