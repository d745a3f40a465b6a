import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useMemo, useRef } from 'react'

/** A line of the list, in CSS pixels, before it is measured. */
const LINE = 22

/** So many lines are there beyond those in view: what a list of a common length has is all there, to be found and tabbed to. */
const AROUND = 60

/** Chooses among things that all belong by default; `null` stands for all, so that what comes later is in as well. */
export function CheckList<Id extends string>(props: {
  readonly title: string
  readonly allLabel: string
  readonly items: readonly { readonly id: Id; readonly label: string; readonly depth: number }[]
  readonly chosen: readonly Id[] | null
  readonly onChange: (chosen: readonly Id[] | null) => void
}): ReactNode {
  const { title, allLabel, items, chosen, onChange } = props
  const scroller = useRef<HTMLDivElement>(null)
  const within = useMemo(() => new Set(chosen), [chosen])
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE,
    getItemKey: (index) => items[index]?.id ?? index,
    overscan: AROUND,
  })
  const toggle = (id: Id, isOn: boolean): void => {
    const next = items
      .map((item) => item.id)
      .filter((other) => (other === id ? isOn : chosen === null || within.has(other)))
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
      <div className="check-list-items" ref={scroller}>
        <div className="check-list-lines" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, key, start }) => {
            const item = items[index]
            return item === undefined ? null : (
              <label
                key={key}
                ref={virtual.measureElement}
                data-index={index}
                className="check"
                style={{ transform: `translateY(${start}px)`, paddingInlineStart: `${item.depth * 14}px` }}
              >
                <input
                  type="checkbox"
                  checked={chosen === null || within.has(item.id)}
                  onChange={(event) => toggle(item.id, event.target.checked)}
                />
                <span>{item.label}</span>
              </label>
            )
          })}
        </div>
      </div>
    </fieldset>
  )
}
