import Papa from 'papaparse'
import type { VariableCell } from '#renderer/commands/acts/set-variables.ts'
import type { SourceId } from '#shared/model/ids.ts'

/** What pasted text says about the table. */
export interface Pasted {
  readonly cells: readonly VariableCell[]
  /** How many cells that say something have no place in the table. */
  readonly leftOut: number
  /** It is a table of its own, as against a value for the one cell. */
  readonly isTable: boolean
}

/**
 * The cells that pasted text fills, from the first of the given rows and columns on: spreadsheets
 * copy rows as lines and cells parted by tabs.
 */
export function cellsPasted(
  text: string,
  rows: readonly { readonly id: SourceId }[],
  columns: readonly string[],
): Pasted {
  const { data } = Papa.parse<readonly string[]>(text.replace(/\r?\n$/u, ''), { delimiter: '\t' })
  const cells: VariableCell[] = []
  let leftOut = 0
  for (const [row, line] of data.entries()) {
    for (const [column, value] of line.entries()) {
      const source = rows[row]
      const name = columns[column]
      if (source !== undefined && name !== undefined) cells.push({ sourceId: source.id, name, value })
      else if (value.trim() !== '') leftOut += 1
    }
  }
  return { cells, leftOut, isTable: data.length > 1 || (data[0]?.length ?? 0) > 1 }
}
