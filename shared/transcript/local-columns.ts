import type { Lines } from './lines.ts'
import { Tally } from './tally.ts'

/** Lines are measured with their neighbours, since newspapers change the column within one text. */
const NEIGHBOURHOOD_BITS = 3
const NEIGHBOURHOOD = 1 << NEIGHBOURHOOD_BITS
/** The column is as wide as one of so many of up to 24 neighbours, from the widest. */
const WIDER = 5

/** The widths that the lines of a text are cut at, in columns: near each line another one. */
export class LocalColumns {
  /** By neighbourhood. */
  readonly #widths: Uint16Array
  /** Which line each one is of those that were measured; `null`: they are the same. */
  readonly #indices: Int32Array | null

  private constructor(widths: Uint16Array, indices: Int32Array | null) {
    this.#widths = widths
    this.#indices = indices
  }

  static of(lines: Lines): LocalColumns {
    return new LocalColumns(widthsOf(lines), null)
  }

  /** The same for the parts of these lines: `indices` leads from each part to its line. */
  ofParts(indices: Int32Array): LocalColumns {
    return new LocalColumns(this.#widths, indices)
  }

  /** The width that lines near this one are cut at; 0 before the first. */
  at(index: number): number {
    if (index < 0) return 0
    const line = this.#indices === null ? index : (this.#indices[index] ?? 0)
    return this.#widths[line >> NEIGHBOURHOOD_BITS] ?? 0
  }

  median(): number {
    const tally = new Tally()
    for (let at = 0; at < this.#widths.length; at++) tally.add(this.#widths[at] ?? 0)
    return tally.median()
  }
}

/** The width, neighbourhood by neighbourhood, that four of five lines in and beside it do not go beyond. */
function widthsOf(lines: Lines): Uint16Array {
  const { widths } = lines
  const columns = new Uint16Array(Math.ceil(lines.length / NEIGHBOURHOOD))
  // The widest lines so far, the widest first.
  const widest = new Uint16Array(WIDER)
  for (let at = 0; at < columns.length; at++) {
    const first = Math.max(0, (at - 1) * NEIGHBOURHOOD)
    const end = Math.min(lines.length, (at + 2) * NEIGHBOURHOOD)
    const last = end - first - 1
    const rank = last - Math.ceil(0.8 * last)
    widest.fill(0)
    for (let index = first; index < end; index++) {
      const width = widths[index] ?? 0
      let place = rank
      if (width <= (widest[place] ?? 0)) continue
      for (; place > 0 && width > (widest[place - 1] ?? 0); place--) widest[place] = widest[place - 1] ?? 0
      widest[place] = width
    }
    columns[at] = widest[rank] ?? 0
  }
  return columns
}
