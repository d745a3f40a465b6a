import type { ReactNode } from 'react'
import { setField } from '#renderer/commands/acts/set-field.ts'
import { useShell } from '#renderer/features/shell.ts'
import { ChoiceField } from '#renderer/ui/ChoiceField.tsx'
import { EditableText } from '#renderer/ui/EditableText.tsx'
import type { CodingInHand } from './coding-in-hand.ts'
import { useSave } from './use-save.ts'

/** What the family asks of the coding in hand; each answer is saved as its field is left. */
export function FieldsForm({ inHand }: { readonly inHand: CodingInHand }): ReactNode {
  const { t } = useShell()
  const save = useSave()
  const { open, coding, family } = inHand
  if (family === null || family.fields.length === 0) return null
  return (
    <div className="form">
      {family.fields.map((field) => {
        const value = coding.fields[field.name] ?? ''
        const at = { sourceId: open.sourceId, codingId: coding.id, field: field.name, label: field.label }
        const keep = (next: string): Promise<boolean> =>
          save((state, world) => setField(state, { ...at, value: next }, world))
        if (field.type === 'choice') {
          return (
            <ChoiceField
              key={field.name}
              label={field.label}
              value={value}
              choices={[{ value: '', label: t('inspector.notSaid') }, ...field.choices]}
              onChoose={keep}
            />
          )
        }
        return field.type === 'speaker' ? (
          <EditableText
            key={field.name}
            label={field.label}
            value={value}
            suggestions={open.reading.speakers}
            onSave={keep}
          />
        ) : (
          <EditableText key={field.name} label={field.label} value={value} onSave={keep} />
        )
      })}
    </div>
  )
}
