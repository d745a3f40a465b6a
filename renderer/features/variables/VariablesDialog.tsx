import { type ReactNode, useState } from 'react'
import {
  removeVariable,
  renameVariable,
  setVariables,
  type VariableCell,
} from '#renderer/commands/acts/set-variables.ts'
import { act } from '#renderer/commands/desk.ts'
import { useProject, useShell } from '#renderer/features/shell.ts'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { Icon } from '#renderer/ui/Icon.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { variableNames } from '#shared/sources/variable-names.ts'
import { PatternField } from './PatternField.tsx'
import { cellsPasted } from './pasted-cells.ts'

/** Every source with its variables, as a table that is saved cell by cell. */
export function VariablesDialog(): ReactNode {
  const { t, desk } = useShell()
  const project = useProject(({ state }) => state)
  const [added, setAdded] = useState<readonly string[]>([])
  if (project === null) return null
  const sources = [...project.sources.values()]
  const names = [...new Set([...variableNames(sources), ...added])]
  const save = async (cells: readonly VariableCell[]): Promise<boolean> => {
    const { kind } = await act(desk, (state) => setVariables(state, { cells }))
    return kind !== 'failed'
  }
  return (
    <Dialog
      title={t('variables.title')}
      closeLabel={t('common.close')}
      size="large"
      onClose={() => desk.workbench.setState({ dialog: null })}
    >
      <div className="dialog-body variables">
        <p className="hint">{t('variables.hint')}</p>
        <PatternField sources={sources} onFill={save} />
        <div className="variables-scroller">
          <table
            onKeyDown={(event) => {
              if (event.nativeEvent.isComposing) return
              if (event.key === 'ArrowDown' || event.key === 'Enter') stepRow(event.currentTarget, 1)
              else if (event.key === 'ArrowUp') stepRow(event.currentTarget, -1)
              else return
              event.preventDefault()
            }}
          >
            <thead>
              <tr>
                <th scope="col">{t('variables.source')}</th>
                {names.map((name) => (
                  <th key={name} scope="col">
                    <span className="variables-head">
                      <Cell
                        label={t('variables.rename', { name })}
                        value={name}
                        onSave={(to) => {
                          setAdded(added.map((one) => (one === name ? to.trim() : one)))
                          if (sources.some(({ variables }) => Object.hasOwn(variables, name))) {
                            void act(desk, (state) => renameVariable(state, { from: name, to }))
                          }
                        }}
                        onPaste={() => false}
                      />
                      <IconButton
                        icon="trash"
                        label={t('variables.remove', { name })}
                        onClick={() => {
                          setAdded(added.filter((one) => one !== name))
                          void act(desk, (state) => removeVariable(state, { name }))
                        }}
                      />
                    </span>
                  </th>
                ))}
                <th scope="col">
                  <AddVariable
                    onAdd={(name) => {
                      if (!names.includes(name)) setAdded([...added, name])
                    }}
                  />
                </th>
              </tr>
            </thead>
            <tbody>
              {sources.map((source, row) => (
                <tr key={source.id}>
                  <th scope="row" title={source.fileName}>
                    {source.name}
                  </th>
                  {names.map((name, column) => (
                    <td key={name}>
                      <Cell
                        label={t('variables.cell', { name, source: source.name })}
                        value={Object.hasOwn(source.variables, name) ? (source.variables[name] ?? '') : ''}
                        onSave={(value) => void save([{ sourceId: source.id, name, value }])}
                        onPaste={(text) => {
                          const cells = cellsPasted(text, sources.slice(row), names.slice(column))
                          if (cells.length > 1) void save(cells)
                          return cells.length > 1
                        }}
                      />
                    </td>
                  ))}
                  <td />
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </div>
    </Dialog>
  )
}

/** Holds what is typed until it is left; an undo that comes from elsewhere shows at once. */
function Cell(props: {
  readonly label: string
  readonly value: string
  readonly onSave: (value: string) => void
  readonly onPaste: (text: string) => boolean
}): ReactNode {
  const { label, value, onSave, onPaste } = props
  return (
    <input
      key={value}
      type="text"
      aria-label={label}
      defaultValue={value}
      onBlur={(event) => {
        if (event.target.value.trim() !== value) onSave(event.target.value)
      }}
      onPaste={(event) => {
        if (onPaste(event.clipboardData.getData('text/plain'))) event.preventDefault()
      }}
    />
  )
}

function AddVariable({ onAdd }: { readonly onAdd: (name: string) => void }): ReactNode {
  const { t } = useShell()
  const [name, setName] = useState('')
  return (
    <form
      className="variables-add"
      onSubmit={(event) => {
        event.preventDefault()
        if (name.trim() === '') return
        onAdd(name.trim())
        setName('')
      }}
      // Enter adds here; it does not go to the next row.
      onKeyDown={(event) => event.stopPropagation()}
    >
      <input
        type="text"
        aria-label={t('variables.name')}
        placeholder={t('variables.name')}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <button type="submit" className="icon-button" aria-label={t('variables.add')} title={t('variables.add')}>
        <Icon name="plus" />
      </button>
    </form>
  )
}

/** Goes to the same column in the row above or below. */
function stepRow(table: HTMLTableElement, by: 1 | -1): void {
  const cell = document.activeElement?.closest('td')
  const row = cell?.parentElement
  if (!(cell instanceof HTMLTableCellElement) || !(row instanceof HTMLTableRowElement)) return
  const next = table.rows[row.rowIndex + by]?.cells[cell.cellIndex]?.querySelector('input')
  next?.focus()
  next?.select()
}
