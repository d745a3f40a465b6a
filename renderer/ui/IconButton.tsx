import type { ReactNode } from 'react'
import { Icon, type IconName } from './Icon.tsx'

/** A button that shows a picture and says its name to whoever cannot see it, and to the pointer that rests on it. */
export function IconButton(props: {
  readonly icon: IconName
  readonly label: string
  readonly onClick: () => void
  readonly isDisabled?: boolean
  /** Left out by Tab, where a key of the list it stands in does the same. */
  readonly isSkipped?: boolean
}): ReactNode {
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={props.label}
      tabIndex={props.isSkipped === true ? -1 : undefined}
      title={props.label}
      disabled={props.isDisabled ?? false}
      onClick={props.onClick}
    >
      <Icon name={props.icon} />
    </button>
  )
}
