import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react'
import { addField } from '#renderer/commands/acts/fields/add-field.ts'
import { shiftField } from '#renderer/commands/acts/fields/shift-field.ts'
import { useShell } from '#renderer/features/shell.ts'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import type { Change } from '#shared/journal/change.ts'
import { type Code, type Family, FIELD_TYPES, type FieldType } from '#shared/model/code.ts'
import type { Save } from '../dialog-save.ts'

/** The fields of a family in the order in which they are asked: choose one, move it (Alt and an arrow), add another. */
export function FieldList(props: {
  readonly root: Code
  readonly family: Family
  readonly active: string | null
  readonly onActive: (name: string) => void
  readonly save: Save
}): ReactNode {
  const { t } = useShell()
  const { root, family, active, onActive, save } = props
  const [label, setLabel] = useState('')
  const [type, setType] = useState<FieldType>('text')
  const list = useRef<HTMLUListElement>(null)
  const id = useId()
  const shift = (by: -1 | 1): void => {
    if (active !== null) void save((state) => shiftField(state, { codeId: root.id, field: active, by }))
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
    event.preventDefault()
    const by = event.key === 'ArrowUp' ? -1 : 1
    if (event.altKey) {
      shift(by)
      return
    }
    const next = family.fields[family.fields.findIndex(({ name }) => name === active) + by]
    if (next === undefined) return
    onActive(next.name)
    list.current?.querySelector<HTMLElement>(`[data-name="${next.name}"]`)?.focus()
  }
  const add = async (): Promise<void> => {
    let made: string | undefined
    const isDone = await save((state) => {
      const result = addField(state, { codeId: root.id, label, type })
      if ('changes' in result) made = nameAdded(result.changes)
      return result
    })
    if (!isDone || made === undefined) return
    // The next one may already be on its way.
    setLabel((typed) => (typed === label ? '' : typed))
    onActive(made)
  }
  return (
    <div className="field-list">
      <div className="fields-head">
        <span className="field-label">{t('fields.title')}</span>
        <span>
          <IconButton icon="up" label={t('family.fieldUp')} isDisabled={active === null} onClick={() => shift(-1)} />
          <IconButton icon="down" label={t('family.fieldDown')} isDisabled={active === null} onClick={() => shift(1)} />
        </span>
      </div>
      {family.fields.length === 0 && <p className="hint">{t('family.noFields')}</p>}
      <ul ref={list} onKeyDown={onKeyDown}>
        {family.fields.map((field) => (
          <li key={field.name}>
            <button
              type="button"
              data-name={field.name}
              data-first={field.name === active ? '' : undefined}
              aria-current={field.name === active}
              tabIndex={field.name === active ? 0 : -1}
              onClick={() => onActive(field.name)}
            >
              <span>
                {field.label}
                {field.required === true && <span aria-hidden="true"> *</span>}
              </span>
              <span className="field-type">{t(`fieldType.${field.type}`)}</span>
            </button>
          </li>
        ))}
      </ul>
      <form
        className="field-adding"
        onSubmit={(event) => {
          event.preventDefault()
          void add()
        }}
      >
        <label htmlFor={id} className="field-label">
          {t('family.addField')}
        </label>
        <input
          id={id}
          type="text"
          value={label}
          placeholder={t('family.fieldLabel')}
          data-first={active === null ? '' : undefined}
          onChange={(event) => setLabel(event.target.value)}
        />
        <span className="form-row">
          <select
            aria-label={t('family.typeOfNew')}
            value={type}
            onChange={(event) => setType(event.target.value as FieldType)}
          >
            {FIELD_TYPES.map((one) => (
              <option key={one} value={one}>
                {t(`fieldType.${one}`)}
              </option>
            ))}
          </select>
          <button type="submit">{t('family.add')}</button>
        </span>
      </form>
    </div>
  )
}

/** The name that an added field was given. */
function nameAdded(changes: readonly Change[]): string | undefined {
  const [change] = changes
  return change?.kind === 'code' ? change.after?.family?.fields.at(-1)?.name : undefined
}
