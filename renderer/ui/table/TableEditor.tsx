import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import { IconButton } from '../IconButton.tsx'
import { AddColumn } from './AddColumn.tsx'
import { Cell } from './Cell.tsx'
import { type CellRange, emptied, filledDown, isInRange } from './cell-range.ts'
import { cellsPasted, type FilledCell } from './pasted-cells.ts'

export interface TableColumn {
  readonly key: number
  readonly name: string
}

export interface TableRow {
  /** Names the row for as long as it is there. */
  readonly key: string
  readonly values: Readonly<Record<string, string>>
}

/** A column that only tells. */
export interface FactColumn {
  readonly label: string
  readonly of: (row: number) => string
}

/** What the table calls its parts. */
export interface TableWords {
  readonly label: string
  readonly head: string
  readonly columnName: string
  readonly addColumn: string
  readonly fillDown: string
  readonly rename: (column: string) => string
  readonly remove: (column: string) => string
  readonly cell: (row: number, column: string) => string
}

const ROW_HEIGHT = 36

/**
 * A table whose cells are typed in, pasted into from a spreadsheet and filled down. Enter and the
 * arrows go up and down, with Shift they choose several cells of a column, Ctrl+D fills these from the
 * uppermost one, Delete empties them. Only the rows in view are made.
 */
export function TableEditor(props: {
  readonly rows: readonly TableRow[]
  readonly columns: readonly TableColumn[]
  readonly facts?: readonly FactColumn[]
  readonly words: TableWords
  readonly rowHead: (row: number) => ReactNode
  readonly onAdd: (name: string) => boolean
  readonly onRename: (column: TableColumn, to: string) => Promise<void>
  readonly onRemove: (column: TableColumn) => Promise<void>
  readonly onFill: (cells: readonly FilledCell[]) => Promise<void>
  /** A table was pasted; so many of its cells that say something have no place. */
  readonly onPaste: (cells: readonly FilledCell[], leftOut: number) => void
}): ReactNode {
  const { rows, columns, facts = [], words, rowHead, onAdd, onRename, onRemove, onFill, onPaste } = props
  const scroller = useRef<HTMLDivElement>(null)
  const [range, setRange] = useState<CellRange | null>(null)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 12,
  })
  const items = virtual.getVirtualItems()
  const above = items[0]?.start ?? 0
  const below = virtual.getTotalSize() - (items.at(-1)?.end ?? 0)
  const valueAt = (row: number, name: string): string => {
    const values = rows[row]?.values ?? {}
    return Object.hasOwn(values, name) ? (values[name] ?? '') : ''
  }
  const fill = (cells: readonly FilledCell[]): void => {
    if (cells.length > 0) void onFill(cells)
  }
  const fillDown = (chosen: CellRange): void => {
    const name = columns[chosen.column]?.name
    if (name !== undefined) fill(filledDown(chosen, name, (row) => valueAt(row, name)))
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || !(event.target instanceof HTMLInputElement)) return
    const place = placeOf(event.target)
    const by = event.key === 'ArrowDown' || event.key === 'Enter' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (place === null) return
    const here: CellRange =
      range !== null && range.column === place.column && range.to === place.row
        ? range
        : { column: place.column, from: place.row, to: place.row }
    if (by !== 0) {
      const to = place.row + by
      const isExtending = event.shiftKey && event.key !== 'Enter' && place.row >= 0 && to >= 0 && to < rows.length
      setRange(isExtending ? { ...here, to } : null)
      step(scroller.current, place.column, to)
    } else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'd' && place.row >= 0) fillDown(here)
    else if (event.key === 'Delete' && here.from !== here.to) {
      const name = columns[here.column]?.name
      if (name !== undefined) fill(emptied(here, name))
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <>
      <div className="variables-scroller" ref={scroller}>
        <table aria-label={words.label} aria-rowcount={rows.length + 1} onKeyDown={onKeyDown}>
          <thead>
            <tr data-row={-1}>
              <th scope="col">{words.head}</th>
              {facts.map(({ label }) => (
                <th key={label} scope="col" className="fact">
                  {label}
                </th>
              ))}
              {columns.map((column, index) => (
                <th key={column.key} scope="col" data-column={index}>
                  <span className="variables-head">
                    <Cell label={words.rename(column.name)} value={column.name} onSave={(to) => onRename(column, to)} />
                    <IconButton icon="trash" label={words.remove(column.name)} onClick={() => void onRemove(column)} />
                  </span>
                </th>
              ))}
              <th scope="col">
                <AddColumn nameLabel={words.columnName} addLabel={words.addColumn} onAdd={onAdd} />
              </th>
            </tr>
          </thead>
          <tbody>
            {above > 0 && <tr style={{ height: `${above}px` }} />}
            {items.map(({ index: row, key }) => (
              <tr key={key} ref={virtual.measureElement} data-index={row} data-row={row} aria-rowindex={row + 2}>
                <th scope="row">{rowHead(row)}</th>
                {facts.map(({ label, of }) => (
                  <td key={label} className="fact">
                    {of(row)}
                  </td>
                ))}
                {columns.map(({ key: columnKey, name }, column) => (
                  <td
                    key={columnKey}
                    data-column={column}
                    className={isInRange(range, column, row) ? 'chosen' : undefined}
                    onPointerDown={(event) => {
                      const from = event.shiftKey ? placeOf(document.activeElement) : null
                      const begun = from?.column === column && from.row >= 0 ? from.row : null
                      setRange(begun === null ? null : { column, from: begun, to: row })
                    }}
                  >
                    <Cell
                      label={words.cell(row, name)}
                      value={valueAt(row, name)}
                      onSave={(value) => onFill([{ row, name, value }])}
                      onPaste={(text) => {
                        const names = columns.slice(column).map((one) => one.name)
                        const { cells, leftOut, isTable } = cellsPasted(text, names, row, rows.length)
                        if (isTable) onPaste(cells, leftOut)
                        return isTable
                      }}
                    />
                  </td>
                ))}
                <td />
              </tr>
            ))}
            {below > 0 && <tr style={{ height: `${below}px` }} />}
          </tbody>
        </table>
      </div>
      {range !== null && range.from !== range.to && (
        <button type="button" className="fill-down" title="Ctrl+D" onClick={() => fillDown(range)}>
          {words.fillDown}
        </button>
      )}
    </>
  )
}

/** Where in the table an element stands; the head is row -1. Null outside of the columns that are filled in. */
function placeOf(element: Element | null): { readonly row: number; readonly column: number } | null {
  const column = element?.closest<HTMLElement>('[data-column]')?.dataset['column']
  const row = element?.closest<HTMLElement>('[data-row]')?.dataset['row']
  return column === undefined || row === undefined ? null : { row: Number(row), column: Number(column) }
}

/** Goes to the same column in another row; one that is beside the rows in view has been made already. */
function step(scroller: HTMLElement | null, column: number, row: number): void {
  const next = scroller?.querySelector<HTMLInputElement>(`[data-row="${row}"] [data-column="${column}"] input`)
  next?.focus()
  next?.select()
}
