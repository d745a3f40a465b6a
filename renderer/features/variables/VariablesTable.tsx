import type { ReactNode } from 'react'
import type { VariableCell } from '#renderer/commands/acts/set-variables.ts'
import { useShell } from '#renderer/features/shell.ts'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import type { Source } from '#shared/model/source.ts'
import { AddVariable } from './AddVariable.tsx'
import { Cell } from './Cell.tsx'
import type { Column } from './columns.ts'

/** A row for every source, a column for every variable; Enter and the arrows go up and down. */
export function VariablesTable(props: {
  readonly sources: readonly Source[]
  readonly columns: readonly Column[]
  readonly onAdd: (name: string) => boolean
  readonly onRename: (column: Column, to: string) => Promise<void>
  readonly onRemove: (column: Column) => Promise<void>
  readonly onSave: (cell: VariableCell) => Promise<void>
  /** Text that was pasted into a cell; answers whether it was taken as a table. */
  readonly onPaste: (text: string, row: number, column: number) => boolean
}): ReactNode {
  const { sources, columns, onAdd, onRename, onRemove, onSave, onPaste } = props
  const { t } = useShell()
  return (
    <div className="variables-scroller">
      <table
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || !(event.target instanceof HTMLInputElement)) return
          if (event.key === 'ArrowDown' || event.key === 'Enter') stepRow(event.target, 1)
          else if (event.key === 'ArrowUp') stepRow(event.target, -1)
          else return
          event.preventDefault()
        }}
      >
        <thead>
          <tr>
            <th scope="col">{t('variables.source')}</th>
            {columns.map((column) => (
              <th key={column.key} scope="col">
                <span className="variables-head">
                  <Cell
                    label={t('variables.rename', { name: column.name })}
                    value={column.name}
                    onSave={(to) => onRename(column, to)}
                  />
                  <IconButton
                    icon="trash"
                    label={t('variables.remove', { name: column.name })}
                    onClick={() => void onRemove(column)}
                  />
                </span>
              </th>
            ))}
            <th scope="col">
              <AddVariable onAdd={onAdd} />
            </th>
          </tr>
        </thead>
        <tbody>
          {sources.map((source, row) => (
            <tr key={source.id}>
              <th scope="row" title={source.fileName}>
                {source.name}
              </th>
              {columns.map(({ key, name }, column) => (
                <td key={key}>
                  <Cell
                    label={t('variables.cell', { name, source: source.name })}
                    value={Object.hasOwn(source.variables, name) ? (source.variables[name] ?? '') : ''}
                    onSave={(value) => onSave({ sourceId: source.id, name, value })}
                    onPaste={(text) => onPaste(text, row, column)}
                  />
                </td>
              ))}
              <td />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Goes to the same column in the row above or below. */
function stepRow(input: HTMLInputElement, by: 1 | -1): void {
  const cell = input.closest<HTMLTableCellElement>('td, th')
  const row = cell?.closest('tr')
  const next = row?.closest('table')?.rows[row.rowIndex + by]?.cells[cell?.cellIndex ?? 0]?.querySelector('input')
  next?.focus()
  next?.select()
}
