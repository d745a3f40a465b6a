import type { LibraryColumn } from '#shared/sources/library-rows.ts'

const WIDTHS: Readonly<Record<Exclude<LibraryColumn, `variable:${string}`>, string>> = {
  name: 'minmax(210px, 3fr)',
  group: 'minmax(90px, 1fr)',
  length: '96px',
  turns: '84px',
  speakers: '96px',
  codings: '92px',
  progress: 'minmax(130px, 1fr)',
  touched: '140px',
  coder: 'minmax(90px, 1fr)',
  imported: '104px',
}

/** The widths of columns, as a CSS grid has them. */
export function columnWidths(columns: readonly LibraryColumn[]): string {
  return columns.map((column) => WIDTHS[column as keyof typeof WIDTHS] ?? 'minmax(110px, 1fr)').join(' ')
}

/** Columns of numbers stand at the end of their cells. */
export function isNumeric(column: LibraryColumn): boolean {
  return ['length', 'turns', 'speakers', 'codings'].includes(column)
}

/** The name of the variable that a column shows, or null for a column of the library's own. */
export function variableOf(column: LibraryColumn): string | null {
  return column.startsWith('variable:') ? column.slice('variable:'.length) : null
}
