import { type ReactNode, useState } from 'react'
import type { ActResult } from '#renderer/commands/acts/refusal.ts'
import { removeVariable, renameVariable, setVariables } from '#renderer/commands/acts/set-variables.ts'
import { act } from '#renderer/commands/desk.ts'
import type { Outcome } from '#renderer/commands/project-session.ts'
import { useProject, useShell } from '#renderer/features/shell.ts'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { presentSources } from '#shared/journal/present.ts'
import type { ProjectState } from '#shared/journal/state.ts'
import { sameNamed, variableNames } from '#shared/sources/variable-names.ts'
import { added, type Column, columnsWith, removed, renamed } from './columns.ts'
import { PatternField } from './PatternField.tsx'
import { cellsPasted } from './pasted-cells.ts'
import { VariablesTable } from './VariablesTable.tsx'

/** Every source with its variables, as a table that is saved cell by cell. */
export function VariablesDialog(): ReactNode {
  const { t, desk } = useShell()
  const project = useProject(({ state }) => state)
  const [kept, setKept] = useState<readonly Column[]>([])
  const [said, setSaid] = useState('')
  if (project === null) return null
  const sources = presentSources(project)
  const all = columnsWith(kept, variableNames(sources))
  if (all !== kept) setKept(all)
  const columns = all.filter(({ isRemoved }) => !isRemoved)

  const perform = async (make: (state: ProjectState) => ActResult): Promise<Outcome> => {
    const outcome = await act(desk, make)
    // The window's own status line is behind the dialog, out of reach of a screen reader.
    if (outcome.kind === 'failed') setSaid(t('notice.notSaved', { detail: outcome.detail }))
    else if (outcome.kind === 'refused' && outcome.refusal.refused !== 'refusal.sameValue') {
      setSaid(t(outcome.refusal.refused, outcome.refusal.values))
    } else setSaid(outcome.kind === 'done' ? t(outcome.entry.name, outcome.entry.values) : '')
    return outcome
  }
  /** Says what is wrong with a name for a column, and whether something is. */
  const isRefused = (name: string, besides: readonly Column[]): boolean => {
    const holder = sameNamed(
      besides.map((column) => column.name),
      name,
    )
    if (name === '') setSaid(t('refusal.nameEmpty'))
    else setSaid(holder === undefined ? '' : t('refusal.variableTaken', { name: holder }))
    return name === '' || holder !== undefined
  }
  const rename = async ({ key, name: from }: Column, written: string): Promise<void> => {
    const to = written.trim()
    const others = columns.filter((column) => column.key !== key)
    if (isRefused(to, others)) return
    const outcome = await perform((state) => renameVariable(state, { from, to }))
    // No source has it: only the column changes.
    if (outcome.kind === 'refused' && outcome.refusal.refused === 'refusal.sameValue') {
      setKept((now) => renamed(now, key, to))
    }
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
        <PatternField
          sources={sources}
          onFill={async (cells) => (await perform((state) => setVariables(state, { cells }))).kind !== 'failed'}
        />
        <VariablesTable
          sources={sources}
          columns={columns}
          onAdd={(name) => {
            if (isRefused(name, columns)) return false
            setKept((now) => added(now, name))
            return true
          }}
          onRename={rename}
          onRemove={async ({ key, name }) => {
            const { kind } = await perform((state) => removeVariable(state, { name }))
            if (kind !== 'failed') setKept((now) => removed(now, key))
          }}
          onSave={async (cell) => {
            await perform((state) => setVariables(state, { cells: [cell] }))
          }}
          onPaste={(text, row, column) => {
            const names = columns.slice(column).map(({ name }) => name)
            const { cells, leftOut, isTable } = cellsPasted(text, sources.slice(row), names)
            if (!isTable) return false
            void perform((state) => setVariables(state, { cells })).then(({ kind }) => {
              if (leftOut > 0 && kind !== 'failed') setSaid(t('variables.leftOut', { count: leftOut }))
            })
            return true
          }}
        />
        <p className="variables-said" role="status">
          {said}
        </p>
      </div>
    </Dialog>
  )
}
