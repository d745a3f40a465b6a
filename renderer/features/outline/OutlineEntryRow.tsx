import { memo, type ReactNode } from 'react'
import { Icon } from '#renderer/ui/Icon.tsx'
import type { OutlineEntry } from './outline-of.ts'

/** One line of the outline. Drawn again only when something of it changes, not with every move of the reader. */
export const OutlineEntryRow = memo(function OutlineEntryRow(props: {
  readonly entry: OutlineEntry
  readonly index: number
  readonly count: number
  readonly top: number
  readonly isCurrent: boolean
  /** What is said of one in which a turn has a memo. */
  readonly memo: string | null
  readonly unnamed: string
  readonly comma: string
  readonly measure: (element: HTMLElement | null) => void
  readonly onGoTo: (offset: number) => void
}): ReactNode {
  const { entry, index, count, top, isCurrent, memo: memoWords, unnamed, comma, measure, onGoTo } = props
  return (
    <li
      className={isCurrent ? 'current' : ''}
      ref={measure}
      data-index={index}
      aria-setsize={count}
      aria-posinset={index + 1}
      style={{ transform: `translateY(${top}px)` }}
    >
      <button
        type="button"
        className="outline-entry"
        aria-current={isCurrent ? 'location' : undefined}
        onClick={() => onGoTo(entry.start)}
      >
        <span className="outline-number">{entry.exchange === null ? '·' : entry.exchange + 1}</span>
        <span className="outline-text">
          <span className="outline-speaker" dir="auto">
            {entry.speaker ?? unnamed}
            {entry.others.length > 0 && <span className="outline-others"> → {entry.others.join(comma)}</span>}
          </span>
          <span className="outline-words" dir="auto">
            {entry.words}
          </span>
        </span>
        {memoWords !== null && (
          <span className="memo-sign" title={memoWords}>
            <Icon name="memo" />
            <span className="unseen">{memoWords}</span>
          </span>
        )}
      </button>
    </li>
  )
})
