import type { FilledCell } from './pasted-cells.ts'

/** Cells of one column that are chosen together: from where it was begun to where the keyboard is, either way. */
export interface CellRange {
  readonly column: number
  readonly from: number
  readonly to: number
}

/** Whether a cell is in a range of more than one. */
export function isInRange(range: CellRange | null, column: number, row: number): boolean {
  if (range === null || range.column !== column || range.from === range.to) return false
  return row >= Math.min(range.from, range.to) && row <= Math.max(range.from, range.to)
}

/** The cells of a range with the value of its uppermost one; of a single cell with the value above it. */
export function filledDown(range: CellRange, name: string, valueAt: (row: number) => string): readonly FilledCell[] {
  const top = Math.min(range.from, range.to)
  const end = Math.max(range.from, range.to)
  const from = range.from === range.to ? top - 1 : top
  if (from < 0) return []
  const value = valueAt(from)
  return Array.from({ length: end - from }, (_, index) => ({ row: from + 1 + index, name, value }))
}

/** The cells of a range, emptied. */
export function emptied(range: CellRange, name: string): readonly FilledCell[] {
  const top = Math.min(range.from, range.to)
  return Array.from({ length: Math.abs(range.to - range.from) + 1 }, (_, index) => ({
    row: top + index,
    name,
    value: '',
  }))
}
