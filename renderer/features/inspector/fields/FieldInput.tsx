import { type ReactNode, useMemo } from 'react'
import { copyAnswer } from '#renderer/commands/acts/fields/copy-answer.ts'
import { fieldWorldOf } from '#renderer/commands/acts/fields/family-lookup.ts'
import { setField } from '#renderer/commands/acts/set-field.ts'
import { useShell, useWorkbench } from '#renderer/features/shell.ts'
import { CheckField } from '#renderer/ui/CheckField.tsx'
import type { Choice } from '#renderer/ui/choice-keys.ts'
import { EditableText } from '#renderer/ui/EditableText.tsx'
import { RadioField } from '#renderer/ui/RadioField.tsx'
import { answerOf, parseField, printField, valuesOf } from '#shared/codebook/field-values.ts'
import { isAsked, type TurnAsked } from '#shared/codebook/fields-asked.ts'
import { presentSources } from '#shared/journal/present.ts'
import type { Translate } from '#shared/messages/translate.ts'
import type { FieldDefinition } from '#shared/model/code.ts'
import type { Coding } from '#shared/model/coding.ts'
import type { CodingInHand } from '../coding-in-hand.ts'
import { useSave } from '../use-save.ts'

/** One field of the coding in hand, in the manner of its type. What cannot be taken stays, with the reason beside it. */
export function FieldInput(props: {
  readonly inHand: CodingInHand
  readonly field: FieldDefinition
  readonly turn: TurnAsked
  /** Codings that may be given the same answer by one act. */
  readonly alike: readonly Coding[]
  readonly onEnter: () => void
}): ReactNode {
  const { t, desk } = useShell()
  const save = useSave()
  const { inHand, field, turn, alike, onEnter } = props
  const { project, open, coding } = inHand
  const value = Object.hasOwn(coding.fields, field.name) ? (coding.fields[field.name] ?? '') : ''
  const isMissing = field.required === true && value === '' && isAsked(field, turn)
  const world = fieldWorldOf(project)
  const place = `${coding.id} ${field.name}`
  const unfit = useWorkbench((state) => state.unfitAnswers.get(place))
  const suggestions = useSuggestions(inHand, field)
  const take = (written: string): Promise<boolean> =>
    save((state, stamp) =>
      setField(state, { sourceId: open.sourceId, codingId: coding.id, field: field.name, written }, stamp),
    )
  const unlike = alike.filter(({ fields }) => fields[field.name] !== value)
  const isWithoutChoices = (field.type === 'choice' || field.type === 'choices') && field.choices.length === 0
  const help = isWithoutChoices ? t('fields.noChoices') : field.help
  const notes = { label: field.label, help, missing: isMissing ? t('fields.missing') : null, onEnter }
  return (
    <div
      data-field={isMissing ? 'missing' : 'answered'}
      onKeyDownCapture={(event) => {
        if (event.key !== 'Enter' || !event.altKey || event.nativeEvent.isComposing) return
        event.preventDefault()
        event.stopPropagation()
        copy(event.target)
      }}
    >
      {field.type === 'choice' || field.type === 'yes-no' ? (
        <RadioField
          {...notes}
          value={value}
          choices={choicesOf(field, [value], t)}
          clearLabel={t('fields.clear', { field: field.label })}
          onChoose={take}
        />
      ) : field.type === 'choices' ? (
        <CheckField
          {...notes}
          values={valuesOf(value)}
          choices={choicesOf(field, valuesOf(value), t)}
          onChoose={(values) => take(answerOf(values))}
        />
      ) : (
        <EditableText
          {...notes}
          value={printField(field, value, world)}
          {...(suggestions === null ? {} : { suggestions })}
          {...(field.type === 'date' ? { placeholder: t('fields.dateForm') } : {})}
          check={(text) => {
            const parsed = parseField(field, text, world)
            return 'problem' in parsed ? t(`refusal.${parsed.problem}`, { text: text.trim() }) : null
          }}
          unfit={unfit}
          onUnfit={(text) => keepUnfit(text)}
          onSave={take}
        />
      )}
      {value !== '' && unlike.length > 0 && (
        <button type="button" className="field-copy" tabIndex={-1} onClick={(event) => copy(event.target)}>
          {t('fields.copy', { count: unlike.length })}
        </button>
      )}
    </div>
  )

  /** What is being typed is saved first: acts are carried out one after another. */
  function copy(control: EventTarget): void {
    if (control instanceof HTMLInputElement) {
      control.blur()
      control.focus()
    }
    const at = { sourceId: open.sourceId, from: coding.id, to: alike.map(({ id }) => id), field: field.name }
    void save((state, stamp) => copyAnswer(state, at, stamp))
  }

  /** Kept for when the coding is taken in hand again. */
  function keepUnfit(text: string | null): void {
    const { unfitAnswers } = desk.workbench.getState()
    if ((unfitAnswers.get(place) ?? null) === text) return
    const after = new Map(unfitAnswers)
    if (text === null) after.delete(place)
    else after.set(place, text)
    desk.workbench.setState({ unfitAnswers: after })
  }
}

/** What a field offers; also what was answered and is no choice any more, so that it is seen. */
function choicesOf(field: FieldDefinition, values: readonly string[], t: Translate): readonly Choice[] {
  const choices: readonly Choice[] =
    field.type === 'yes-no'
      ? [
          { value: 'yes', label: t('fields.yes'), key: 'y' },
          { value: 'no', label: t('fields.no'), key: 'n' },
        ]
      : field.choices
  const known = new Set(choices.map((choice) => choice.value))
  const strange = values.filter((value) => value !== '' && !known.has(value))
  return [...choices, ...strange.map((value) => ({ value, label: t('fields.notAChoice', { value }) }))]
}

/** What may be meant: the speakers of the source with the project's cases, or its sources. */
function useSuggestions({ project, open }: CodingInHand, field: FieldDefinition): readonly string[] | null {
  const { speakers } = open.reading
  const { cases, sources } = project
  // biome-ignore lint/correctness/useExhaustiveDependencies: of the project only cases and sources are asked
  return useMemo(() => {
    if (field.type === 'source') {
      const names = fieldWorldOf(project).sources
      return presentSources(project).flatMap(({ id }) => names.get(id) ?? [])
    }
    if (field.type !== 'speaker') return null
    return [...new Set([...speakers, ...[...cases.values()].map(({ name }) => name)])]
  }, [field.type, speakers, cases, sources])
}
