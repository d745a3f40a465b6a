import { type ReactNode, useEffect, useRef, useState } from 'react'

/** A name for something new: Enter makes it, Escape lets it be. A name that was refused stays, to be mended. */
export function NewCodeField(props: {
  readonly label: string
  readonly onAdd: (name: string) => Promise<boolean>
  readonly onCancel: () => void
}): ReactNode {
  const [name, setName] = useState('')
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => input.current?.focus(), [])
  return (
    <input
      ref={input}
      type="text"
      className="new-code"
      aria-label={props.label}
      placeholder={props.label}
      value={name}
      onChange={(event) => setName(event.target.value)}
      onBlur={() => {
        if (name.trim() === '') props.onCancel()
      }}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        event.stopPropagation()
        if (event.key === 'Enter') void props.onAdd(name)
        else if (event.key === 'Escape') props.onCancel()
      }}
    />
  )
}
