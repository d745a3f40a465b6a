import { type ReactNode, useMemo } from 'react'
import {
  removeVariable,
  renameVariable,
  setVariables,
  type VariableCell,
} from '#renderer/commands/acts/set-variables.ts'
import { useProject, useShell } from '#renderer/features/shell.ts'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import type { FilledCell } from '#renderer/ui/table/pasted-cells.ts'
import { TableEditor } from '#renderer/ui/table/TableEditor.tsx'
import { presentSources } from '#shared/journal/present.ts'
import type { Source } from '#shared/model/source.ts'
import { variableNames } from '#shared/sources/variable-names.ts'
import { useColumns } from '../use-columns.ts'
import { PatternField } from './PatternField.tsx'

const NONE: readonly Source[] = []

/** Every source with its variables, as a table that is saved cell by cell. */
export function VariablesDialog(): ReactNode {
  const { t, desk } = useShell()
  const sources = useProject(({ state }) => presentSources(state)) ?? NONE
  const used = useMemo(() => variableNames(sources), [sources])
  const { columns, said, setSaid, perform, add, rename, remove } = useColumns(used, {
    taken: 'refusal.variableTaken',
    rename: (from, to) => (state) => renameVariable(state, { from, to }),
    remove: (name) => (state) => removeVariable(state, { name }),
  })
  const rows = useMemo(() => sources.map(({ id, variables }) => ({ key: id, values: variables })), [sources])
  const cellsOf = (filled: readonly FilledCell[]): readonly VariableCell[] =>
    filled.flatMap(({ row, name, value }) => {
      const source = sources[row]
      return source === undefined ? [] : [{ sourceId: source.id, name, value }]
    })
  const fill = async (filled: readonly FilledCell[]): Promise<boolean> =>
    (await perform((state) => setVariables(state, { cells: cellsOf(filled) }))).kind !== 'failed'
  return (
    <Dialog
      title={t('variables.title')}
      closeLabel={t('common.close')}
      size="large"
      onClose={() => desk.workbench.setState({ dialog: null })}
    >
      <div className="dialog-body variables">
        <p className="hint">{t('variables.hint')}</p>
        <PatternField
          sources={sources}
          onFill={async (cells) => (await perform((state) => setVariables(state, { cells }))).kind !== 'failed'}
        />
        <TableEditor
          rows={rows}
          columns={columns}
          words={{
            label: t('variables.title'),
            head: t('variables.source'),
            columnName: t('variables.name'),
            addColumn: t('variables.add'),
            fillDown: t('table.fillDown'),
            rename: (name) => t('variables.rename', { name }),
            remove: (name) => t('variables.remove', { name }),
            cell: (row, name) => t('variables.cell', { name, source: sources[row]?.name ?? '' }),
          }}
          rowHead={(row) => <span title={sources[row]?.fileName}>{sources[row]?.name}</span>}
          onAdd={add}
          onRename={rename}
          onRemove={remove}
          onFill={async (cells) => {
            await fill(cells)
          }}
          onPaste={(cells, leftOut) => {
            void fill(cells).then((isKept) => {
              if (leftOut > 0 && isKept) setSaid(t('variables.leftOut', { count: leftOut }))
            })
          }}
        />
        <p className="variables-said" role="status">
          {said}
        </p>
      </div>
    </Dialog>
  )
}
