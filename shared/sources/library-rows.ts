import { matchesQuery } from '#shared/codebook/find-code.ts'
import type { Sounds } from '#shared/codebook/sounds.ts'
import { marksOf, type ProjectState } from '#shared/journal/state.ts'
import type { CoderId, SourceId } from '#shared/model/ids.ts'
import type { Source } from '#shared/model/source.ts'
import { lastTouch, readingFigures, type Touch } from './source-figures.ts'
import type { SourceSummary } from './source-summary.ts'

/** One source as the library lists it. */
export interface LibraryRow {
  readonly source: Source
  readonly codings: number
  readonly touch: Touch | null
  /** What its reading says; `null` until it is summed up and its codings are counted. */
  readonly reading: { readonly turns: number; readonly codedTurns: number; readonly speakers: number } | null
}

/** What a column shows besides the variables, which are columns by name. */
export const LIBRARY_COLUMNS = [
  'name',
  'group',
  'length',
  'turns',
  'speakers',
  'codings',
  'progress',
  'touched',
  'coder',
  'imported',
] as const
export type LibraryColumn = (typeof LIBRARY_COLUMNS)[number] | `variable:${string}`

/** The order of a list of sources. */
export interface LibraryOrder {
  readonly column: LibraryColumn
  readonly isDescending: boolean
}

/** A line of the list: the head of a group, or a source. */
export type LibraryLine =
  | {
      readonly kind: 'group'
      readonly name: string
      readonly sourceIds: readonly SourceId[]
      readonly isFolded: boolean
    }
  | { readonly kind: 'source'; readonly row: LibraryRow; readonly isGrouped: boolean }

/** Gathers what the library says of sources; of those that are not among the counted, only what takes no counting. */
export function libraryRows(
  state: ProjectState,
  sources: readonly Source[],
  summaries: ReadonlyMap<SourceId, SourceSummary>,
  counted: ReadonlySet<SourceId>,
): readonly LibraryRow[] {
  return sources.map((source) => {
    const marks = marksOf(state, source.id)
    const summary = summaries.get(source.id)
    if (!counted.has(source.id)) {
      return { source, codings: marks.codings.size, touch: null, reading: null }
    }
    const figures = summary === undefined ? null : readingFigures(summary, marks)
    return {
      source,
      codings: marks.codings.size,
      touch: lastTouch(state, source.id),
      reading:
        figures === null
          ? null
          : { turns: figures.turns, codedTurns: figures.codedTurns, speakers: figures.speakers.size },
    }
  })
}

/** The share of turns with a coding, from 0 to 1; `null` where there is no turn or it is not known yet. */
export function progressOf({ reading }: LibraryRow): number | null {
  return reading === null || reading.turns === 0 ? null : reading.codedTurns / reading.turns
}

/** Tells whether a source answers to what was typed: each word, by name, file name, group or the value of a variable, in letters or pinyin. */
export function answersTo({ name, fileName, group, variables }: Source, query: string, sounds: Sounds | null): boolean {
  const words = query.split(/\s+/u).filter((word) => word !== '')
  const texts = [name, fileName, group ?? '', ...Object.values(variables)]
  return words.every((word) => texts.some((text) => matchesQuery(text, word, sounds)))
}

/** What stands in the way of comparing: the language, and what coders are called. */
export interface Comparing {
  readonly language: string
  readonly coderName: (id: CoderId) => string
}

/** The rows in an order. What has no value comes last, either way; equals are in the order of their names, then of their import. */
export function sortedRows(
  rows: readonly LibraryRow[],
  { column, isDescending }: LibraryOrder,
  { language, coderName }: Comparing,
): readonly LibraryRow[] {
  const collator = new Intl.Collator(language, { numeric: true })
  const keyed = rows.map((row) => ({ row, value: shownValue(row, column, coderName) }))
  const compare = (a: string | number, b: string | number): number =>
    typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b))
  return keyed
    .sort(({ row: a, value: x }, { row: b, value: y }) => {
      if (x === null || y === null) return x === y ? byName(collator, a, b) : x === null ? 1 : -1
      return (isDescending ? compare(y, x) : compare(x, y)) || byName(collator, a, b)
    })
    .map(({ row }) => row)
}

function byName(collator: Intl.Collator, a: LibraryRow, b: LibraryRow): number {
  return (
    collator.compare(a.source.name, b.source.name) ||
    (a.source.importedAt < b.source.importedAt ? -1 : a.source.importedAt > b.source.importedAt ? 1 : 0)
  )
}

function shownValue(row: LibraryRow, column: LibraryColumn, coderName: Comparing['coderName']): string | number | null {
  const { source, reading, touch } = row
  switch (column) {
    case 'name':
      return source.name
    case 'group':
      return source.group ?? null
    case 'length':
      return source.length
    case 'turns':
      return reading?.turns ?? null
    case 'speakers':
      return reading?.speakers ?? null
    case 'codings':
      return row.codings
    case 'progress':
      return progressOf(row)
    case 'touched':
      return touch?.at ?? null
    case 'coder':
      return touch === null ? null : coderName(touch.by)
    case 'imported':
      return source.importedAt
    default: {
      const name = column.slice('variable:'.length)
      return Object.hasOwn(source.variables, name) ? (source.variables[name] ?? null) : null
    }
  }
}

/**
 * The lines of the list: sources under the heads of their groups, the groups in the order of their
 * names, what is in no group last (under the empty name). Where no source has a group there are no heads.
 */
export function libraryLines(
  rows: readonly LibraryRow[],
  folded: ReadonlySet<string>,
  language: string,
): readonly LibraryLine[] {
  const groups = new Map<string, LibraryRow[]>()
  for (const row of rows) {
    const name = row.source.group ?? ''
    const members = groups.get(name)
    if (members === undefined) groups.set(name, [row])
    else members.push(row)
  }
  if (groups.size === 0 || (groups.size === 1 && groups.has(''))) {
    return rows.map((row) => ({ kind: 'source', row, isGrouped: false }))
  }
  const collator = new Intl.Collator(language, { numeric: true })
  const ordered = [...groups].sort(([a], [b]) => (a === '' ? 1 : b === '' ? -1 : collator.compare(a, b)))
  return ordered.flatMap(([name, members]): LibraryLine[] => {
    const isFolded = folded.has(name)
    const head: LibraryLine = { kind: 'group', name, sourceIds: members.map(({ source }) => source.id), isFolded }
    return [head, ...(isFolded ? [] : members.map((row): LibraryLine => ({ kind: 'source', row, isGrouped: true })))]
  })
}
