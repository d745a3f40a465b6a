import { inflateRawSync } from 'node:zlib'
import { type FailedExtraction, failed } from '#electron/importers/extraction.ts'

/** What all parts of one archive may come to together, unpacked. No transcript is larger; an archive made to fill the memory is. */
const MOST_UNPACKED = 256 * 1024 * 1024

/** As many parts as the format could count before it grew to 64 bits; no text has more. */
const MOST_ENTRIES = 65_535

const LOCAL_HEADER = 0x04034b50
const CENTRAL_HEADER = 0x02014b50
const END_OF_DIRECTORY = 0x06054b50
const END_OF_DIRECTORY_64 = 0x06064b50
const IN_EXTRA_FIELD = 0xffffffff

interface ZipEntry {
  readonly flags: number
  readonly method: number
  readonly crc: number
  readonly packed: number
  readonly offset: number
}

type ZipPart = { readonly kind: 'bytes'; readonly bytes: Uint8Array } | { readonly kind: 'absent' } | FailedExtraction

/** Tells a ZIP archive by its first bytes. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4
}

/**
 * The parts of a ZIP archive (PKWARE APPNOTE 6.3), unpacked one by one and only when asked for. The
 * archive's directory counts, not the headers before the parts: those lack the sizes wherever the
 * archive was written as a stream. Sizes that the archive states are not believed either: unpacking
 * stops when all parts asked for exceed 256 MB together.
 */
export class ZipEntries {
  readonly #bytes: Buffer
  readonly #entries: ReadonlyMap<string, ZipEntry>
  readonly #most: number
  #left: number

  private constructor(bytes: Buffer, entries: ReadonlyMap<string, ZipEntry>, most: number) {
    this.#bytes = bytes
    this.#entries = entries
    this.#most = most
    this.#left = most
  }

  /** Reads the directory; fails with `damaged` where there is none, as in a file that was cut off. */
  static open(bytes: Uint8Array, most = MOST_UNPACKED): ZipEntries | FailedExtraction {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
    const entries = readDirectory(buffer)
    return entries === null ? failed('damaged', 'the archive has no directory') : new ZipEntries(buffer, entries, most)
  }

  /** Unpacks the part of this name; names are compared as the Open Packaging Conventions do, without regard to case. */
  read(name: string): ZipPart {
    const entry = this.#entries.get(plainName(name))
    if (entry === undefined) return { kind: 'absent' }
    if ((entry.flags & 1) !== 0) return failed('encrypted')
    const packed = packedBytes(this.#bytes, entry)
    if (packed === null) return failed('damaged', `${name} lies outside of the file`)
    if (entry.method !== 0 && entry.method !== 8) return failed('damaged', `${name} is packed in an unknown way`)
    const bytes = entry.method === 8 ? this.#inflate(packed) : packed
    if (bytes === 'faulty') return failed('damaged', `${name} cannot be unpacked`)
    if (bytes === 'too-large' || bytes.length > this.#left)
      return failed('too-long', `unpacked it is larger than ${Math.floor(this.#most / 2 ** 20)} MB`)
    if (crc32(bytes) !== entry.crc) return failed('damaged', `${name} does not match its checksum`)
    this.#left -= bytes.length
    return { kind: 'bytes', bytes }
  }

  #inflate(packed: Buffer): Buffer | 'faulty' | 'too-large' {
    try {
      return inflateRawSync(packed, { maxOutputLength: Math.max(1, this.#left) })
    } catch (error) {
      return error instanceof RangeError ? 'too-large' : 'faulty'
    }
  }
}

/** How many parts of a damaged archive are looked at: enough to tell what it was. */
const MOST_NAMES = 1000

/**
 * The names of an archive's parts, in lower case. Where the directory is lost, those that stand
 * before the parts themselves, so that a damaged file is still known for what it was.
 */
export function zipNames(bytes: Uint8Array): readonly string[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const entries = readDirectory(buffer)
  if (entries !== null) return [...entries.keys()]
  const names: string[] = []
  for (
    let at = buffer.indexOf('PK\x03\x04');
    at !== -1 && names.length < MOST_NAMES;
    at = buffer.indexOf('PK\x03\x04', at + 4)
  ) {
    if (at + 30 > buffer.length) break
    names.push(plainName(buffer.toString('utf8', at + 30, at + 30 + Math.min(buffer.readUInt16LE(at + 26), 1024))))
  }
  return names
}

function plainName(name: string): string {
  // Some writers take the backslash for the separator, or begin at a root.
  return name.replaceAll('\\', '/').replace(/^\//u, '').toLowerCase()
}

function readDirectory(bytes: Buffer): Map<string, ZipEntry> | null {
  const end = bytes.lastIndexOf('PK\x05\x06')
  if (end === -1 || end + 22 > bytes.length || bytes.readUInt32LE(end) !== END_OF_DIRECTORY) return null
  let at = bytes.readUInt32LE(end + 16)
  if (at === IN_EXTRA_FIELD) {
    const end64 = bytes.lastIndexOf('PK\x06\x06', end)
    if (end64 === -1 || end64 + 56 > bytes.length || bytes.readUInt32LE(end64) !== END_OF_DIRECTORY_64) return null
    at = Number(bytes.readBigUInt64LE(end64 + 48))
  }
  const entries = new Map<string, ZipEntry>()
  while (at + 46 <= end && entries.size < MOST_ENTRIES && bytes.readUInt32LE(at) === CENTRAL_HEADER) {
    const nameEnd = at + 46 + bytes.readUInt16LE(at + 28)
    const extraEnd = nameEnd + bytes.readUInt16LE(at + 30)
    if (extraEnd > end) break
    entries.set(plainName(bytes.toString('utf8', at + 46, nameEnd)), readEntry(bytes, at, nameEnd, extraEnd))
    at = extraEnd + bytes.readUInt16LE(at + 32)
  }
  return entries.size === 0 ? null : entries
}

function readEntry(bytes: Buffer, at: number, extraStart: number, extraEnd: number): ZipEntry {
  const unpacked = bytes.readUInt32LE(at + 24)
  let packed = bytes.readUInt32LE(at + 20)
  let offset = bytes.readUInt32LE(at + 42)
  // ZIP64 (APPNOTE 4.5.3): what does not fit stands in extra field 1, in this order, and only what does not fit.
  for (let field = extraStart; field + 4 <= extraEnd; field += 4 + bytes.readUInt16LE(field + 2)) {
    if (bytes.readUInt16LE(field) !== 1) continue
    let value = field + 4
    const next = (): number => {
      const number = value + 8 <= extraEnd ? Number(bytes.readBigUInt64LE(value)) : IN_EXTRA_FIELD
      value += 8
      return number
    }
    if (unpacked === IN_EXTRA_FIELD) next()
    if (packed === IN_EXTRA_FIELD) packed = next()
    if (offset === IN_EXTRA_FIELD) offset = next()
  }
  return {
    flags: bytes.readUInt16LE(at + 8),
    method: bytes.readUInt16LE(at + 10),
    crc: bytes.readUInt32LE(at + 16),
    packed,
    offset,
  }
}

function packedBytes(bytes: Buffer, { offset, packed }: ZipEntry): Buffer | null {
  if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== LOCAL_HEADER) return null
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28)
  return start + packed > bytes.length ? null : bytes.subarray(start, start + packed)
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit++) value = (value & 1) === 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value
})

/** CRC-32 as ZIP uses it (ISO 3309). Node's own came only with version 20.15. */
function crc32(bytes: Uint8Array): number {
  let value = 0xffffffff
  for (const byte of bytes) value = (CRC_TABLE[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8)
  return (value ^ 0xffffffff) >>> 0
}
