import { type ReactNode, useEffect, useRef, useState } from 'react'

/**
 * Holds what is typed until it is left; an undo that comes from elsewhere shows at once. Escape
 * takes back what was typed. A cell that goes away with its table saves what it holds.
 */
export function Cell(props: {
  readonly label: string
  readonly value: string
  /** Resolves when the value is saved or refused: from then on the cell shows what is kept. */
  readonly onSave: (value: string) => Promise<void>
  readonly onPaste?: (text: string) => boolean
}): ReactNode {
  const { label, value, onSave, onPaste } = props
  const [typed, setTyped] = useState<string | null>(null)
  const unsaved = useRef<string | null>(null)
  const hold = (text: string | null): void => {
    unsaved.current = text
    setTyped(text)
  }
  const save = async (): Promise<void> => {
    const text = unsaved.current
    if (text === null) return
    unsaved.current = null
    if (text.trim() !== value) await onSave(text)
    // Somebody may have come back and typed on.
    if (unsaved.current === null) setTyped(null)
  }
  const latest = useRef(save)
  useEffect(() => {
    latest.current = save
  })
  useEffect(() => () => void latest.current(), [])
  return (
    <input
      type="text"
      aria-label={label}
      value={typed ?? value}
      onChange={(event) => hold(event.target.value)}
      onBlur={() => void save()}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Enter') void save()
        // What was not changed is left to the dialog, which closes.
        if (event.key !== 'Escape' || unsaved.current === null || unsaved.current === value) return
        event.preventDefault()
        event.stopPropagation()
        hold(null)
      }}
      onPaste={(event) => {
        if (onPaste?.(event.clipboardData.getData('text/plain')) !== true) return
        event.preventDefault()
        hold(null)
      }}
    />
  )
}
