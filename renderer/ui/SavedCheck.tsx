import { type CSSProperties, type ReactNode, useEffect, useState } from 'react'

/** A box with its label, saved as it is ticked. It shows what was chosen at once, not only when it is saved. */
export function SavedCheck(props: {
  readonly isChecked: boolean
  readonly className?: string
  readonly style?: CSSProperties
  /** What is said of the box. */
  readonly children: ReactNode
  readonly onChoose: (isChecked: boolean) => Promise<boolean>
}): ReactNode {
  const { isChecked, className, style, children, onChoose } = props
  const [shown, setShown] = useState(isChecked)
  useEffect(() => setShown(isChecked), [isChecked])
  return (
    <label className={className} style={style}>
      <input
        type="checkbox"
        checked={shown}
        onChange={(event) => {
          const next = event.target.checked
          setShown(next)
          void onChoose(next).then((isTaken) => {
            if (!isTaken) setShown(isChecked)
          })
        }}
      />
      {children}
    </label>
  )
}
