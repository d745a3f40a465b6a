import { type ReactNode, useState } from 'react'
import { useShell } from '#renderer/features/shell.ts'
import { Icon } from '#renderer/ui/Icon.tsx'

/** Adds an empty column to the table; the name stays where it is not taken. */
export function AddVariable({ onAdd }: { readonly onAdd: (name: string) => boolean }): ReactNode {
  const { t } = useShell()
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
        aria-label={t('variables.name')}
        placeholder={t('variables.name')}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <button type="submit" className="icon-button" aria-label={t('variables.add')} title={t('variables.add')}>
        <Icon name="plus" />
      </button>
    </form>
  )
}
