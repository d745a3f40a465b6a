import { type ByteRange, bytesAt, u8, u16, u32 } from './bytes.ts'
import type { WordGeneration } from './header.ts'
import { type CharacterFormat, characterFormat, type ParagraphFormat, paragraphFormat } from './sprms.ts'

const PAGE_BYTES = 512
/** As many runs as a transcript of a hundred megabytes has; a file that claims more is made to fill the memory. */
const MOST_RUNS = 1_000_000
const NO_BYTES = new Uint8Array(0)

/** What holds for stretches of a stream, in the order of the stream. */
export class WordRuns<Format> {
  readonly #starts: number[] = []
  readonly #ends: number[] = []
  readonly #formats: Format[] = []

  get count(): number {
    return this.#starts.length
  }

  /** Adds a stretch behind all others; one that overlaps them, or is empty, is left out. */
  add(start: number, end: number, format: Format): void {
    if (end <= start || start < (this.#ends.at(-1) ?? 0)) return
    this.#starts.push(start)
    this.#ends.push(end)
    this.#formats.push(format)
  }

  /** Index of the first stretch that ends behind a place. */
  indexAt(place: number): number {
    let low = 0
    let high = this.#ends.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.#ends[middle] ?? 0) > place) high = middle
      else low = middle + 1
    }
    return low
  }

  /** What holds at a place, and where that ends; `index` is that of the first stretch that ends behind the place. */
  at(index: number, place: number): { readonly format: Format | null; readonly end: number } {
    const start = this.#starts[index] ?? Number.POSITIVE_INFINITY
    if (start > place) return { format: null, end: start }
    return { format: this.#formats[index] ?? null, end: this.#ends[index] ?? Number.POSITIVE_INFINITY }
  }
}

/** The looks of a file's characters, by place in the stream with the text ([MS-DOC] 2.8.5, PlcBteChpx, and 2.9.33, ChpxFkp). */
export function readCharacterRuns(
  stream: Uint8Array,
  table: Uint8Array,
  range: ByteRange,
  generation: WordGeneration,
): WordRuns<CharacterFormat> {
  return readRuns(stream, table, range, generation, 1, (page, offset) => {
    const changes = offset === 0 ? NO_BYTES : page.subarray(offset + 1, offset + 1 + u8(page, offset))
    return characterFormat(changes, generation)
  })
}

/** The kinds of a file's paragraphs ([MS-DOC] 2.8.6, PlcBtePapx, and 2.9.174, PapxFkp). `data` is the stream `Data`. */
export function readParagraphRuns(
  stream: Uint8Array,
  table: Uint8Array,
  range: ByteRange,
  generation: WordGeneration,
  data: Uint8Array | null,
): WordRuns<ParagraphFormat> {
  return readRuns(stream, table, range, generation, generation === 'word-97' ? 13 : 7, (page, offset) => {
    if (offset === 0) return paragraphFormat(NO_BYTES, 0, generation)
    // Word 97 counts a byte less than twice the number, or, where that is 0, twice the next number.
    const isLong = generation === 'word-97' && u8(page, offset) === 0
    const start = isLong ? offset + 2 : offset + 1
    const length = isLong ? u8(page, offset + 1) * 2 : u8(page, offset) * 2 - (generation === 'word-97' ? 1 : 0)
    const style = u16(page, start)
    const format = paragraphFormat(page.subarray(start + 2, start + length), style, generation)
    if (format.elsewhere === null || data === null) return format
    const changes = { start: format.elsewhere + 2, length: u16(data, format.elsewhere) }
    return paragraphFormat(bytesAt(data, changes) ?? NO_BYTES, style, generation)
  })
}

function readRuns<Format>(
  stream: Uint8Array,
  table: Uint8Array,
  range: ByteRange,
  generation: WordGeneration,
  entryBytes: number,
  read: (page: Uint8Array, offset: number) => Format,
): WordRuns<Format> {
  const runs = new WordRuns<Format>()
  const seen = new Set<number>()
  for (const number of pageNumbers(table, range, generation)) {
    const page = bytesAt(stream, { start: number * PAGE_BYTES, length: PAGE_BYTES })
    if (page === null || seen.has(number) || runs.count > MOST_RUNS) continue
    seen.add(number)
    const count = u8(page, PAGE_BYTES - 1)
    // Many runs of a page share one format.
    const formats = new Map<number, Format>()
    for (let index = 0; index < count; index++) {
      const offset = u8(page, (count + 1) * 4 + index * entryBytes) * 2
      let format = formats.get(offset)
      if (format === undefined) {
        format = read(page, offset)
        formats.set(offset, format)
      }
      runs.add(u32(page, index * 4), u32(page, (index + 1) * 4), format)
    }
  }
  return runs
}

/** The table that says on which pages of the stream formats stand: places, one more than pages, then numbers of pages. */
function* pageNumbers(table: Uint8Array, range: ByteRange, generation: WordGeneration): Generator<number> {
  const bytes = bytesAt(table, range)
  if (bytes === null) return
  const numberBytes = generation === 'word-97' ? 4 : 2
  const count = Math.floor((bytes.length - 4) / (4 + numberBytes))
  for (let index = 0; index < count; index++) {
    const at = (count + 1) * 4 + index * numberBytes
    yield generation === 'word-97' ? u32(bytes, at) & 0x3fffff : u16(bytes, at)
  }
}
