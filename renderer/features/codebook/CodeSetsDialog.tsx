import { type ReactNode, useState } from 'react'
import { addCodeSet, deleteCodeSet, emptyCodeSet, renameCodeSet } from '#renderer/commands/acts/code-sets.ts'
import { useProject, useShell } from '#renderer/features/shell.ts'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { EditableText } from '#renderer/ui/EditableText.tsx'
import { Icon } from '#renderer/ui/Icon.tsx'
import type { CodeSetId } from '#shared/model/ids.ts'
import { useSave } from '../dialog-save.ts'
import { NewNameField } from './NewNameField.tsx'
import { SetCodes } from './SetCodes.tsx'

/** Sets of codes across families: made, named, filled, emptied and taken away. */
export function CodeSetsDialog(): ReactNode {
  const { t, desk, language } = useShell()
  const project = useProject((session) => session.state)
  const [chosen, setChosen] = useState<CodeSetId | null>(null)
  const { save, problem } = useSave()
  if (project === null) return null
  const sets = [...project.codeSets.values()].sort((a, b) => a.name.localeCompare(b.name, language))
  const set = sets.find(({ id }) => id === chosen) ?? sets[0]
  const add = async (name: string): Promise<boolean> => {
    let made: CodeSetId | null = null
    const isDone = await save((state, world) => {
      const result = addCodeSet(state, { name, codeIds: [] }, world)
      if (!('refused' in result)) made = (result.changes[0]?.after?.id ?? null) as CodeSetId | null
      return result
    })
    if (isDone) setChosen(made)
    return isDone
  }
  return (
    <Dialog
      title={t('sets.title')}
      closeLabel={t('common.close')}
      size="large"
      onClose={() => desk.workbench.setState({ dialog: null })}
    >
      <div className="dialog-body sides">
        <div className="side-list">
          <p className="hint">{t('sets.hint')}</p>
          <NewNameField label={t('sets.new')} action={t('sets.make')} onAdd={add} />
          <ul className="choice-list">
            {sets.map(({ id, name, codeIds }) => (
              <li key={id}>
                <button type="button" aria-current={id === set?.id} onClick={() => setChosen(id)}>
                  <span className="code-name">{name}</span>
                  <span className="code-count">{codeIds.length}</span>
                </button>
              </li>
            ))}
          </ul>
        </div>
        {set === undefined ? (
          <p className="hint">{t('sets.none')}</p>
        ) : (
          <section className="side-main" aria-label={set.name} key={set.id}>
            <div className="form-row">
              <EditableText
                label={t('sets.name')}
                value={set.name}
                onSave={(name) => save((state) => renameCodeSet(state, { setId: set.id, name }))}
              />
              <button
                type="button"
                disabled={set.codeIds.length === 0}
                onClick={() => void save((state) => emptyCodeSet(state, { setId: set.id }))}
              >
                {t('sets.empty')}
              </button>
              <button
                type="button"
                className="danger"
                onClick={() => void save((state) => deleteCodeSet(state, { setId: set.id }))}
              >
                <Icon name="trash" />
                {t('sets.delete')}
              </button>
            </div>
            <SetCodes set={set} save={save} />
          </section>
        )}
      </div>
      <p className="dialog-said" role="status">
        {problem ?? ''}
      </p>
    </Dialog>
  )
}
