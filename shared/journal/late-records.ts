import { holdsText, type PackedRecords, tallyPacked, unpackRecords } from './columns.ts'

/** Packed records as a map by id, which is made when the first of them is asked for. How many there are is known before. */
export class LateRecords<Id extends string, R extends { readonly id: Id }> implements ReadonlyMap<Id, R> {
  readonly size: number
  #packed: PackedRecords | null
  #made: ReadonlyMap<Id, R> = new Map()

  /** Takes records that `packRecords` has packed, each of an id of its own. */
  constructor(packed: PackedRecords) {
    this.#packed = packed
    this.size = packed.count
  }

  #records(): ReadonlyMap<Id, R> {
    if (this.#packed !== null) {
      const records = unpackRecords(this.#packed) as readonly R[]
      this.#made = new Map(records.map((record) => [record.id, record]))
      this.#packed = null
    }
    return this.#made
  }

  /** How many records have each value of a property that holds texts, or `null` once the records are made. */
  tally(name: string): ReadonlyMap<string, number> | null {
    return this.#packed === null ? null : tallyPacked(this.#packed, name)
  }

  get(id: Id): R | undefined {
    // Who looks for a record through thousands of sources finds it in one: the others stay packed.
    return this.#packed === null || this.has(id) ? this.#records().get(id) : undefined
  }

  has(id: Id): boolean {
    return this.#packed === null ? this.#made.has(id) : holdsText(this.#packed, 'id', id)
  }

  keys(): MapIterator<Id> {
    return this.#records().keys()
  }

  values(): MapIterator<R> {
    return this.#records().values()
  }

  entries(): MapIterator<[Id, R]> {
    return this.#records().entries()
  }

  [Symbol.iterator](): MapIterator<[Id, R]> {
    return this.entries()
  }

  forEach(tell: (record: R, id: Id, records: ReadonlyMap<Id, R>) => void): void {
    for (const [id, record] of this) tell(record, id, this)
  }
}
