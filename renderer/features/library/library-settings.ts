import { isFlag, isText, listOf, oneOf, recordGuard } from '#shared/model/guard.ts'
import { LIBRARY_COLUMNS, type LibraryColumn, type LibraryOrder } from '#shared/sources/library-rows.ts'

/** Which sources the library lists. */
export const LISTS = ['present', 'all', 'bin'] as const
export type LibraryList = (typeof LISTS)[number]

/** How the library is shown, remembered between starts. */
export interface LibrarySettings {
  readonly columns: readonly LibraryColumn[]
  readonly order: LibraryOrder
  readonly folded: readonly string[]
  readonly list: LibraryList
}

export const DEFAULT_SETTINGS: LibrarySettings = {
  columns: ['name', 'turns', 'speakers', 'codings', 'progress', 'touched', 'coder'],
  order: { column: 'name', isDescending: false },
  folded: [],
  list: 'present',
}

const isColumn = (value: unknown): boolean =>
  isText(value) && ((LIBRARY_COLUMNS as readonly string[]).includes(value) || value.startsWith('variable:'))

export const isLibrarySettings = recordGuard<LibrarySettings>({
  columns: listOf(isColumn),
  order: recordGuard<LibraryOrder>({ column: isColumn, isDescending: isFlag }),
  folded: listOf(isText),
  list: oneOf(...LISTS),
})

/** The columns with one more or one less, in the order in which the library knows them: variables last, by name. */
export function withColumn(
  columns: readonly LibraryColumn[],
  column: LibraryColumn,
  isShown: boolean,
): readonly LibraryColumn[] {
  const wanted = new Set(columns)
  if (isShown) wanted.add(column)
  else wanted.delete(column)
  const known = LIBRARY_COLUMNS.filter((one) => one === 'name' || wanted.has(one))
  const variables = [...wanted].filter((one) => one.startsWith('variable:')).sort()
  return [...known, ...variables]
}

/** The order after a column's head was pressed: by that column, the other way round when it is that already. */
export function orderBy(order: LibraryOrder, column: LibraryColumn): LibraryOrder {
  return { column, isDescending: order.column === column && !order.isDescending }
}
