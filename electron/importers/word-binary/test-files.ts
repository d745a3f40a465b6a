/** Builds old Word files for tests, as little of them as a reader needs. */

const SECTOR = 512
const MINI_SECTOR = 64
const MINI_CUTOFF = 4096
const END = 0xfffffffe
const FREE = 0xffffffff
const TABLE_SECTOR = 0xfffffffd

/** A compound file of streams at the top; those below 4,096 bytes stand in the mini stream. */
export function compoundFile(streams: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const next: number[] = []
  const sectors: Uint8Array[] = []
  const place = (bytes: Uint8Array): number => {
    const first = sectors.length
    for (let at = 0; at < bytes.length; at += SECTOR) {
      const sector = new Uint8Array(SECTOR)
      sector.set(bytes.subarray(at, at + SECTOR))
      sectors.push(sector)
      next.push(at + SECTOR < bytes.length ? sectors.length : END)
    }
    return bytes.length === 0 ? END : first
  }
  const miniNext: number[] = []
  const miniParts: number[] = []
  const entries = Object.entries(streams).map(([name, bytes]) => {
    if (bytes.length >= MINI_CUTOFF) return { name, start: place(bytes), size: bytes.length }
    const start = miniNext.length
    for (let at = 0; at < bytes.length; at += MINI_SECTOR) {
      const part = new Uint8Array(MINI_SECTOR)
      part.set(bytes.subarray(at, at + MINI_SECTOR))
      miniParts.push(...part)
      miniNext.push(at + MINI_SECTOR < bytes.length ? miniNext.length + 1 : END)
    }
    return { name, start: bytes.length === 0 ? END : start, size: bytes.length }
  })
  const miniFat = place(longs(miniNext))
  const root = { name: 'Root Entry', start: place(Uint8Array.from(miniParts)), size: miniParts.length }
  const directory = place(directoryOf([root, ...entries]))
  const tableCount = Math.ceil((sectors.length + 2) / (SECTOR / 4))
  const firstTable = sectors.length
  for (let index = 0; index < tableCount; index++) next.push(TABLE_SECTOR)
  while (next.length % (SECTOR / 4) !== 0) next.push(FREE)

  const header = new Uint8Array(SECTOR)
  header.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  put(header, 24, [0x3e, 3, 0xfffe, 9, 6], 2)
  put(
    header,
    44,
    [tableCount, directory, 0, MINI_CUTOFF, miniFat, Math.ceil((miniNext.length * 4) / SECTOR), END, 0],
    4,
  )
  for (let index = 0; index < 109; index++)
    put(header, 76 + index * 4, [index < tableCount ? firstTable + index : FREE], 4)
  return join([header, ...sectors, longs(next)])
}

function directoryOf(entries: readonly { name: string; start: number; size: number }[]): Uint8Array {
  return join(
    entries.map(({ name, start, size }, index) => {
      const entry = new Uint8Array(128)
      for (let at = 0; at < name.length; at++) put(entry, at * 2, [name.charCodeAt(at)], 2)
      put(entry, 64, [name.length * 2 + 2], 2)
      entry[66] = index === 0 ? 5 : 2
      // The tree is a list here: each entry's right neighbour is the next one.
      const right = index > 0 && index + 1 < entries.length ? index + 1 : FREE
      put(entry, 68, [FREE, right, index === 0 && entries.length > 1 ? 1 : FREE], 4)
      put(entry, 116, [start, size], 4)
      return entry
    }),
  )
}

/** Changes of formatting for a stretch of characters, half-open, or for its paragraphs with their style. */
export interface Formatted {
  readonly from: number
  readonly to: number
  readonly changes: readonly number[]
  readonly style?: number
}

export interface WordFileParts {
  /** Main text, footnotes, headers, macros, comments, endnotes, text boxes: one character a unit of the string. */
  readonly parts: readonly string[]
  readonly characters?: readonly Formatted[]
  readonly paragraphs?: readonly Formatted[]
  /** Each style: its built-in number, the style it is based on, its changes of characters. */
  readonly styles?: readonly (readonly [builtIn: number, base: number, changes: readonly number[]])[]
  readonly flags?: number
}

const TEXT_START = 0x600

/** A Word 97 file in 16-bit pieces, or in 8-bit ones where `isNarrow`; `pieces` cuts the text, in any order of storage. */
export function word97File(
  file: WordFileParts & { readonly isNarrow?: boolean; readonly pieceEnds?: readonly number[] },
): Uint8Array {
  const text = file.parts.join('')
  const width = file.isNarrow === true ? 1 : 2
  const ends = [...(file.pieceEnds ?? []), text.length]
  const starts = [0, ...ends.slice(0, -1)]
  const placeOf = (character: number): number => TEXT_START + character * width
  const stored = Uint8Array.from({ length: text.length * width }, (_, at) =>
    width === 1 ? text.charCodeAt(at) : (text.charCodeAt(at >> 1) >> (at % 2 === 0 ? 0 : 8)) & 0xff,
  )
  const pages = Math.ceil((TEXT_START + stored.length) / SECTOR)
  const table = new Pool()
  const stream = new Uint8Array((pages + 2) * SECTOR + MINI_CUTOFF)
  stream.set(stored, TEXT_START)
  stream.set(charactersPage(file.characters ?? [], placeOf), pages * SECTOR)
  stream.set(paragraphsPage(file.paragraphs ?? [], placeOf, true), (pages + 1) * SECTOR)
  const pieces = starts.map((start) => {
    const place = width === 1 ? ((placeOf(start) * 2) | 0x40000000) >>> 0 : placeOf(start)
    return [...bytesOf([0], 2), ...bytesOf([place], 4), 0, 0]
  })
  const plc = [...bytesOf([0, ...ends], 4), ...pieces.flat()]
  put(stream, 0, [0xa5ec, 0xc1], 2)
  put(stream, 10, [(file.flags ?? 0) | 0x0200], 2)
  put(stream, 24, [TEXT_START, TEXT_START + stored.length], 4)
  put(stream, 32, [14], 2)
  put(stream, 62, [22], 2)
  put(stream, 152, [93], 2)
  put(
    stream,
    76,
    Array.from({ length: 8 }, (_, index) => file.parts[index]?.length ?? 0),
    4,
  )
  put(stream, 154 + 8, table.add(styleSheet(file.styles ?? [], true)), 4)
  put(stream, 154 + 12 * 8, table.add(bytesOf([TEXT_START, placeOf(text.length), pages], 4)), 4)
  put(stream, 154 + 13 * 8, table.add(bytesOf([TEXT_START, placeOf(text.length), pages + 1], 4)), 4)
  put(stream, 154 + 33 * 8, table.add([2, ...bytesOf([plc.length], 4), ...plc]), 4)
  return compoundFile({ WordDocument: stream, '1Table': table.bytes() })
}

/** A Word 95 file whose text has one byte a character; `fonts` are the charsets of its fonts. */
export function word95File(
  file: WordFileParts & { readonly language: number; readonly fonts?: readonly number[] },
): Uint8Array {
  const text = file.parts.join('')
  const placeOf = (character: number): number => TEXT_START + character
  const pages = Math.ceil((TEXT_START + text.length) / SECTOR)
  const tables = new Pool((pages + 2) * SECTOR)
  const styles = tables.add(styleSheet(file.styles ?? [], false))
  const characters = tables.add([...bytesOf([TEXT_START, placeOf(text.length)], 4), ...bytesOf([pages], 2)])
  const paragraphs = tables.add([...bytesOf([TEXT_START, placeOf(text.length)], 4), ...bytesOf([pages + 1], 2)])
  const fonts = tables.add([0, 0, ...(file.fonts ?? []).flatMap((charset) => [7, 0, 0, 0, charset, 0, 0x41, 0])])
  const stream = new Uint8Array((pages + 2) * SECTOR + MINI_CUTOFF)
  stream.set(
    Uint8Array.from(text, (character) => character.charCodeAt(0)),
    TEXT_START,
  )
  stream.set(charactersPage(file.characters ?? [], placeOf), pages * SECTOR)
  stream.set(paragraphsPage(file.paragraphs ?? [], placeOf, false), (pages + 1) * SECTOR)
  stream.set(tables.bytes(), (pages + 2) * SECTOR)
  put(stream, 0, [0xa5dc, 104, 0, file.language], 2)
  put(stream, 10, [file.flags ?? 0], 2)
  put(stream, 24, [TEXT_START, TEXT_START + text.length], 4)
  put(
    stream,
    0x34,
    Array.from({ length: 8 }, (_, index) => file.parts[index]?.length ?? 0),
    4,
  )
  put(stream, 0x60, styles, 4)
  put(stream, 0xb8, characters, 4)
  put(stream, 0xc0, paragraphs, 4)
  put(stream, 0xd0, fonts, 4)
  return compoundFile({ WordDocument: stream })
}

/** Byte lists one behind the other, each at an even place. */
class Pool {
  readonly #bytes: number[] = []
  readonly #start: number

  constructor(start = 0) {
    this.#start = start
  }

  add(bytes: readonly number[]): readonly [start: number, length: number] {
    const start = this.#start + this.#bytes.length
    this.#bytes.push(...bytes, ...(bytes.length % 2 === 1 ? [0] : []))
    return [start, bytes.length]
  }

  bytes(): Uint8Array {
    return Uint8Array.from(this.#bytes)
  }
}

function charactersPage(runs: readonly Formatted[], placeOf: (character: number) => number): Uint8Array {
  return formatPage(runs, placeOf, 1, ({ changes }) => [changes.length, ...changes])
}

function paragraphsPage(
  runs: readonly Formatted[],
  placeOf: (character: number) => number,
  isNew: boolean,
): Uint8Array {
  return formatPage(runs, placeOf, isNew ? 13 : 7, ({ changes, style = 0 }) => {
    const bytes = [...bytesOf([style], 2), ...changes, ...(changes.length % 2 === 1 ? [0] : [])]
    return isNew ? [0, bytes.length / 2, ...bytes] : [bytes.length / 2, ...bytes]
  })
}

function formatPage(
  runs: readonly Formatted[],
  placeOf: (character: number) => number,
  entryBytes: number,
  write: (run: Formatted) => readonly number[],
): Uint8Array {
  const page = new Uint8Array(SECTOR)
  const places = [...runs.map(({ from }) => placeOf(from)), placeOf(runs.at(-1)?.to ?? 0)]
  put(page, 0, places, 4)
  let free = SECTOR - 1
  runs.forEach((run, index) => {
    const bytes = write(run)
    free = (free - bytes.length) & ~1
    page.set(bytes, free)
    page[(runs.length + 1) * 4 + index * entryBytes] = free / 2
  })
  page[SECTOR - 1] = runs.length
  return page
}

function styleSheet(styles: NonNullable<WordFileParts['styles']>, isNew: boolean): readonly number[] {
  const baseBytes = isNew ? 10 : 8
  const header = [...bytesOf([styles.length, baseBytes], 2)]
  return [
    ...bytesOf([header.length], 2),
    ...header,
    ...styles.flatMap(([builtIn, base, changes]) => {
      const start = bytesOf([builtIn, (base << 4) | 1, 2, 0, 0].slice(0, baseBytes / 2), 2)
      const name = isNew ? bytesOf([1, 0x41, 0], 2) : [1, 0x41, 0, 0]
      const ofParagraph = bytesOf([2, 0], 2)
      const ofCharacters = [...bytesOf([changes.length], 2), ...changes, ...(changes.length % 2 === 1 ? [0] : [])]
      const bytes = [...start, ...name.slice(0, isNew ? 6 : 3 + ((baseBytes + 3) % 2)), ...ofParagraph, ...ofCharacters]
      return [...bytesOf([bytes.length], 2), ...bytes]
    }),
  ]
}

function bytesOf(values: readonly number[], size: 2 | 4): number[] {
  return values.flatMap((value) => Array.from({ length: size }, (_, index) => (value >>> (index * 8)) & 0xff))
}

function longs(values: readonly number[]): Uint8Array {
  return Uint8Array.from(bytesOf(values, 4))
}

function put(target: Uint8Array, at: number, values: readonly number[], size: 2 | 4): void {
  target.set(bytesOf(values, size), at)
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    joined.set(part, at)
    at += part.length
  }
  return joined
}
