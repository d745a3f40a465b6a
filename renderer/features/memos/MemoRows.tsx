import { type KeyboardEvent, type ReactNode, useMemo } from 'react'
import { isSameTarget } from '#renderer/commands/memo-commands.ts'
import type { MemoRow } from '#renderer/commands/memo-list.ts'
import { useProject, useShell } from '#renderer/features/shell.ts'
import type { MemoTarget } from '#shared/model/memo.ts'
import { aboutWords } from './about-words.ts'

/** A list is for finding the way; beyond this many one narrows the search. */
const MOST = 200

/** The memos that were found; arrow keys go from one to the next. */
export function MemoRows(props: {
  readonly rows: readonly MemoRow[]
  readonly chosen: MemoTarget | null
  readonly onChoose: (target: MemoTarget) => void
}): ReactNode {
  const { t, language } = useShell()
  const when = useMemo(() => new Intl.DateTimeFormat(language, { dateStyle: 'short', timeStyle: 'short' }), [language])
  const sources = useProject(({ state }) => state.sources)
  const shown = props.rows.slice(0, MOST)
  const hidden = props.rows.length - shown.length
  return (
    <div className="memos-list">
      <ul aria-label={t('memos.list')} onKeyDown={moveFocus}>
        {shown.map((row) => {
          const { memo, title, sourceId } = row
          const isChosen = props.chosen !== null && isSameTarget(memo.target, props.chosen)
          const source = sourceId === null || memo.target.kind === 'source' ? undefined : sources?.get(sourceId)?.name
          return (
            <li key={memo.id}>
              <button
                type="button"
                className={`memos-row ${isChosen ? 'current' : ''}`}
                aria-current={isChosen}
                onClick={() => props.onChoose(memo.target)}
              >
                <span className="memos-row-about" dir="auto">
                  <span className="memos-row-kind">{t(`memo.on.${memo.target.kind}`)}</span> {aboutWords(t, row)}
                </span>
                <span className="memos-row-title" dir="auto">
                  {title}
                </span>
                <span className="memos-row-facts">
                  {[when.format(new Date(memo.modifiedAt)), source].filter(Boolean).join(' · ')}
                </span>
              </button>
            </li>
          )
        })}
      </ul>
      {hidden > 0 && <p className="hint">{t('memos.more', { count: hidden })}</p>}
    </div>
  )
}

function moveFocus(event: KeyboardEvent<HTMLUListElement>): void {
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (by === 0) return
  const buttons = [...event.currentTarget.querySelectorAll('button')]
  const next = buttons[buttons.indexOf(document.activeElement as HTMLButtonElement) + by]
  if (next === undefined) return
  event.preventDefault()
  next.focus()
}
