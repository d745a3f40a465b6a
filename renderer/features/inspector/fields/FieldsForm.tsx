import { type ReactNode, useMemo, useRef } from 'react'
import { setField } from '#renderer/commands/acts/set-field.ts'
import { sameInTurn } from '#renderer/commands/same-turn.ts'
import { useShell } from '#renderer/features/shell.ts'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { answersLeft, fieldsShown } from '#shared/codebook/fields-asked.ts'
import { rootOf } from '#shared/codebook/tree.ts'
import { codeList } from '#shared/journal/state.ts'
import { extentOf } from '#shared/model/segment.ts'
import { turnAt } from '#shared/transcript/units.ts'
import type { CodingInHand } from '../coding-in-hand.ts'
import { useSave } from '../use-save.ts'
import { FieldInput } from './FieldInput.tsx'
import { focusNextAnswer } from './focus-answer.ts'

/** What the family asks of the coding in hand. Enter goes from field to field, and behind the last one back to the text. */
export function FieldsForm({ inHand }: { readonly inHand: CodingInHand }): ReactNode {
  const { t, desk, run } = useShell()
  const save = useSave()
  const form = useRef<HTMLFieldSetElement>(null)
  const { project, open, coding, segment, code, family } = inHand
  const turn = turnAt(open.reading, extentOf(segment).start)
  const fields = family === null ? [] : fieldsShown(family, coding.fields, turn)
  const left = answersLeft(family, coding.fields)
  // biome-ignore lint/correctness/useExhaustiveDependencies: of the project only its marks are asked
  const alike = useMemo(() => sameInTurn(project, open.reading, coding), [project.marks, open.reading, coding])
  const root = rootOf(codeList(project), code.id)
  if (root === null || fields.length + left.length === 0) return null
  const goOn = (from: number): void => {
    if (form.current === null || !focusNextAnswer(form.current, from)) run('focus-transcript')
  }
  return (
    <fieldset className="form" data-pane="fields" ref={form} aria-label={t('fields.of', { family: root.name })}>
      <span className="fields-head">
        <span className="pane-subtitle">{t('fields.title')}</span>
        <IconButton
          icon="pencil"
          label={t('fields.edit', { family: root.name })}
          onClick={() => desk.workbench.setState({ dialog: { kind: 'family', codeId: root.id } })}
        />
      </span>
      {fields.map((field, index) => (
        <FieldInput
          key={field.name}
          inHand={inHand}
          field={field}
          turn={turn}
          alike={alike}
          onEnter={() => goOn(index)}
        />
      ))}
      <p className="hint fields-keys">{t('fields.keys')}</p>
      {left.map(([name, value]) => (
        <p key={name} className="field-left">
          <span>
            {t('fields.left', { name })} <q>{value}</q>
          </span>
          <IconButton
            icon="trash"
            label={t('fields.removeLeft', { name })}
            onClick={() =>
              void save((state, world) =>
                setField(state, { sourceId: open.sourceId, codingId: coding.id, field: name, written: '' }, world),
              )
            }
          />
        </p>
      ))}
    </fieldset>
  )
}
