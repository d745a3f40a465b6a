import { type ReactNode, useId, useState } from 'react'

/** A name for something new, with the button that makes it. A name that was refused stays, to be mended. */
export function NewNameField(props: {
  readonly label: string
  readonly action: string
  readonly onAdd: (name: string) => Promise<boolean>
}): ReactNode {
  const { label, action, onAdd } = props
  const [name, setName] = useState('')
  const id = useId()
  return (
    <form
      className="new-name"
      onSubmit={(event) => {
        event.preventDefault()
        void onAdd(name).then((isMade) => {
          if (isMade) setName('')
        })
      }}
    >
      <div className="field">
        <label htmlFor={id}>{label}</label>
        <input id={id} type="text" data-first value={name} onChange={(event) => setName(event.target.value)} />
      </div>
      <button type="submit">{action}</button>
    </form>
  )
}
