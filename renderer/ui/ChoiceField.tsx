import { type ReactNode, useEffect, useId, useState } from 'react'

/**
 * A choice that is saved as it is made. It shows what was chosen at once, not only when it is saved,
 * so that two presses of an arrow key are two steps.
 */
export function ChoiceField(props: {
  readonly label: string
  readonly value: string
  readonly choices: readonly { readonly value: string; readonly label: string; readonly isDisabled?: boolean }[]
  readonly onChoose: (value: string) => Promise<boolean>
}): ReactNode {
  const { label, value, choices, onChoose } = props
  const [shown, setShown] = useState(value)
  const id = useId()
  useEffect(() => setShown(value), [value])
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={shown}
        onChange={(event) => {
          const next = event.target.value
          setShown(next)
          void onChoose(next).then((isTaken) => {
            if (!isTaken) setShown(value)
          })
        }}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value} disabled={choice.isDisabled}>
            {choice.label}
          </option>
        ))}
      </select>
    </div>
  )
}
