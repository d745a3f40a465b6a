import { comparableName } from './variable-names.ts'

/** A column of a table of variables or attributes while the table is open: it keeps its place, with values or without. */
export interface Column {
  /** Stays the same when the name changes. */
  readonly key: number
  readonly name: string
  /** Whether a row had a value in it when the columns were last brought up to date. */
  readonly isUsed: boolean
  /** Kept out of sight, for the place that it takes again when its removal is taken back. */
  readonly isRemoved: boolean
}

/**
 * The columns brought up to date with the variables in use, to be called after every act. Where one
 * variable went and another came, an act (or its undoing) has renamed it, and its column goes with
 * it. Any other new variable takes over an unused column that has its name, or stands last. No
 * column changes its place, none goes. The same array when nothing has changed.
 */
export function columnsWith(columns: readonly Column[], used: readonly string[]): readonly Column[] {
  const inUse = new Set(used)
  const gone = columns.filter((column) => column.isUsed && !inUse.has(column.name))
  const come = used.filter((name) => !columns.some((column) => column.isUsed && column.name === name))
  if (gone.length === 0 && come.length === 0) return columns
  const [from] = gone
  const [to] = come
  if (from !== undefined && to !== undefined && gone.length === 1 && come.length === 1) {
    return columns.map((column) => {
      if (column.key === from.key) return { ...column, name: to, isRemoved: false }
      return column.name === to ? { ...column, isRemoved: true } : column
    })
  }
  let after = columns.map((column) => (inUse.has(column.name) ? column : { ...column, isUsed: false }))
  for (const name of come) {
    const wanted = comparableName(name)
    const unused = after.filter((column) => !column.isUsed)
    const heir =
      unused.find((column) => column.name === name) ?? unused.find((column) => comparableName(column.name) === wanted)
    after =
      heir === undefined
        ? [...after, { ...fresh(after, name), isUsed: true }]
        : after.map((column) => (column === heir ? { ...column, name, isUsed: true, isRemoved: false } : column))
  }
  return after
}

/** The columns with an empty one at the end. */
export function added(columns: readonly Column[], name: string): readonly Column[] {
  const removed = columns.find((column) => column.isRemoved && column.name === name)
  if (removed === undefined) return [...columns, fresh(columns, name)]
  return [...columns.filter(({ key }) => key !== removed.key), { ...removed, isRemoved: false }]
}

/** The columns with one under another name. */
export function renamed(columns: readonly Column[], key: number, name: string): readonly Column[] {
  return columns.map((column) => (column.key === key ? { ...column, name } : column))
}

/** The columns with one out of sight. */
export function removed(columns: readonly Column[], key: number): readonly Column[] {
  return columns.map((column) => (column.key === key ? { ...column, isRemoved: true } : column))
}

function fresh(columns: readonly Column[], name: string): Column {
  return { key: columns.length, name, isUsed: false, isRemoved: false }
}
