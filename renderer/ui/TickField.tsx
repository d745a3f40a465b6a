import { type ReactNode, useEffect, useState } from 'react'

/** A yes or no that is saved as it is ticked, and shows it at once. */
export function TickField(props: {
  readonly label: string
  readonly value: boolean
  readonly onTick: (value: boolean) => Promise<boolean>
}): ReactNode {
  const { label, value, onTick } = props
  const [shown, setShown] = useState(value)
  useEffect(() => setShown(value), [value])
  return (
    <label className="check">
      <input
        type="checkbox"
        checked={shown}
        onChange={(event) => {
          const next = event.target.checked
          setShown(next)
          void onTick(next).then((isTaken) => {
            if (!isTaken) setShown(value)
          })
        }}
      />
      {label}
    </label>
  )
}
