import Papa from 'papaparse'

/** One cell with what is to stand in it; rows are counted from 0. */
export interface FilledCell {
  readonly row: number
  readonly name: string
  readonly value: string
}

/** What pasted text says about a table. */
export interface Pasted {
  readonly cells: readonly FilledCell[]
  /** How many cells that say something have no place in the table. */
  readonly leftOut: number
  /** It is a table of its own, as against a value for the one cell. */
  readonly isTable: boolean
}

/**
 * The cells that pasted text fills from a cell on: spreadsheets copy rows as lines and cells parted
 * by tabs.
 *
 * @param columns the names of the columns, from that of the cell on
 * @param first the row of the cell
 * @param count how many rows the table has
 */
export function cellsPasted(text: string, columns: readonly string[], first: number, count: number): Pasted {
  const { data } = Papa.parse<readonly string[]>(text.replace(/\r?\n$/u, ''), { delimiter: '\t' })
  const cells: FilledCell[] = []
  let leftOut = 0
  for (const [index, line] of data.entries()) {
    const row = first + index
    for (const [column, value] of line.entries()) {
      const name = columns[column]
      if (row < count && name !== undefined) cells.push({ row, name, value })
      else if (value.trim() !== '') leftOut += 1
    }
  }
  return { cells, leftOut, isTable: data.length > 1 || (data[0]?.length ?? 0) > 1 }
}
