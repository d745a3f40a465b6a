import { type ReactNode, useId, useMemo, useState } from 'react'
import { changeFieldType } from '#renderer/commands/acts/fields/change-field-type.ts'
import { type FieldAt, fieldWorldOf } from '#renderer/commands/acts/fields/family-lookup.ts'
import { useShell } from '#renderer/features/shell.ts'
import { planTypeChange } from '#shared/codebook/field-type-change.ts'
import type { ProjectState } from '#shared/journal/state.ts'
import { FIELD_TYPES, type FieldDefinition, type FieldType } from '#shared/model/code.ts'
import type { Save } from '../dialog-save.ts'

/** So many answers are shown of each kind; the rest is counted. */
const SHOWN = 12

/** Chooses another type, and shows what would become of the answers there are before anything is changed. */
export function TypeChanger(props: {
  readonly project: ProjectState
  readonly at: FieldAt
  readonly field: FieldDefinition
  readonly used: ReadonlyMap<string, number>
  readonly save: Save
}): ReactNode {
  const { t } = useShell()
  const { project, at, field, used, save } = props
  const [wanted, setWanted] = useState<FieldType>(field.type)
  const id = useId()
  const plan = useMemo(
    () => (wanted === field.type ? null : planTypeChange(field, wanted, used, fieldWorldOf(project))),
    [wanted, field, used, project],
  )
  const change = async (): Promise<void> => {
    await save((state, world) => changeFieldType(state, { ...at, type: wanted }, world))
  }
  const total = (rows: readonly { readonly count: number }[]): number => rows.reduce((sum, { count }) => sum + count, 0)
  const isOfChoices = wanted === 'choice' || wanted === 'choices'
  const converted = plan?.fits.filter(({ value, becomes }) => value !== becomes) ?? []
  return (
    <div className="field">
      <label htmlFor={id}>{t('family.type')}</label>
      <select id={id} value={wanted} onChange={(event) => setWanted(event.target.value as FieldType)}>
        {FIELD_TYPES.map((type) => (
          <option key={type} value={type}>
            {t(`fieldType.${type}`)}
          </option>
        ))}
      </select>
      {plan !== null && (
        <div className="type-change" aria-live="polite">
          <p>
            {used.size === 0
              ? t('family.noValues')
              : t('family.valuesFit', { count: total(plan.fits), all: total([...plan.fits, ...plan.unfit]) })}
          </p>
          {field.choices.length > 0 && plan.field.choices.length === 0 && <p>{t('family.choicesGo')}</p>}
          {used.size > 0 && field.choices.length === 0 && plan.field.choices.length > 0 && (
            <p>{t('family.choicesCome', { count: plan.field.choices.length })}</p>
          )}
          <ul>
            {plan.unfit.slice(0, SHOWN).map(({ value, count }) => (
              <li key={value} className="unfit">
                {t('family.valueUnfit', { value, count })}
              </li>
            ))}
            {converted.slice(0, SHOWN).map(({ value, becomes, count }) => (
              <li key={value}>{t('family.valueBecomes', { value, becomes, count })}</li>
            ))}
            {plan.unfit.length + converted.length > SHOWN * 2 && <li>…</li>}
          </ul>
          {plan.unfit.length > 0 && (
            <p className="field-problem">
              {isOfChoices && plan.field.choices.length === 0 ? t('family.tooMany') : t('family.mendFirst')}
            </p>
          )}
          <span className="form-row">
            <button type="button" className="primary" disabled={plan.unfit.length > 0} onClick={() => void change()}>
              {t('family.changeType')}
            </button>
            <button type="button" onClick={() => setWanted(field.type)}>
              {t('common.cancel')}
            </button>
          </span>
        </div>
      )}
    </div>
  )
}
