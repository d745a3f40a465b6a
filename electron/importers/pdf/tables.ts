import { endsSentence } from '#shared/transcript/characters.ts'
import type { Gutter } from './gutters.ts'
import { activeGutters, boundsOf, cellOf, groupsOf, type Line } from './lines.ts'
import type { Row } from './segments.ts'

/** The left cell is narrower than this share of what stands behind it. */
const WIDEST_LABEL = 0.6
/** Share of the rows of the left column that have text on the same baseline behind them. */
const LEAST_ALIGNED = 0.7
/** Share of the rows in which a column of prose has text, and share of its width that half of the lines fill. */
const LEAST_DENSE = 0.7
const LEAST_FILLED = 0.75

/**
 * The gutters behind narrow columns of labels, numbers or times whose rows belong to the text beside
 * them: such a table is read row by row, where columns of prose are read one after the other.
 */
export function findTableGutters(rows: readonly Row[], gutters: readonly Gutter[]): ReadonlySet<Gutter> {
  const bounds = boundsOf(rows)
  const active = activeGutters(rows.length, gutters)
  const found = new Set<Gutter>()
  for (const gutter of [...gutters].reverse()) {
    let labels = 0
    let texts = 0
    let both = 0
    let filled = 0
    let labelWidth = 0
    let textWidth = 0
    let first = -1
    let textsSoFar = 0
    for (let index = gutter.first; index < gutter.end; index++) {
      const here = active[index] ?? []
      const groups = groupsOf(rows[index]?.segments ?? [], here)
      const label = groups.findLast((group) => (group.at(-1)?.u1 ?? 0) <= gutter.u0 + 0.5)
      const columns = here.filter((other) => !found.has(other))
      const text = groups.find(([{ u0, u1 }]) => {
        return u0 >= gutter.u1 - 0.5 && Math.abs(cellOf(u0, u1, columns, bounds)[0] - gutter.u1) < 1
      })
      if (text !== undefined) {
        textsSoFar++
        textWidth = Math.max(textWidth, cellOf(text[0].u0, text[0].u1, columns, bounds)[1] - gutter.u1)
      }
      if (label === undefined) continue
      const [from, to] = cellOf(label[0].u0, label.at(-1)?.u1 ?? 0, here, bounds)
      // What stands left of the neighbouring gutter is another column.
      if (Math.abs(to - gutter.u0) > 1) continue
      if (first === -1) {
        first = index
        textsSoFar = text === undefined ? 0 : 1
      }
      labels++
      texts = textsSoFar
      if (text !== undefined) both++
      labelWidth = Math.max(labelWidth, to - from)
      if ((label.at(-1)?.u1 ?? 0) - from >= (to - from) * LEAST_FILLED) filled++
    }
    const isProse = labels >= texts * LEAST_DENSE && filled >= labels * 0.5
    const isNarrow = labelWidth <= textWidth * WIDEST_LABEL
    const isMarginal = labelWidth <= textWidth * 0.12
    if (labels > 0 && isNarrow && both >= labels * LEAST_ALIGNED && (!isProse || isMarginal)) found.add(gutter)
  }
  return found
}

/** Lines of one row of a table, in the order in which they are read: cell by cell. */
export type TableRow = readonly Line[]

/**
 * Parts the lines of a block that holds cells of a table into the table's rows. A row begins with a
 * text in the first cell, unless that is the second line of a label beside text that goes on.
 */
export function tableRowsOf(lines: readonly Line[], right: number): readonly TableRow[] {
  const records: Line[][] = []
  let label: Line | null = null
  let text: Line | null = null
  for (let at = 0; at < lines.length; ) {
    const row = lines[at]?.row
    let end = at
    while (end < lines.length && lines[end]?.row === row) end++
    const cells = lines.slice(at, end)
    const first = cells.find((line) => !isLastCell(line)) ?? null
    const last = cells.findLast(isLastCell) ?? null
    const goesOn =
      label !== null &&
      text !== null &&
      !/[:：]$/u.test(label.text) &&
      !endsSentence(text.text, 0, text.text.length) &&
      text.u1 > right - 3 * text.size
    if (records.length === 0 || (first !== null && !goesOn)) records.push([])
    records.at(-1)?.push(...cells)
    label = first
    text = last ?? (first === null ? text : null)
    at = end
  }
  return records.map((record) => record.sort((a, b) => a.tableCell - b.tableCell || a.row - b.row))
}

/** The last cell of a row holds the text to which the others are labels. */
export function isLastCell({ tableCell, tableCells }: Line): boolean {
  return tableCell === tableCells - 1
}
