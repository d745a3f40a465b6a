import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { describedBy, FieldFoot, MissingNote } from './FieldFrame.tsx'

/** Pause in typing after which a text is saved of its own accord. */
const PAUSE = 900
/** Whoever types without a pause is saved after so long all the same. */
const LONGEST = 3000
/** What was saved comes back as the field's value within a frame or two. */
const COMES_BACK = 200

/**
 * A text that is saved as it is left, with Enter, or after a pause in typing. `onSave` answers
 * whether the text was taken; one that was refused stays in the field, marked, so that nothing that
 * was typed is lost. Escape brings back what was saved.
 */
export function EditableText(props: {
  readonly label: string
  readonly value: string
  readonly onSave: (text: string) => Promise<boolean>
  readonly rows?: number
  readonly placeholder?: string
  readonly suggestions?: readonly string[]
  readonly savesWhileTyping?: boolean
  readonly maxLength?: number
  /** Says in words why a text cannot be taken, or null. */
  readonly check?: (text: string) => string | null
  /** What stood here and could not be taken when the field was last on the screen. */
  readonly unfit?: string | undefined
  /** Told of a text that cannot be taken, and with null when there is none any more. */
  readonly onUnfit?: (text: string | null) => void
  /** Enter was pressed, and what stands here is taken. */
  readonly onEnter?: () => void
  readonly help?: string | undefined
  readonly missing?: string | null
}): ReactNode {
  const { label, value, onSave, rows, placeholder, suggestions, savesWhileTyping = false, maxLength } = props
  const { check, unfit, onUnfit, onEnter, help, missing = null } = props
  const [draft, setDraft] = useState(unfit ?? value)
  const [isRefused, setRefused] = useState(false)
  const [problem, setProblem] = useState(() => (unfit === undefined ? null : (check?.(unfit) ?? null)))
  const id = useId()
  const saved = useRef(value)
  /** What this field has handed over to be saved and has not seen come back. */
  const own = useRef<string | null>(null)
  const latest = useRef({ draft, onSave, check, onUnfit })
  latest.current = { draft, onSave, check, onUnfit }

  // What was saved elsewhere (by undo, say) replaces what stands here, unless something was typed since.
  useEffect(() => {
    const before = saved.current
    saved.current = value
    setRefused(false)
    // What comes back is this field's own text, and more may have been typed or deleted since.
    if (own.current === value) own.current = null
    else setDraft((typed) => (typed === before ? value : typed))
  }, [value])

  /** Answers whether what stands here can be taken, as far as that is known at once. */
  const fits = (): boolean => {
    const { draft: text, check: problemOf, onUnfit: tell } = latest.current
    const why = text === saved.current ? null : (problemOf?.(text) ?? null)
    setProblem(why)
    tell?.(why === null ? null : text)
    return why === null
  }
  const save = async (): Promise<void> => {
    const { draft: text, onSave: take } = latest.current
    if (!fits() || text === saved.current || text === own.current) return
    own.current = text
    const isTaken = await take(text)
    setRefused(!isTaken)
    // By then it has come back, or never will: it was refused, or is kept in another form.
    setTimeout(() => {
      if (own.current === text) own.current = null
      if (isTaken && !savesWhileTyping) setDraft((typed) => (typed === text ? saved.current : typed))
    }, COMES_BACK)
  }
  const typingSince = useRef<number | null>(null)
  const saveLatest = useRef(save)
  saveLatest.current = save

  // `value` too: what was undone in the field while its saving was under way is to be saved as well.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    if (!savesWhileTyping || draft === saved.current) {
      typingSince.current = null
      return undefined
    }
    typingSince.current ??= Date.now()
    const left = LONGEST - (Date.now() - typingSince.current)
    const timer = setTimeout(
      () => {
        typingSince.current = null
        void saveLatest.current()
      },
      Math.max(0, Math.min(PAUSE, left)),
    )
    return () => clearTimeout(timer)
  }, [draft, savesWhileTyping, value])
  // The field may go away before it is left: by a click that shows something else.
  useEffect(() => () => void saveLatest.current(), [])

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape' && draft !== saved.current) {
      event.stopPropagation()
      event.preventDefault()
      setDraft(saved.current)
      setRefused(false)
      setProblem(null)
      onUnfit?.(null)
    } else if (event.key === 'Enter' && rows === undefined) {
      event.preventDefault()
      const isTaken = fits()
      void save()
      if (isTaken) onEnter?.()
    }
  }
  const shared = {
    id,
    value: draft,
    placeholder,
    maxLength,
    'aria-invalid': isRefused || problem !== null,
    'aria-describedby': describedBy(id, { help, problem, missing }),
    onKeyDown,
    onBlur: () => void save(),
  }
  return (
    <div className="field">
      <span className="field-head">
        <label htmlFor={id}>{label}</label>
        <MissingNote id={id} missing={missing} />
      </span>
      {rows === undefined ? (
        <input
          {...shared}
          type="text"
          list={suggestions === undefined ? undefined : `${id}-list`}
          onChange={(event) => setDraft(event.target.value)}
        />
      ) : (
        <textarea {...shared} rows={rows} onChange={(event) => setDraft(event.target.value)} />
      )}
      {suggestions !== undefined && (
        <datalist id={`${id}-list`}>
          {suggestions.map((suggestion) => (
            <option key={suggestion} value={suggestion} />
          ))}
        </datalist>
      )}
      <FieldFoot id={id} help={help} problem={problem} />
    </div>
  )
}
