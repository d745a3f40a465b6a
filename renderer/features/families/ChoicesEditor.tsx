import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react'
import {
  addChoice,
  type ChoiceAt,
  deleteChoice,
  relabelChoice,
  renameChoice,
  shiftChoice,
} from '#renderer/commands/acts/fields/choice-acts.ts'
import type { FieldAt } from '#renderer/commands/acts/fields/family-lookup.ts'
import { useShell } from '#renderer/features/shell.ts'
import { EditableText } from '#renderer/ui/EditableText.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { valuesOf } from '#shared/codebook/field-values.ts'
import type { FieldDefinition } from '#shared/model/code.ts'
import type { Save } from '../dialog-save.ts'

/** The choices of a field with how often each was chosen; Alt and an arrow move the one that is being written. */
export function ChoicesEditor(props: {
  readonly at: FieldAt
  readonly field: FieldDefinition
  readonly used: ReadonlyMap<string, number>
  readonly save: Save
}): ReactNode {
  const { t } = useShell()
  const { at, field, used, save } = props
  const [label, setLabel] = useState('')
  const id = useId()
  const rows = useRef<HTMLUListElement>(null)
  const counts = new Map<string, number>()
  for (const [answer, count] of used) {
    const values = field.type === 'choices' ? valuesOf(answer) : [answer]
    for (const value of values) counts.set(value, (counts.get(value) ?? 0) + count)
  }
  const shift = (choice: ChoiceAt, by: -1 | 1): Promise<boolean> =>
    save((state) => shiftChoice(state, { ...choice, by }))
  const add = async (): Promise<void> => {
    const isDone = await save((state) => addChoice(state, { ...at, label }))
    // The next one may already be on its way.
    if (isDone) setLabel((typed) => (typed === label ? '' : typed))
  }
  return (
    <fieldset className="choices-editor">
      <legend>{t('family.choices')}</legend>
      <ul ref={rows}>
        {field.choices.map((choice, index) => {
          const choiceAt = { ...at, value: choice.value }
          const count = counts.get(choice.value) ?? 0
          return (
            <li
              // biome-ignore lint/suspicious/noArrayIndexKey: a choice stays what it is under another value
              key={index}
              onKeyDown={(event: KeyboardEvent) => {
                if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
                event.preventDefault()
                const by = event.key === 'ArrowUp' ? -1 : 1
                void shift(choiceAt, by).then((isDone) => {
                  // The keyboard goes with the choice.
                  if (isDone) rows.current?.children[index + by]?.querySelector('input')?.focus()
                })
              }}
            >
              <EditableText
                label={t('family.choiceLabel', { number: index + 1 })}
                value={choice.label}
                onSave={(to) => save((state) => relabelChoice(state, { ...choiceAt, label: to }))}
              />
              <EditableText
                label={t('family.choiceValue', { number: index + 1 })}
                value={choice.value}
                onSave={(to) => save((state, world) => renameChoice(state, { ...choiceAt, to }, world))}
              />
              <span className="code-count">{count === 0 ? '' : count}</span>
              <IconButton
                icon="up"
                label={t('family.choiceUp', { choice: choice.label })}
                isDisabled={index === 0}
                onClick={() => void shift(choiceAt, -1)}
              />
              <IconButton
                icon="down"
                label={t('family.choiceDown', { choice: choice.label })}
                isDisabled={index === field.choices.length - 1}
                onClick={() => void shift(choiceAt, 1)}
              />
              <IconButton
                icon="trash"
                label={
                  count === 0
                    ? t('family.deleteChoice', { choice: choice.label })
                    : `${t('family.deleteChoice', { choice: choice.label })} · ${t('family.fromCodings', { count })}`
                }
                onClick={() => void save((state, world) => deleteChoice(state, choiceAt, world))}
              />
            </li>
          )
        })}
      </ul>
      <form
        className="form-row"
        onSubmit={(event) => {
          event.preventDefault()
          void add()
        }}
      >
        <input
          id={id}
          type="text"
          aria-label={t('family.newChoice')}
          placeholder={t('family.newChoice')}
          value={label}
          onChange={(event) => setLabel(event.target.value)}
        />
        <button type="submit">{t('family.add')}</button>
      </form>
    </fieldset>
  )
}
