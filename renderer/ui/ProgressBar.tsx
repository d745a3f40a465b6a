import type { ReactNode } from 'react'
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
}): ReactNode {
  const { label, words, done, count, detail, stopLabel, onStop } = props
  const isKnown = count > 0
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
      <button type="button" disabled={onStop === null} onClick={() => onStop?.()}>
        <Icon name="close" />
        {stopLabel}
      </button>
    </section>
  )
}
