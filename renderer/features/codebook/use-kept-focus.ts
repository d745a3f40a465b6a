import { type MouseEvent, type PointerEvent, useRef } from 'react'
import { isControl } from './is-control.ts'

/**
 * A press on a code leaves the keyboard where it is, in the text above all: one goes on reading there.
 * The press itself cannot be held back, since then nothing could be dragged; so the focus is given
 * back when it is over. What is selected stays selected: nothing in the tree can be.
 */
export function useKeptFocus(): {
  readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void
  readonly onClick: (event: MouseEvent<HTMLElement>) => void
  readonly onDragEnd: () => void
} {
  const before = useRef<HTMLElement | null>(null)
  const giveBack = (): void => {
    const element = before.current
    before.current = null
    if (element?.isConnected) element.focus({ preventScroll: true })
  }
  return {
    onPointerDown: ({ button, target, currentTarget }) => {
      const { activeElement } = document
      const isElsewhere = activeElement instanceof HTMLElement && !currentTarget.contains(activeElement)
      before.current =
        button === 0 && !isControl(target) && isElsewhere && activeElement !== document.body ? activeElement : null
    },
    onClick: giveBack,
    onDragEnd: giveBack,
  }
}
