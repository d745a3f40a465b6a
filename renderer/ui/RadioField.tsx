import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { type Choice, choiceOfKey, keyOfChoice } from './choice-keys.ts'
import { describedBy, FieldFoot, type FieldNotes, MissingNote } from './FieldFrame.tsx'
import { IconButton } from './IconButton.tsx'

/** So long one may go on with the arrows before it counts as chosen. */
const PAUSE = 500

/**
 * One of several choices, all in view: chosen by a click, by its key, or by the arrows. It is saved
 * at once, after a pause with the arrows, and at the latest when the field is left. Backspace chooses none.
 */
export function RadioField(
  props: FieldNotes & {
    readonly label: string
    readonly value: string
    readonly choices: readonly Choice[]
    readonly clearLabel: string
    readonly onChoose: (value: string) => Promise<boolean>
    readonly onEnter?: () => void
  },
): ReactNode {
  const { label, value, choices, clearLabel, onChoose, onEnter } = props
  const [shown, setShown] = useState(value)
  const id = useId()
  const group = useRef<HTMLDivElement>(null)
  /** Shown, and not yet handed over. */
  const pending = useRef<{ readonly value: string; readonly timer: ReturnType<typeof setTimeout> } | null>(null)
  /** What was last saved or handed over: two keys in quick succession are two choices. */
  const last = useRef(value)
  const choose = useRef(onChoose)
  choose.current = onChoose
  useEffect(() => {
    last.current = value
    if (pending.current === null) setShown(value)
  }, [value])

  const handOver = (next: string): void => {
    if (pending.current !== null) clearTimeout(pending.current.timer)
    pending.current = null
    setShown(next)
    if (next === last.current) return
    last.current = next
    void choose.current(next).then((isTaken) => {
      if (isTaken) return
      last.current = value
      setShown(value)
    })
  }
  const handOverPending = (): void => {
    if (pending.current !== null) handOver(pending.current.value)
  }
  const latest = useRef(handOverPending)
  latest.current = handOverPending
  useEffect(() => () => latest.current(), [])

  const walk = (by: -1 | 1): void => {
    const at = choices.findIndex((choice) => choice.value === shown)
    const next = choices[at === -1 ? (by === 1 ? 0 : choices.length - 1) : (at + by + choices.length) % choices.length]
    if (next === undefined) return
    if (pending.current !== null) clearTimeout(pending.current.timer)
    pending.current = { value: next.value, timer: setTimeout(() => latest.current(), PAUSE) }
    setShown(next.value)
    group.current?.querySelectorAll('input')[choices.indexOf(next)]?.focus()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
    const chosen = event.key.length === 1 ? choiceOfKey(choices, event.key) : undefined
    if (chosen !== undefined) handOver(chosen.value)
    else if (event.key === 'Backspace' || event.key === 'Delete') handOver('')
    else if (event.key === 'ArrowDown' || event.key === 'ArrowRight') walk(1)
    else if (event.key === 'ArrowUp' || event.key === 'ArrowLeft') walk(-1)
    else if (event.key === 'Enter') {
      handOverPending()
      onEnter?.()
    } else return
    event.preventDefault()
  }
  return (
    <div
      ref={group}
      className="field"
      role="radiogroup"
      aria-labelledby={`${id}-label`}
      aria-describedby={describedBy(id, props)}
      onKeyDown={onKeyDown}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) handOverPending()
      }}
    >
      <span className="field-head">
        <span id={`${id}-label`} className="field-label">
          {label}
        </span>
        <MissingNote id={id} missing={props.missing ?? null} />
        {shown !== '' && <IconButton icon="close" isSkipped label={clearLabel} onClick={() => handOver('')} />}
      </span>
      <span className="answer-choices">
        {choices.map((choice, index) => (
          <label
            key={choice.value}
            className="answer-choice"
            // As it is pressed: leaving another field may move this one away before it is let go.
            onPointerDown={(event) => {
              if (event.button === 0) handOver(choice.value)
            }}
          >
            <input
              type="radio"
              name={id}
              value={choice.value}
              checked={shown === choice.value}
              aria-label={choice.label}
              aria-keyshortcuts={keyOfChoice(choice, index) ?? undefined}
              onChange={() => handOver(choice.value)}
            />
            <span>{choice.label}</span>
            <kbd>{keyOfChoice(choice, index)?.toUpperCase()}</kbd>
          </label>
        ))}
      </span>
      <FieldFoot id={id} help={props.help} problem={props.problem ?? null} />
    </div>
  )
}
