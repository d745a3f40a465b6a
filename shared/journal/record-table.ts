import type { PackedRecords } from './columns.ts'
import { LateRecords } from './late-records.ts'
import { finished, type Steps } from './steps.ts'

/** What became of one record between two tables: `before` is null where it is new, `after` where it is gone. */
export interface Difference<R> {
  readonly before: R | null
  readonly after: R | null
}

/** What a table has that its base has not. */
interface Overlay<Id, R> {
  /** Records of the base that are others now, in the base's places. */
  readonly replaced: ReadonlyMap<Id, R>
  readonly removed: ReadonlySet<Id>
  /** Records that the base has not, or that were gone and came back. */
  readonly added: ReadonlyMap<Id, R>
}

const NOTHING = { replaced: new Map<never, never>(), removed: new Set<never>(), added: new Map<never, never>() }

/** So much of a table may stand in its overlay; beyond that it becomes a base of its own. */
const MOST_OF = 1 / 64
const AT_LEAST = 64

/** Where so much is different, to make anew what follows from a table takes no longer than to follow the differences. */
const MOST_DIFFERENT = 1 / 4
const MANY = 1000

/**
 * Records by id, in the order in which they came. Never changed in place: a changed table is a new one,
 * which shares with the old one everything but what changed. A `Map` would be copied whole for each act,
 * which at 50,000 codings takes as long as the act may take.
 */
export class RecordTable<Id extends string, R extends { readonly id: Id }> implements ReadonlyMap<Id, R> {
  readonly #base: ReadonlyMap<Id, R>
  readonly #overlay: Overlay<Id, R>
  /** All records as a base for the tables that come of this one, once there is one. */
  #asBase: ReadonlyMap<Id, R> | null = null

  /** The same for all tables that came of one another. */
  readonly lineage: object

  private constructor(base: ReadonlyMap<Id, R>, overlay: Overlay<Id, R>, lineage: object) {
    this.#base = base
    this.#overlay = overlay
    this.lineage = lineage
  }

  /** A table of these records. Of two with one id the last one counts, in the place of the first. */
  static of<Id extends string, R extends { readonly id: Id }>(records: readonly R[]): RecordTable<Id, R> {
    return new RecordTable(new Map(records.map((record) => [record.id, record])), NOTHING, {})
  }

  /** A table of packed records, which are made when one of them is asked for. */
  static late<Id extends string, R extends { readonly id: Id }>(packed: PackedRecords): RecordTable<Id, R> {
    return new RecordTable(new LateRecords<Id, R>(packed), NOTHING, {})
  }

  get size(): number {
    return this.#base.size - this.#overlay.removed.size + this.#overlay.added.size
  }

  get(id: Id): R | undefined {
    if (this.#overlay === NOTHING) return this.#base.get(id)
    const { replaced, removed, added } = this.#overlay
    return added.get(id) ?? (removed.has(id) ? undefined : (replaced.get(id) ?? this.#base.get(id)))
  }

  has(id: Id): boolean {
    const { removed, added } = this.#overlay
    return added.has(id) || (this.#base.has(id) && !removed.has(id))
  }

  values(): MapIterator<R> {
    // An iterator of the browser's own is quicker than any of ours.
    return this.#overlay === NOTHING ? this.#base.values() : this.#merged()
  }

  *#merged(): Generator<R> {
    const { replaced, removed, added } = this.#overlay
    if (replaced.size + removed.size === 0) yield* this.#base.values()
    else for (const [id, record] of this.#base) if (!removed.has(id)) yield replaced.get(id) ?? record
    yield* added.values()
  }

  *keys(): Generator<Id> {
    for (const { id } of this.values()) yield id
  }

  *entries(): Generator<[Id, R]> {
    for (const record of this.values()) yield [record.id, record]
  }

  [Symbol.iterator](): Generator<[Id, R]> {
    return this.entries()
  }

  forEach(tell: (record: R, id: Id, table: ReadonlyMap<Id, R>) => void): void {
    for (const record of this.values()) tell(record, record.id, this)
  }

  /**
   * The table after these changes, each of which makes, replaces (`before` and `after` of one id) or removes a
   * record. Throws where one does not fit: it makes what is there, or changes what is not.
   */
  changed(differences: readonly Difference<R>[]): RecordTable<Id, R> {
    return finished(this.changing(differences))
  }

  /** As `changed`, in steps. */
  *changing(differences: readonly Difference<R>[]): Steps<RecordTable<Id, R>> {
    const base = yield* this.#baseFor(differences.length)
    const from = base === this.#base ? this.#overlay : NOTHING
    const replaced = new Map(from.replaced)
    const removed = new Set(from.removed)
    const added = new Map(from.added)
    for (const { before, after } of differences) {
      yield
      const id = (after ?? before)?.id
      if (id === undefined) throw new Error('a change without before and after')
      const isOfBase = base.has(id) && !removed.has(id)
      if ((isOfBase || added.has(id)) !== (before !== null)) throw new Error(`a change does not fit record ${id}`)
      if (after === null && isOfBase) {
        removed.add(id)
        replaced.delete(id)
      } else if (after === null) added.delete(id)
      else if (isOfBase) replaced.set(id, after)
      else added.set(id, after)
    }
    return new RecordTable(base, { replaced, removed, added }, this.lineage)
  }

  /** How many records have each text in a property. Packed records are counted without making them, and what an act left alone once. */
  tally(name: keyof R & string): ReadonlyMap<string, number> {
    const counts = new Map(tallyOf(this.#base, name))
    const count = (record: R | undefined, by: number): void => {
      const value = record?.[name]
      if (typeof value !== 'string') return
      const now = (counts.get(value) ?? 0) + by
      if (now === 0) counts.delete(value)
      else counts.set(value, now)
    }
    const { replaced, removed, added } = this.#overlay
    for (const id of removed) count(this.#base.get(id), -1)
    for (const [id, record] of replaced) {
      count(this.#base.get(id), -1)
      count(record, 1)
    }
    for (const record of added.values()) count(record, 1)
    return counts
  }

  /**
   * What is different in this table from an earlier or later one that came of the same records, in no order;
   * `null` where the two share so little that everything would have to be compared.
   */
  differencesFrom(other: RecordTable<Id, R>): readonly Difference<R>[] | null {
    if (other === this) return []
    const overlays =
      other.#base === this.#base
        ? [this.#overlay, other.#overlay]
        : other.#asBase === this.#base
          ? [this.#overlay]
          : this.#asBase === other.#base
            ? [other.#overlay]
            : null
    if (overlays === null) return null
    const parts = overlays.flatMap(({ replaced, removed, added }) => [replaced, removed, added])
    const different = parts.reduce((sum, { size }) => sum + size, 0)
    if (different > Math.max(MANY, this.size * MOST_DIFFERENT)) return null
    const ids = new Set<Id>()
    for (const part of parts) for (const id of part.keys()) ids.add(id)
    return [...ids].flatMap((id) => {
      const before = other.get(id) ?? null
      const after = this.get(id) ?? null
      return before === after ? [] : [{ before, after }]
    })
  }

  *#baseFor(changes: number): Steps<ReadonlyMap<Id, R>> {
    const { replaced, removed, added } = this.#overlay
    const most = Math.max(AT_LEAST, this.#base.size * MOST_OF)
    if (this.#asBase === null && replaced.size + removed.size + added.size + changes <= most) return this.#base
    if (this.#asBase === null) {
      const records = new Map<Id, R>()
      for (const record of this.values()) {
        records.set(record.id, record)
        yield
      }
      this.#asBase = records
    }
    return this.#asBase
  }
}

type Base = ReadonlyMap<string, object>

const tallies = new WeakMap<Base, Map<string, ReadonlyMap<string, number>>>()

function tallyOf(base: Base, name: string): ReadonlyMap<string, number> {
  const known = tallies.get(base) ?? new Map<string, ReadonlyMap<string, number>>()
  tallies.set(base, known)
  const counted = known.get(name) ?? (base instanceof LateRecords ? base.tally(name) : null)
  if (counted !== null) {
    known.set(name, counted)
    return counted
  }
  const counts = new Map<string, number>()
  for (const record of base.values()) {
    const value: unknown = (record as Readonly<Record<string, unknown>>)[name]
    if (typeof value === 'string') counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  known.set(name, counts)
  return counts
}
