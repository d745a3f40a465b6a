import type { ReactNode } from 'react'
import { Icon, type IconName } from './Icon.tsx'

/** A button that shows a picture and says its name to whoever cannot see it, and to the pointer that rests on it. */
export function IconButton(props: {
  readonly icon: IconName
  readonly label: string
  readonly onClick: () => void
  readonly isDisabled?: boolean
  readonly isPressed?: boolean
}): ReactNode {
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={props.label}
      aria-pressed={props.isPressed}
      title={props.label}
      disabled={props.isDisabled ?? false}
      onClick={props.onClick}
    >
      <Icon name={props.icon} />
    </button>
  )
}
