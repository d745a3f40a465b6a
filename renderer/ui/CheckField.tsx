import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { type Choice, choiceOfKey, keyOfChoice } from './choice-keys.ts'
import { describedBy, FieldFoot, type FieldNotes, MissingNote } from './FieldFrame.tsx'

/**
 * Any number of several choices, all in view. It is one stop for Tab: the arrows go from choice to
 * choice, a choice's key or Space puts it in or takes it out, Backspace takes out all. Saved at once.
 */
export function CheckField(
  props: FieldNotes & {
    readonly label: string
    readonly values: readonly string[]
    readonly choices: readonly Choice[]
    readonly onChoose: (values: readonly string[]) => Promise<boolean>
    readonly onEnter?: () => void
  },
): ReactNode {
  const { label, values, choices, onChoose, onEnter } = props
  const [shown, setShown] = useState(values)
  const [active, setActive] = useState(0)
  const id = useId()
  const group = useRef<HTMLFieldSetElement>(null)
  const key = values.join('\n')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the values as such count, not their list
  useEffect(() => setShown(values), [key])

  const handOver = (next: readonly string[]): void => {
    setShown(next)
    void onChoose(next).then((isTaken) => {
      if (!isTaken) setShown(values)
    })
  }
  const toggle = (value: string): void =>
    handOver(shown.includes(value) ? shown.filter((one) => one !== value) : [...shown, value])
  const walk = (by: -1 | 1): void => {
    const next = (active + by + choices.length) % choices.length
    setActive(next)
    group.current?.querySelectorAll('input')[next]?.focus()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
    const chosen = event.key.length === 1 ? choiceOfKey(choices, event.key) : undefined
    if (chosen !== undefined) toggle(chosen.value)
    else if (event.key === 'Backspace' || event.key === 'Delete') {
      if (shown.length > 0) handOver([])
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowRight') walk(1)
    else if (event.key === 'ArrowUp' || event.key === 'ArrowLeft') walk(-1)
    else if (event.key === 'Enter') onEnter?.()
    else return
    event.preventDefault()
  }
  return (
    <fieldset
      ref={group}
      className="field"
      aria-labelledby={`${id}-label`}
      aria-describedby={describedBy(id, props)}
      onKeyDown={onKeyDown}
    >
      <span className="field-head">
        <span id={`${id}-label`} className="field-label">
          {label}
        </span>
        <MissingNote id={id} missing={props.missing ?? null} />
      </span>
      <span className="answer-choices">
        {choices.map((choice, index) => (
          <label key={choice.value} className="answer-choice">
            <input
              type="checkbox"
              checked={shown.includes(choice.value)}
              tabIndex={index === Math.min(active, choices.length - 1) ? 0 : -1}
              aria-label={choice.label}
              aria-keyshortcuts={keyOfChoice(choice, index) ?? undefined}
              onFocus={() => setActive(index)}
              onChange={() => toggle(choice.value)}
            />
            <span>{choice.label}</span>
            <kbd>{keyOfChoice(choice, index)?.toUpperCase()}</kbd>
          </label>
        ))}
      </span>
      <FieldFoot id={id} help={props.help} problem={props.problem ?? null} />
    </fieldset>
  )
}
