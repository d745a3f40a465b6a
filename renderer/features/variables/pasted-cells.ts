import Papa from 'papaparse'
import type { VariableCell } from '#renderer/commands/acts/set-variables.ts'
import type { SourceId } from '#shared/model/ids.ts'

/**
 * The cells that pasted text fills, from the first of the given rows and columns on: spreadsheets
 * copy rows as lines and cells parted by tabs. What reaches beyond the table is left out.
 */
export function cellsPasted(
  text: string,
  rows: readonly { readonly id: SourceId }[],
  columns: readonly string[],
): readonly VariableCell[] {
  const { data } = Papa.parse<readonly string[]>(text.replace(/\r?\n$/u, ''), { delimiter: '\t' })
  return data.flatMap((line, row) =>
    line.flatMap((value, column) => {
      const source = rows[row]
      const name = columns[column]
      return source === undefined || name === undefined ? [] : [{ sourceId: source.id, name, value }]
    }),
  )
}
