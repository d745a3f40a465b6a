import { type ReactNode, useMemo } from 'react'
import { defineField, relabelField } from '#renderer/commands/acts/fields/define-field.ts'
import { deleteField } from '#renderer/commands/acts/fields/delete-field.ts'
import { answersInUse, type FieldAt } from '#renderer/commands/acts/fields/family-lookup.ts'
import { renameField } from '#renderer/commands/acts/fields/rename-field.ts'
import { useShell } from '#renderer/features/shell.ts'
import { ChoiceField } from '#renderer/ui/ChoiceField.tsx'
import { EditableText } from '#renderer/ui/EditableText.tsx'
import { Icon } from '#renderer/ui/Icon.tsx'
import { SavedCheck } from '#renderer/ui/SavedCheck.tsx'
import type { ProjectState } from '#shared/journal/state.ts'
import type { Family, FieldDefinition } from '#shared/model/code.ts'
import { TURN_ROLES, type TurnRole } from '#shared/model/turn-role.ts'
import type { Save } from '../dialog-save.ts'
import { ChoicesEditor } from './ChoicesEditor.tsx'
import { TypeChanger } from './TypeChanger.tsx'

/** All that is said of one field, each part saved as it is left, each change an act of its own. */
export function FieldEditor(props: {
  readonly project: ProjectState
  readonly at: FieldAt
  readonly family: Family
  readonly field: FieldDefinition
  readonly save: Save
  readonly onRenamed: (name: string) => void
}): ReactNode {
  const { t } = useShell()
  const { project, at, family, field, save, onRenamed } = props
  // biome-ignore lint/correctness/useExhaustiveDependencies: of the project only these are counted
  const used = useMemo(() => answersInUse(project, at), [project.marks, project.codes, at.codeId, at.field])
  const count = [...used.values()].reduce((sum, one) => sum + one, 0)
  return (
    <fieldset className="form field-editor" aria-label={t('family.editing', { field: field.label })}>
      <div className="form-row">
        <EditableText
          label={t('family.fieldLabel')}
          value={field.label}
          onSave={(label) => save((state) => relabelField(state, { ...at, label }))}
        />
        <EditableText
          label={t('family.column')}
          value={field.name}
          onSave={async (name) => {
            const isDone = await save((state, world) => renameField(state, { ...at, name }, world))
            if (isDone) onRenamed(name.trim())
            return isDone
          }}
          help={t('family.columnHelp', { column: `${family.slug}.${field.name}` })}
        />
      </div>
      <EditableText
        label={t('family.help')}
        value={field.help ?? ''}
        onSave={(help) => save((state) => defineField(state, { ...at, manner: { help } }))}
      />
      <div className="form-row">
        <TypeChanger project={project} at={at} field={field} used={used} save={save} />
        <ChoiceField
          label={t('family.appliesTo')}
          value={field.appliesTo ?? ''}
          choices={[
            { value: '', label: t('family.everyTurn') },
            ...TURN_ROLES.map((role) => ({ value: role, label: t(`role.${role}`) })),
          ]}
          onChoose={(role) =>
            save((state) =>
              defineField(state, { ...at, manner: { appliesTo: role === '' ? null : (role as TurnRole) } }),
            )
          }
        />
      </div>
      <SavedCheck
        className="check"
        isChecked={field.required ?? false}
        onChoose={(required) => save((state) => defineField(state, { ...at, manner: { required } }))}
      >
        {t('family.required')}
      </SavedCheck>
      {field.type === 'speaker' && (
        <SavedCheck
          className="check"
          isChecked={field.prefilled ?? true}
          onChoose={(prefilled) => save((state) => defineField(state, { ...at, manner: { prefilled } }))}
        >
          {t('family.prefilled')}
        </SavedCheck>
      )}
      {(field.type === 'choice' || field.type === 'choices') && (
        <ChoicesEditor at={at} field={field} used={used} save={save} />
      )}
      <div>
        <button
          type="button"
          className="danger"
          onClick={() => void save((state, world) => deleteField(state, at, world))}
        >
          <Icon name="trash" />
          {count === 0
            ? t('family.deleteField', { field: field.label })
            : `${t('family.deleteField', { field: field.label })} · ${t('family.values', { count })}`}
        </button>
      </div>
    </fieldset>
  )
}
