import { endsSpaceless, startsSpaceless } from './characters.ts'
import type { Gutter } from './gutters.ts'
import type { Row, Segment, StyledStretch } from './segments.ts'

/** A line of one column. Places in points, see `Glyph`. */
export interface Line {
  readonly text: string
  readonly styles: readonly StyledStretch[]
  readonly u0: number
  readonly u1: number
  readonly v: number
  readonly size: number
  /** The index of its row on the page. */
  readonly row: number
  /** The column's borders: gutters or the page's own. */
  readonly cell: readonly [u0: number, u1: number]
  /** Which cell of a table's row it stands in, from 0; always 0 outside of tables. */
  readonly tableCell: number
  /** How many cells its row has; 1 outside of tables. */
  readonly tableCells: number
}

/**
 * Cuts the rows of a page at its gutters into the lines of its columns. Gutters of tables do not part
 * columns, but the cells of one row.
 */
export function linesOf(
  rows: readonly Row[],
  gutters: readonly Gutter[],
  tableGutters: ReadonlySet<Gutter>,
): readonly Line[] {
  const bounds = boundsOf(rows)
  const lines: Line[] = []
  const active = activeGutters(rows.length, gutters)
  rows.forEach((row, index) => {
    const here = active[index] ?? []
    const columns = here.filter((gutter) => !tableGutters.has(gutter))
    const tables = here.filter((gutter) => tableGutters.has(gutter))
    for (const segments of groupsOf(row.segments, here)) {
      const [u0, u1] = extentOf(segments)
      const cell = cellOf(u0, u1, columns, bounds)
      const own = tables.filter((gutter) => gutter.u0 >= cell[0] && gutter.u1 <= cell[1])
      const tableCell = own.filter((gutter) => gutter.u1 <= u0 + SLOPPY).length
      const size = segments.reduce((widest, segment) =>
        segment.u1 - segment.u0 > widest.u1 - widest.u0 ? segment : widest,
      )
      lines.push({
        ...joinSegments(segments),
        u0,
        u1,
        v: row.v,
        size: size.size,
        row: index,
        cell,
        tableCell,
        tableCells: own.length + 1,
      })
    }
  })
  return lines
}

/** Points. */
const SLOPPY = 0.5

/** The gutters that run through each row, from the first to the last column. */
export function activeGutters(rows: number, gutters: readonly Gutter[]): readonly (readonly Gutter[])[] {
  const active: Gutter[][] = Array.from({ length: rows }, () => [])
  for (const gutter of gutters) for (let row = gutter.first; row < gutter.end; row++) active[row]?.push(gutter)
  return active
}

/** The segments of a row, cut at gutters, and where letters of another size stand well apart. */
export function groupsOf(
  segments: readonly Segment[],
  gutters: readonly Gutter[],
): readonly (readonly [Segment, ...Segment[]])[] {
  const groups: [Segment, ...Segment[]][] = []
  let next = 0
  for (const segment of segments) {
    const group = groups.at(-1)
    const last = group?.at(-1)
    while (next < gutters.length && (gutters[next]?.u1 ?? 0) <= (last?.u1 ?? segment.u0)) next++
    const gutter = gutters[next]
    const isCut = gutter !== undefined && gutter.u1 <= segment.u0 + SLOPPY
    if (group === undefined || last === undefined || isCut || isOtherText(last, segment)) groups.push([segment])
    else group.push(segment)
  }
  return groups
}

function isOtherText(a: Segment, b: Segment): boolean {
  const small = Math.min(a.size, b.size)
  const gap = b.u0 - a.u1
  // Two headlines side by side are of one size; letter-spacing is never that wide.
  return (Math.max(a.size, b.size) > small * 1.25 && gap > small * 1.5) || gap > small * 12
}

/** The borders of the column that holds [u0, u1). */
export function cellOf(
  u0: number,
  u1: number,
  gutters: readonly Gutter[],
  [left, right]: readonly [number, number],
): readonly [number, number] {
  let from = left
  let to = right
  for (const gutter of gutters) {
    if (gutter.u1 <= u0 + SLOPPY) from = Math.max(from, gutter.u1)
    if (gutter.u0 >= u1 - SLOPPY) to = Math.min(to, gutter.u0)
  }
  return [from, to]
}

export function boundsOf(rows: readonly Row[]): readonly [number, number] {
  let left = Number.POSITIVE_INFINITY
  let right = Number.NEGATIVE_INFINITY
  for (const { segments } of rows) {
    for (const { u0, u1 } of segments) {
      left = Math.min(left, u0)
      right = Math.max(right, u1)
    }
  }
  return [left, right]
}

function extentOf(segments: readonly Segment[]): readonly [number, number] {
  return [Math.min(...segments.map(({ u0 }) => u0)), Math.max(...segments.map(({ u1 }) => u1))]
}

/** Puts segments of one line together. Single characters set wide apart are letter-spacing and get no spaces. */
function joinSegments(segments: readonly [Segment, ...Segment[]]): Pick<Line, 'text' | 'styles'> {
  let text = ''
  const styles: StyledStretch[] = []
  const spaceless = segments.filter(({ text }) => startsSpaceless(text) && endsSpaceless(text))
  const letters = spaceless.reduce((sum, segment) => sum + segment.text.length, 0)
  const isSpaced = spaceless.length >= 3 && spaceless.length >= segments.length * 0.7 && letters <= spaceless.length * 2
  for (const segment of segments) {
    const isApart = text !== '' && !(isSpaced && endsSpaceless(text) && startsSpaceless(segment.text))
    if (isApart && !/\s$/u.test(text) && !/^\s/u.test(segment.text)) text += ' '
    for (const { from, to, isBold, isItalic } of segment.styles)
      styles.push({ from: from + text.length, to: to + text.length, isBold, isItalic })
    text += segment.text
  }
  return { text, styles }
}
