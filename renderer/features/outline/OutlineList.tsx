import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { type FocusEvent, type KeyboardEvent, type ReactNode, useCallback, useEffect, useRef, useState } from 'react'
import { useShell } from '#renderer/features/shell.ts'
import { usePassingRows } from '#renderer/ui/passing-rows.ts'
import { OutlineEntryRow } from './OutlineEntryRow.tsx'
import type { OutlineEntry } from './outline-of.ts'

/** Two lines of words below a name; each row says its own height once it is drawn. */
const ROW = 66
/** Rows beyond the visible ones that stand ready on both sides. */
const READY = 12
/** The list is drawn before its height is known. */
const FIRST_HEIGHT = 800

/**
 * The entries, to jump by. Only those near the visible ones are drawn, the one where the reader is and the one
 * that has the keyboard; a long source has many thousands.
 */
export function OutlineList(props: {
  readonly entries: readonly OutlineEntry[]
  /** Where the reader is. */
  readonly current: number
  /** Those in which a turn has a memo. */
  readonly withMemo: ReadonlySet<number>
}): ReactNode {
  const { entries, current, withMemo } = props
  const { t, desk } = useShell()
  const scroller = useRef<HTMLDivElement>(null)
  const [focused, setFocused] = useState<number | null>(null)
  /** The row that is to get the keyboard once it is drawn. */
  const wanted = useRef<number | null>(null)
  // A correction moves entries up or down the list: each keeps its height wherever it stands.
  const keyOf = useCallback((index: number) => entries[index]?.start ?? index, [entries])
  const virtualizer = useVirtualizer({
    count: entries.length,
    getItemKey: keyOf,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: READY,
    initialRect: { width: 0, height: FIRST_HEIGHT },
    rangeExtractor: (range) => {
      const indexes = new Set(defaultRangeExtractor(range))
      for (const kept of [current, focused]) if (kept !== null && kept < entries.length) indexes.add(kept)
      return [...indexes].sort((a, b) => a - b)
    },
  })
  usePassingRows(virtualizer)
  const buttonAt = (index: number): HTMLElement | null =>
    scroller.current?.querySelector<HTMLElement>(`[data-index="${index}"] > button`) ?? null
  useEffect(() => {
    const button = wanted.current === null ? null : buttonAt(wanted.current)
    if (button === null) return
    wanted.current = null
    button.focus({ preventScroll: true })
  })
  const goTo = useCallback(
    (offset: number): void => {
      desk.transcript.current?.goTo(offset)
      desk.transcript.current?.focus()
    },
    [desk],
  )
  /** Arrow keys move between the entries, as in any list one jumps by. */
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const next = (focused ?? -1) + by
    if (by === 0 || focused === null || next < 0 || next >= entries.length) return
    event.preventDefault()
    wanted.current = next
    setFocused(next)
    virtualizer.scrollToIndex(next)
  }
  const onFocus = ({ target }: FocusEvent): void => {
    const index = target.closest<HTMLElement>('[data-index]')?.dataset['index']
    setFocused(index === undefined ? null : Number(index))
  }
  const unnamed = t('reading.unnamed')
  const comma = t('common.listComma')
  const memo = t('memo.hasMemo')
  return (
    <div className="outline-scroller" ref={scroller}>
      <ol
        className="outline-list"
        style={{ height: virtualizer.getTotalSize() }}
        onKeyDown={onKeyDown}
        onFocus={onFocus}
        onBlur={() => setFocused(null)}
      >
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const entry = entries[index]
          return entry === undefined ? null : (
            <OutlineEntryRow
              key={entry.start}
              entry={entry}
              index={index}
              count={entries.length}
              top={start}
              isCurrent={index === current}
              memo={withMemo.has(index) ? memo : null}
              unnamed={unnamed}
              comma={comma}
              measure={virtualizer.measureElement}
              onGoTo={goTo}
            />
          )
        })}
      </ol>
    </div>
  )
}
