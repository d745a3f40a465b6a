import { type ReactNode, useMemo } from 'react'
import { turnMemoStarts } from '#renderer/commands/memo-subjects.ts'
import type { OpenSource } from '#renderer/commands/workbench.ts'
import { useProject, useShell, useWorkbench } from '#renderer/features/shell.ts'
import { partition } from '#shared/text/partition.ts'
import { OutlineList } from './OutlineList.tsx'
import { entriesWithMemo, outlineOf } from './outline-of.ts'

/** The exchanges and what stands outside of them, to jump by. */
export function Outline(): ReactNode {
  const { t } = useShell()
  const open = useWorkbench((state) => state.open)
  return (
    <nav className="pane outline" aria-label={t('outline.title')} data-pane="outline">
      <h2 className="pane-title">{t('outline.title')}</h2>
      {open === null ? <p className="hint">{t('outline.empty')}</p> : <OutlineOf key={open.sourceId} open={open} />}
    </nav>
  )
}

function OutlineOf({ open }: { readonly open: OpenSource }): ReactNode {
  const { t, run } = useShell()
  const { turns, speakers, exchanges, warnings } = open.reading
  const readingOn = useWorkbench((state) => state.readingOn)
  const entries = useMemo(() => outlineOf(open.reading), [open.reading])
  const memos = useProject(({ state }) => state.memos)
  const withMemo = useMemo(
    () => entriesWithMemo(entries, turns, memos === null ? [] : turnMemoStarts({ memos }, open.sourceId)),
    [entries, turns, memos, open.sourceId],
  )
  const current = useWorkbench(({ lookingAt }) =>
    Math.max(0, partition(entries.length, (k) => (turns[entries[k]?.turn ?? 0]?.span.start ?? 0) <= lookingAt) - 1),
  )
  return (
    <>
      {entries.length === 0 ? (
        <p className="hint">{t('outline.noTurns')}</p>
      ) : (
        <p className="pane-note">
          {t('outline.summary', { turns: turns.length, speakers: speakers.length, exchanges: exchanges.length })}
        </p>
      )}
      {warnings.length > 0 && readingOn && (
        <button type="button" className="outline-doubts" onClick={() => run('review-reading')}>
          {t('review.doubts', { count: warnings.length })}
        </button>
      )}
      {entries.length > 0 && <OutlineList entries={entries} current={current} withMemo={withMemo} />}
    </>
  )
}
