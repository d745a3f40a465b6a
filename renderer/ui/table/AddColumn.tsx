import { type ReactNode, useState } from 'react'
import { Icon } from '../Icon.tsx'

/** Adds an empty column to a table; the name stays where it is not taken. */
export function AddColumn(props: {
  readonly nameLabel: string
  readonly addLabel: string
  readonly onAdd: (name: string) => boolean
}): ReactNode {
  const { nameLabel, addLabel, onAdd } = props
  const [name, setName] = useState('')
  return (
    <form
      className="variables-add"
      onSubmit={(event) => {
        event.preventDefault()
        if (onAdd(name.trim())) setName('')
      }}
      onKeyDown={(event) => {
        // Enter adds here; it does not go to the next row.
        event.stopPropagation()
        if (event.key !== 'Escape' || event.nativeEvent.isComposing || name === '') return
        event.preventDefault()
        setName('')
      }}
    >
      <input
        type="text"
        aria-label={nameLabel}
        placeholder={nameLabel}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <button type="submit" className="icon-button" aria-label={addLabel} title={addLabel}>
        <Icon name="plus" />
      </button>
    </form>
  )
}
