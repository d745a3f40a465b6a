/**
 * Records by columns: the values of each property together. Two hundred thousand records take a third of
 * the room so, and are read in a fraction of the time, since what is the same is said once and words are
 * one long text. Nothing is known here of what the records are: whatever JSON can say comes out as it went in.
 */
export interface PackedRecords {
  readonly count: number
  /** Records of the same properties in the same order, each group in the order of its records. */
  readonly groups: readonly Group[]
  /** The group of each record; absent where there is but one. */
  readonly order?: Places
}

interface Group {
  readonly names: readonly string[]
  readonly columns: readonly Column[]
}

type Places = Uint8Array | Uint16Array | Uint32Array

type Column =
  | { readonly kind: 'same'; readonly value: unknown }
  /** Each value once, and which of them stands where. */
  | { readonly kind: 'few'; readonly values: readonly string[]; readonly places: Places }
  | { readonly kind: 'texts'; readonly joined: string }
  | { readonly kind: 'numbers'; readonly values: Int32Array }
  | { readonly kind: 'lists'; readonly lengths: Places; readonly items: Column }
  | { readonly kind: 'records'; readonly records: PackedRecords }
  | { readonly kind: 'mixed'; readonly values: readonly unknown[] }

type Properties = Readonly<Record<string, unknown>>

/** Stands between texts; a text that holds it is not joined with others. */
const BETWEEN = '\u0000'

/** Where more groups would come of them, records are kept as they are. */
const MOST_GROUPS = 1000

/** Packs records. They must be what JSON can say: texts, finite numbers, flags, `null`, lists and plain objects. */
export function packRecords(records: readonly object[]): PackedRecords {
  return packGroups(records as readonly Properties[])
}

function packGroups(records: readonly Properties[]): PackedRecords {
  const places = new Map<string, number>()
  const members: Properties[][] = []
  const order = records.map((record) => {
    const key = JSON.stringify(Object.keys(record))
    let place = places.get(key)
    if (place === undefined) {
      place = members.length
      places.set(key, place)
      members.push([])
    }
    members[place]?.push(record)
    return place
  })
  const groups = members.map((group): Group => {
    const names = Object.keys(group[0] ?? {})
    return { names, columns: names.map((name) => packColumn(group.map((record) => record[name]))) }
  })
  return { count: records.length, groups, ...(groups.length > 1 ? { order: narrow(order, groups.length) } : {}) }
}

function packColumn(values: readonly unknown[]): Column {
  const [first] = values
  const isPlain = typeof first !== 'object' || first === null
  if (values.length > 0 && isPlain && values.every((value) => Object.is(value, first))) {
    return { kind: 'same', value: first }
  }
  if (values.every(isText)) return packTexts(values)
  if (values.every(isSmallNumber)) return { kind: 'numbers', values: Int32Array.from(values) }
  if (values.every(Array.isArray)) {
    const lengths = values.map((list) => list.length)
    return {
      kind: 'lists',
      lengths: narrow(lengths, 1 + Math.max(0, ...new Set(lengths))),
      items: packColumn(values.flat()),
    }
  }
  if (values.every(isObject)) {
    const records = packGroups(values)
    if (records.groups.length <= MOST_GROUPS) return { kind: 'records', records }
  }
  return { kind: 'mixed', values }
}

function packTexts(values: readonly string[]): Column {
  const places = new Map<string, number>()
  for (const value of values) if (!places.has(value)) places.set(value, places.size)
  if (places.size <= values.length / 2) {
    const which = values.map((value) => places.get(value) ?? 0)
    return { kind: 'few', values: [...places.keys()], places: narrow(which, places.size) }
  }
  return values.some((value) => value.includes(BETWEEN))
    ? { kind: 'mixed', values }
    : { kind: 'texts', joined: values.join(BETWEEN) }
}

const isText = (value: unknown): value is string => typeof value === 'string'
const isSmallNumber = (value: unknown): value is number => typeof value === 'number' && Object.is(value | 0, value)

const isObject = (value: unknown): value is Properties =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Numbers from 0 to below `end`, in as little room as they need. */
function narrow(numbers: readonly number[], end: number): Places {
  return end <= 0x100
    ? Uint8Array.from(numbers)
    : end <= 0x10000
      ? Uint16Array.from(numbers)
      : Uint32Array.from(numbers)
}

/** The records that were packed, in their order. */
export function unpackRecords(packed: PackedRecords): readonly object[] {
  const { groups, order } = packed
  const sizes = sizesOf(packed)
  const lists = groups.map((group, place) => recordsOf(group, sizes[place] ?? 0))
  if (order === undefined) return lists[0] ?? []
  const taken = groups.map(() => 0)
  return Array.from(order, (place) => {
    const at = taken[place] ?? 0
    taken[place] = at + 1
    return lists[place]?.[at] ?? {}
  })
}

/** How many records each group has. */
function sizesOf({ count, groups, order }: PackedRecords): readonly number[] {
  if (order === undefined) return [count]
  const sizes = groups.map(() => 0)
  for (const place of order) sizes[place] = (sizes[place] ?? 0) + 1
  return sizes
}

function recordsOf({ names, columns }: Group, count: number): readonly object[] {
  const values = columns.map((column) => valuesOf(column, count))
  if (names.includes('__proto__')) {
    // To set this would change what the object is; users name the fields that codings answer.
    return Array.from({ length: count }, (_, place) =>
      Object.fromEntries(names.map((name, at) => [name, values[at]?.[place]])),
    )
  }
  return Array.from({ length: count }, (_, place) => {
    const record: Record<string, unknown> = {}
    for (let at = 0; at < names.length; at++) record[names[at] ?? ''] = values[at]?.[place]
    return record
  })
}

function valuesOf(column: Column, count: number): readonly unknown[] {
  switch (column.kind) {
    case 'same':
      return new Array(count).fill(column.value)
    case 'few':
      return Array.from(column.places, (place) => column.values[place])
    case 'texts':
      return column.joined.split(BETWEEN)
    case 'numbers':
      return Array.from(column.values)
    case 'lists': {
      let sum = 0
      for (const length of column.lengths) sum += length
      const items = valuesOf(column.items, sum)
      let end = 0
      return Array.from(column.lengths, (length) => {
        end += length
        return items.slice(end - length, end)
      })
    }
    case 'records':
      return unpackRecords(column.records)
    case 'mixed':
      return column.values
  }
}

/** How many records have each value of a property that holds texts, counted without making the records. */
export function tallyPacked(packed: PackedRecords, name: string): ReadonlyMap<string, number> {
  const tally = new Map<string, number>()
  const add = (value: unknown, times: number): void => {
    if (isText(value) && times > 0) tally.set(value, (tally.get(value) ?? 0) + times)
  }
  for (const [place, size] of sizesOf(packed).entries()) {
    const group = packed.groups[place]
    const column = group?.columns[group.names.indexOf(name)]
    if (column === undefined) continue
    if (column.kind === 'same') add(column.value, size)
    else if (column.kind === 'few') {
      const times = new Uint32Array(column.values.length)
      for (const which of column.places) times[which] = (times[which] ?? 0) + 1
      for (const [which, value] of column.values.entries()) add(value, times[which] ?? 0)
    } else for (const value of valuesOf(column, size)) add(value, 1)
  }
  return tally
}

/** Whether a record has this text in a property, found without making the records. */
export function holdsText(packed: PackedRecords, name: string, text: string): boolean {
  return [...sizesOf(packed).entries()].some(([place, size]) => {
    const group = packed.groups[place]
    const column = group?.columns[group.names.indexOf(name)]
    if (column === undefined) return false
    if (column.kind === 'same') return size > 0 && column.value === text
    if (column.kind !== 'texts' || text === '' || text.includes(BETWEEN)) return valuesOf(column, size).includes(text)
    const { joined } = column
    for (let at = joined.indexOf(text); at !== -1; at = joined.indexOf(text, at + 1)) {
      const end = at + text.length
      const isWhole = (at === 0 || joined[at - 1] === BETWEEN) && (end === joined.length || joined[end] === BETWEEN)
      if (isWhole) return true
    }
    return false
  })
}
