import type { ReactNode } from 'react'
import { showMemo } from '#renderer/commands/memo-commands.ts'
import { useProject, useShell } from '#renderer/features/shell.ts'
import { memosMentioning } from '#shared/memos/mentions.ts'
import { memoTitle } from '#shared/model/memo.ts'
import type { TextLink } from '#shared/model/rich-text.ts'

/** The memos that have a link to one of these; nothing where there is none. */
export function MemoMentions({ links }: { readonly links: readonly TextLink[] }): ReactNode {
  const { t, desk } = useShell()
  const memos = useProject(({ state }) => state.memos)
  const mentioning = memos === null ? [] : memosMentioning({ memos }, links)
  if (mentioning.length === 0) return null
  return (
    <div className="memo-mentions">
      <h3 className="pane-subtitle">{t('memos.mentions')}</h3>
      <ul>
        {mentioning.map(({ id, target, text }) => (
          <li key={id}>
            <button type="button" className="memo-mention" onClick={() => showMemo(desk, target)}>
              <span className="memos-row-kind">{t(`memo.on.${target.kind}`)}</span>
              {memoTitle(text)}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
