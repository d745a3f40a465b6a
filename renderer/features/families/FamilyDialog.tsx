import { type ReactNode, useState } from 'react'
import { renameFamilySlug } from '#renderer/commands/acts/fields/rename-field.ts'
import { renameCode } from '#renderer/commands/acts/rename-code.ts'
import { setManner } from '#renderer/commands/acts/set-manner.ts'
import { useProject, useShell } from '#renderer/features/shell.ts'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { EditableText } from '#renderer/ui/EditableText.tsx'
import { childrenOf } from '#shared/codebook/tree.ts'
import { codeList } from '#shared/journal/state.ts'
import { MANNERS } from '#shared/model/code.ts'
import type { CodeId } from '#shared/model/ids.ts'
import { CodeSwatch } from '../CodeSwatch.tsx'
import { useSave } from '../dialog-save.ts'
import { FieldEditor } from './FieldEditor.tsx'
import { FieldList } from './FieldList.tsx'

/** A family: what it is called, how its codings are drawn, and what it asks of each of them. */
export function FamilyDialog({ codeId }: { readonly codeId: CodeId }): ReactNode {
  const { t, desk } = useShell()
  const project = useProject((session) => session.state)
  const { save, problem } = useSave()
  // Renamed it is still the same field on the screen: the keyboard stays where it is.
  const [{ active, shown }, setActive] = useState<{ readonly active: string | null; readonly shown: number }>({
    active: null,
    shown: 0,
  })
  const root = project?.codes.get(codeId)
  const close = (): void => desk.workbench.setState({ dialog: null })
  if (project === null || root === undefined || root.family === null) return null
  const { family } = root
  const field = family.fields.find(({ name }) => name === active) ?? family.fields[0]
  return (
    <Dialog
      title={t('family.title', { family: root.name })}
      closeLabel={t('common.close')}
      size="large"
      onClose={close}
    >
      <div className="dialog-body form">
        {problem !== null && (
          <p className="problem" role="alert">
            {problem}
          </p>
        )}
        <div className="form-row family-row">
          <div className="field">
            <label htmlFor="family-choice">{t('family.which')}</label>
            <select
              id="family-choice"
              value={codeId}
              onChange={(event) =>
                desk.workbench.setState({ dialog: { kind: 'family', codeId: event.target.value as CodeId } })
              }
            >
              {childrenOf(codeList(project), null).map((one) => (
                <option key={one.id} value={one.id}>
                  {one.name}
                </option>
              ))}
            </select>
          </div>
          <EditableText
            key={`name ${codeId}`}
            label={t('code.name')}
            value={root.name}
            onSave={(name) => save((state) => renameCode(state, { codeId, name }))}
          />
          <EditableText
            key={`slug ${codeId}`}
            label={t('family.slug')}
            value={family.slug}
            onSave={(slug) => save((state) => renameFamilySlug(state, { codeId, slug }))}
          />
        </div>
        <fieldset className="colours">
          <legend>{t('code.manner')}</legend>
          {MANNERS.map((manner) => (
            <label key={manner} className="colour-choice">
              <input
                type="radio"
                name="manner"
                checked={family.manner === manner}
                onChange={() => void save((state) => setManner(state, { codeId, manner }))}
              />
              <CodeSwatch colour={root.colour} manner={manner} />
              {t(`manner.${manner}`)}
            </label>
          ))}
        </fieldset>
        <p className="hint">{t('family.hint')}</p>
        <div className="family-fields">
          <FieldList
            root={root}
            family={family}
            active={field?.name ?? null}
            onActive={(name) => setActive({ active: name, shown: shown + 1 })}
            save={save}
          />
          {field !== undefined && (
            <FieldEditor
              key={active === field.name ? shown : field.name}
              project={project}
              at={{ codeId, field: field.name }}
              family={family}
              field={field}
              save={save}
              onRenamed={(name) => setActive({ active: name, shown })}
            />
          )}
        </div>
      </div>
      <footer className="dialog-foot">
        <button type="button" className="primary" onClick={close}>
          {t('common.done')}
        </button>
      </footer>
    </Dialog>
  )
}
