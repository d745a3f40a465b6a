import { type ReactNode, useId, useRef, useState } from 'react'
import { useShell } from '#renderer/features/shell.ts'
import { LIBRARY_COLUMNS, type LibraryColumn } from '#shared/sources/library-rows.ts'
import { withColumn } from './library-settings.ts'

/** Chooses which columns the library shows: its own, and the variables of the documents. */
export function ColumnChooser(props: {
  readonly columns: readonly LibraryColumn[]
  readonly variables: readonly string[]
  readonly onChange: (columns: readonly LibraryColumn[]) => void
}): ReactNode {
  const { columns, variables, onChange } = props
  const { t } = useShell()
  const [isOpen, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const id = useId()
  const check = (column: LibraryColumn, label: string): ReactNode => (
    <label key={column} className="check">
      <input
        type="checkbox"
        checked={columns.includes(column)}
        onChange={(event) => onChange(withColumn(columns, column, event.target.checked))}
      />
      <span>{label}</span>
    </label>
  )
  return (
    // Leaving it by Tab or by a click elsewhere closes it.
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys and the focus are those of what stands in it
    <div
      className="column-chooser"
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false)
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isOpen) return
        event.preventDefault()
        event.stopPropagation()
        setOpen(false)
        button.current?.focus()
      }}
    >
      <button
        type="button"
        ref={button}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        {t('library.columns')}
      </button>
      {isOpen && (
        // What is clicked between the boxes must not take the focus out of it.
        <fieldset id={id} className="menu" tabIndex={-1}>
          <legend className="unseen">{t('library.columns')}</legend>
          {LIBRARY_COLUMNS.filter((one) => one !== 'name').map((one) => check(one, t(`library.column.${one}`)))}
          {variables.length > 0 && <div className="menu-line" />}
          {variables.map((name) => check(`variable:${name}`, name))}
        </fieldset>
      )}
    </div>
  )
}
