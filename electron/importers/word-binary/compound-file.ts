import { u8, u16, u32 } from './bytes.ts'

/** A file made of streams: the container of old Office formats and of encrypted new ones. */
export interface CompoundFile {
  /** Names of the streams and storages that stand at the top. */
  readonly names: readonly string[]
  /** The bytes of a stream at the top, or `null` if there is none of that name. A damaged stream ends early. */
  readonly read: (name: string) => Uint8Array | null
}

interface Entry {
  readonly name: string
  readonly isStream: boolean
  readonly left: number
  readonly right: number
  readonly child: number
  readonly start: number
  readonly size: number
}

const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const ENTRY_BYTES = 128
const MINI_SECTOR_BYTES = 64
const FAT_PLACES_IN_HEADER = 109
/** Sector numbers from here on mean that there is none ([MS-CFB] 2.1). */
const NO_SECTOR = 0xfffffffa
const NO_ENTRY = 0xffffffff

/** Tells by the first bytes whether a file is a compound file. */
export function isCompoundFile(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, at) => bytes[at] === byte)
}

/**
 * Opens a compound file ([MS-CFB]); `null` if its header or its directory cannot be read. Every
 * chain of sectors ends at the latest after as many sectors as the file has, so that chains which
 * run in circles, and sizes that are not true, cost no more than the file's own length.
 */
export function openCompoundFile(bytes: Uint8Array): CompoundFile | null {
  const shift = u16(bytes, 30)
  if (!isCompoundFile(bytes) || (shift !== 9 && shift !== 12)) return null
  const sectors = new Sectors(bytes, 1 << shift)
  const directory = sectors.chain(u32(bytes, 48), bytes.length)
  const entries = readEntries(directory)
  const root = entries[0]
  if (root === undefined) return null
  const top = entriesBelow(root, entries)
  const miniCutoff = u32(bytes, 56)
  let miniStream: Uint8Array | null = null
  let miniFat: Uint8Array | null = null
  return {
    names: top.map(({ name }) => name),
    read: (name) => {
      const entry = top.find((candidate) => candidate.isStream && candidate.name === name)
      if (entry === undefined) return null
      if (entry.size >= miniCutoff) return sectors.chain(entry.start, entry.size)
      miniStream ??= sectors.chain(root.start, root.size)
      miniFat ??= sectors.chain(u32(bytes, 60), u32(bytes, 64) * (1 << shift))
      return miniChain(miniStream, miniFat, entry)
    },
  }
}

/** The sectors of a file and the table that says which follows which. */
class Sectors {
  readonly #bytes: Uint8Array
  readonly #size: number
  readonly #count: number
  /** Where the sectors of the table begin in the file. */
  readonly #tables: number[] = []

  constructor(bytes: Uint8Array, size: number) {
    this.#bytes = bytes
    this.#size = size
    this.#count = Math.max(0, Math.ceil(bytes.length / size) - 1)
    this.#findTables()
  }

  /** Joins the sectors of a chain, at most `length` bytes of them. */
  chain(start: number, length: number): Uint8Array {
    const wanted = Math.min(length, this.#count * this.#size)
    const parts: Uint8Array[] = []
    let sector = start
    let found = 0
    while (found < wanted && sector < this.#count) {
      const from = this.#placeOf(sector)
      const part = this.#bytes.subarray(from, from + Math.min(this.#size, wanted - found))
      if (part.length === 0) break
      parts.push(part)
      found += part.length
      sector = this.#next(sector)
    }
    const joined = new Uint8Array(found)
    let at = 0
    for (const part of parts) {
      joined.set(part, at)
      at += part.length
    }
    return joined
  }

  #placeOf(sector: number): number {
    return (sector + 1) * this.#size
  }

  #next(sector: number): number {
    const perTable = this.#size / 4
    const table = this.#tables[Math.floor(sector / perTable)]
    return table === undefined ? NO_SECTOR : u32(this.#bytes, table + (sector % perTable) * 4)
  }

  #findTables(): void {
    this.#addTables(76, FAT_PLACES_IN_HEADER)
    const perSector = this.#size / 4 - 1
    let sector = u32(this.#bytes, 68)
    for (let steps = 0; sector < this.#count && steps < this.#count; steps++) {
      const place = this.#placeOf(sector)
      if (!this.#addTables(place, perSector)) return
      sector = u32(this.#bytes, place + perSector * 4)
    }
  }

  /** Adds the tables listed at a place. Answers `false` if there are as many as the file can have. */
  #addTables(place: number, count: number): boolean {
    for (let index = 0; index < count; index++) {
      if (this.#tables.length * (this.#size / 4) >= this.#count) return false
      const sector = u32(this.#bytes, place + index * 4)
      if (sector < this.#count) this.#tables.push(this.#placeOf(sector))
    }
    return true
  }
}

function readEntries(directory: Uint8Array): readonly Entry[] {
  const entries: Entry[] = []
  for (let at = 0; at + ENTRY_BYTES <= directory.length; at += ENTRY_BYTES) {
    const nameBytes = Math.min(Math.max(u16(directory, at + 64) - 2, 0), 62)
    entries.push({
      name: new TextDecoder('utf-16le').decode(directory.subarray(at, at + nameBytes)),
      isStream: u8(directory, at + 66) === 2,
      left: u32(directory, at + 68),
      right: u32(directory, at + 72),
      child: u32(directory, at + 76),
      start: u32(directory, at + 116),
      size: u32(directory, at + 120),
    })
  }
  return entries
}

/** The entries in a storage: a tree, in which a damaged file may lead to one entry from several sides. */
function entriesBelow(storage: Entry, entries: readonly Entry[]): readonly Entry[] {
  const found: Entry[] = []
  const seen = new Set<number>()
  const waiting = [storage.child]
  for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
    const entry = entries[index]
    if (index === NO_ENTRY || entry === undefined || seen.has(index)) continue
    seen.add(index)
    found.push(entry)
    waiting.push(entry.left, entry.right)
  }
  return found
}

function miniChain(miniStream: Uint8Array, miniFat: Uint8Array, { start, size }: Entry): Uint8Array {
  const stream = new Uint8Array(Math.min(size, miniStream.length))
  let sector = start
  let found = 0
  while (found < stream.length && sector < NO_SECTOR) {
    const from = sector * MINI_SECTOR_BYTES
    const part = miniStream.subarray(from, from + Math.min(MINI_SECTOR_BYTES, stream.length - found))
    if (part.length === 0) break
    stream.set(part, found)
    found += part.length
    sector = sector * 4 < miniFat.length ? u32(miniFat, sector * 4) : NO_SECTOR
  }
  return stream.subarray(0, found)
}
