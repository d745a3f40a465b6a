import type { ReactNode } from 'react'

/** Chooses among things that all belong by default; `null` stands for all, so that what comes later is in as well. */
export function CheckList<Id extends string>(props: {
  readonly title: string
  readonly allLabel: string
  readonly items: readonly { readonly id: Id; readonly label: string; readonly depth: number }[]
  readonly chosen: readonly Id[] | null
  readonly onChange: (chosen: readonly Id[] | null) => void
}): ReactNode {
  const { title, allLabel, items, chosen, onChange } = props
  const toggle = (id: Id, isOn: boolean): void => {
    const now = chosen ?? items.map((item) => item.id)
    const next = items.map((item) => item.id).filter((other) => (other === id ? isOn : now.includes(other)))
    onChange(next.length === items.length ? null : next)
  }
  return (
    <fieldset className="check-list">
      <legend>{title}</legend>
      <label className="check">
        <input
          type="checkbox"
          checked={chosen === null}
          ref={(input) => {
            if (input !== null) input.indeterminate = chosen !== null && chosen.length > 0
          }}
          onChange={(event) => onChange(event.target.checked ? null : [])}
        />
        <span>{allLabel}</span>
      </label>
      <div className="check-list-items">
        {items.map(({ id, label, depth }) => (
          <label key={id} className="check" style={{ paddingInlineStart: `${depth * 14}px` }}>
            <input
              type="checkbox"
              checked={chosen === null || chosen.includes(id)}
              onChange={(event) => toggle(id, event.target.checked)}
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
