import { type ReactNode, useEffect, useId, useRef } from 'react'
import { IconButton } from './IconButton.tsx'

/** What can have the keyboard below the head of a dialog. */
const CONTROLS = '.dialog-head ~ * :is(input, select, textarea, button):not(:disabled, [tabindex="-1"])'

/**
 * A dialog in front of everything. The browser's own modal dialog does the work: it holds the
 * focus, makes the rest inert, closes on Escape and gives the focus back.
 */
export function Dialog(props: {
  readonly title: string
  readonly closeLabel: string
  readonly size?: 'small' | 'medium' | 'large' | 'full'
  readonly isAlert?: boolean
  readonly onClose: () => void
  readonly children: ReactNode
}): ReactNode {
  const { title, closeLabel, size = 'medium', isAlert = false, onClose, children } = props
  const element = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => {
    const dialog = element.current
    if (dialog !== null && !dialog.open) {
      dialog.showModal()
      // The browser would begin with the button that closes it.
      const first = dialog.querySelector<HTMLElement>('[data-first]') ?? dialog.querySelector<HTMLElement>(CONTROLS)
      first?.focus()
    }
    return () => dialog?.close()
  }, [])
  return (
    <dialog
      ref={element}
      className={`dialog ${size}`}
      role={isAlert ? 'alertdialog' : undefined}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onPointerDown={(event) => {
        if (event.target === element.current) onClose()
      }}
    >
      <div className="dialog-frame">
        <header className="dialog-head">
          <h2 id={titleId}>{title}</h2>
          <IconButton icon="close" label={closeLabel} onClick={onClose} />
        </header>
        {children}
      </div>
    </dialog>
  )
}
