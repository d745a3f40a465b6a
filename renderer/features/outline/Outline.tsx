import { type KeyboardEvent, type ReactNode, useMemo } from 'react'
import type { OpenSource } from '#renderer/commands/workbench.ts'
import { useShell, useWorkbench } from '#renderer/features/shell.ts'
import type { Turn } from '#shared/transcript/reading.ts'
import { speechOf } from '#shared/transcript/units.ts'
import { type OutlineEntry, outlineOf } from './outline-of.ts'

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
  const { t, desk } = useShell()
  const cursor = useWorkbench((state) => state.cursor)
  const entries = useMemo(() => outlineOf(open.recognised), [open])
  const { turns } = open.recognised
  const current = entries.findLastIndex((entry) => (turns[entry.turns[0] ?? 0]?.span.start ?? 0) <= cursor)
  const goTo = (turn: Turn | undefined): void => {
    if (turn === undefined) return
    desk.transcript.current?.goTo(speechOf(open.recognised, turn)?.start ?? turn.span.start)
    desk.transcript.current?.focus()
  }
  if (entries.length === 0) return <p className="hint">{t('outline.noTurns')}</p>
  return (
    <>
      <p className="pane-note">
        {t('outline.summary', {
          turns: turns.length,
          speakers: open.recognised.speakers.length,
          exchanges: open.recognised.exchanges.length,
        })}
      </p>
      <ol className="outline-list" onKeyDown={moveFocus}>
        {entries.map((entry, index) => (
          <li key={entry.turns[0]} className={index === current ? 'current' : ''}>
            <button
              type="button"
              className="outline-entry"
              aria-current={index === current ? 'location' : undefined}
              onClick={() => goTo(turns[entry.turns[0] ?? 0])}
            >
              <span className="outline-number">{entry.exchange === null ? '·' : entry.exchange + 1}</span>
              <EntryText entry={entry} open={open} />
            </button>
          </li>
        ))}
      </ol>
    </>
  )
}

function EntryText({ entry, open }: { readonly entry: OutlineEntry; readonly open: OpenSource }): ReactNode {
  const { t } = useShell()
  const first = open.recognised.turns[entry.turns[0] ?? 0]
  const others = entry.turns
    .slice(1)
    .map((index) => open.recognised.turns[index]?.speaker)
    .filter((speaker, index, all) => speaker != null && speaker !== first?.speaker && all.indexOf(speaker) === index)
  return (
    <span className="outline-text">
      <span className="outline-speaker">
        {first?.speaker ?? t('reading.unnamed')}
        {others.length > 0 && <span className="outline-others"> → {others.join('、')}</span>}
      </span>
      <span className="outline-words">{entry.words}</span>
    </span>
  )
}

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
