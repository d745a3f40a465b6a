import { type KeyboardEvent, memo, type ReactNode, useCallback, useMemo } from 'react'
import { turnMemoStarts } from '#renderer/commands/memo-subjects.ts'
import type { OpenSource } from '#renderer/commands/workbench.ts'
import { useProject, useShell, useWorkbench } from '#renderer/features/shell.ts'
import { Icon } from '#renderer/ui/Icon.tsx'
import { partition } from '#shared/text/partition.ts'
import { entriesWithMemo, type OutlineEntry, outlineOf } from './outline-of.ts'

/** The exchanges and what stands outside of them, to jump by. */
export function Outline(): ReactNode {
  const { t } = useShell()
  const open = useWorkbench((state) => state.open)
  return (
    <nav className="pane outline" aria-label={t('outline.title')} data-pane="outline">
      <h2 className="pane-title">{t('outline.title')}</h2>
      {open === null ? <p className="hint">{t('outline.empty')}</p> : <OutlineList open={open} />}
    </nav>
  )
}

function OutlineList({ open }: { readonly open: OpenSource }): ReactNode {
  const { t, desk, run } = useShell()
  const { turns, speakers, exchanges, warnings } = open.reading
  const readingOn = useWorkbench((state) => state.readingOn)
  const entries = useMemo(() => outlineOf(open.reading), [open])
  const memos = useProject(({ state }) => state.memos)
  const withMemo = useMemo(
    () => entriesWithMemo(entries, turns, memos === null ? [] : turnMemoStarts({ memos }, open.sourceId)),
    [entries, turns, memos, open.sourceId],
  )
  const current = useWorkbench(({ lookingAt }) =>
    Math.max(0, partition(entries.length, (k) => (turns[entries[k]?.turn ?? 0]?.span.start ?? 0) <= lookingAt) - 1),
  )
  const goTo = useCallback(
    (offset: number): void => {
      desk.transcript.current?.goTo(offset)
      desk.transcript.current?.focus()
    },
    [desk],
  )
  const doubts = warnings.length > 0 && readingOn && (
    <button type="button" className="outline-doubts" onClick={() => run('review-reading')}>
      {t('review.doubts', { count: warnings.length })}
    </button>
  )
  if (entries.length === 0) {
    return (
      <>
        <p className="hint">{t('outline.noTurns')}</p>
        {doubts}
      </>
    )
  }
  return (
    <>
      <p className="pane-note">
        {t('outline.summary', { turns: turns.length, speakers: speakers.length, exchanges: exchanges.length })}
      </p>
      {doubts}
      <ol className="outline-list" onKeyDown={moveFocus}>
        {entries.map((entry, index) => (
          <Entry
            key={entry.turn}
            entry={entry}
            isCurrent={index === current}
            memo={withMemo.has(index) ? t('memo.hasMemo') : null}
            unnamed={t('reading.unnamed')}
            comma={t('common.listComma')}
            onGoTo={goTo}
          />
        ))}
      </ol>
    </>
  )
}

/** Drawn again only when it becomes or ceases to be where the reader is: there may be thousands. */
const Entry = memo(function Entry(props: {
  readonly entry: OutlineEntry
  readonly isCurrent: boolean
  /** What is said of one in which a turn has a memo. */
  readonly memo: string | null
  readonly unnamed: string
  readonly comma: string
  readonly onGoTo: (offset: number) => void
}): ReactNode {
  const { entry, isCurrent, memo: memoWords, unnamed, comma, onGoTo } = props
  return (
    <li className={isCurrent ? 'current' : ''}>
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

/** Arrow keys move between the entries, as in any list one jumps by. */
function moveFocus(event: KeyboardEvent<HTMLOListElement>): void {
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (by === 0) return
  const buttons = [...event.currentTarget.querySelectorAll('button')]
  const next = buttons[buttons.indexOf(document.activeElement as HTMLButtonElement) + by]
  if (next === undefined) return
  event.preventDefault()
  next.focus()
}
