import { type ReactNode, useLayoutEffect, useRef } from 'react'
import { Icon } from './Icon.tsx'

/** How far something has come that goes on beside other work, and the way to stop it. */
export function ProgressBar(props: {
  readonly label: string
  readonly words: string
  readonly done: number
  /** 0 while it is not known how much there is. */
  readonly count: number
  /** What is being done just now, or empty. */
  readonly detail: string
  readonly stopLabel: string
  /** `null` where it cannot be stopped, or is stopping already. */
  readonly onStop: (() => void) | null
  /** Called as it goes with the keyboard on it, which then belongs to nothing. */
  readonly onGone: () => void
}): ReactNode {
  const { label, words, done, count, detail, stopLabel, onStop } = props
  const isKnown = count > 0
  const button = useRef<HTMLButtonElement>(null)
  const gone = useRef(props.onGone)
  gone.current = props.onGone
  useLayoutEffect(() => {
    const kept = button.current
    return () => {
      // Not while the page is being written.
      if (kept !== null && kept === document.activeElement) queueMicrotask(() => gone.current())
    }
  }, [])
  return (
    <section className="progress-bar" aria-label={label}>
      <div
        className="progress-measure"
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={isKnown ? count : undefined}
        aria-valuenow={isKnown ? done : undefined}
        aria-valuetext={words}
      >
        <progress {...(isKnown ? { max: count, value: done } : {})} aria-hidden="true" />
      </div>
      <span className="progress-count">{words}</span>
      <span className="progress-detail">{detail}</span>
      {/* One that is disabled would lose the keyboard. */}
      <button ref={button} type="button" aria-disabled={onStop === null} onClick={() => onStop?.()}>
        <Icon name="close" />
        {stopLabel}
      </button>
    </section>
  )
}
