import { type ReactNode, useState } from 'react'
import { addRestorePoint, dropRestorePoint, returnToPoint } from '#renderer/commands/history-commands.ts'
import type { Outcome } from '#renderer/commands/project-session.ts'
import { useProject, useShell } from '#renderer/features/shell.ts'
import { IconButton } from '#renderer/ui/IconButton.tsx'

/** The moments that have a name, the newest first; the present one can be given one. */
export function RestorePoints({ onSaid }: { readonly onSaid: (words: string) => void }): ReactNode {
  const { t, desk, language } = useShell()
  const points = useProject(({ state }) => state.restorePoints)
  const [name, setName] = useState('')
  const tell = (outcome: Outcome): boolean => {
    if (outcome.kind === 'done') onSaid(t(outcome.entry.name, outcome.entry.values))
    else if (outcome.kind === 'refused') onSaid(t(outcome.refusal.refused, outcome.refusal.values))
    else if (outcome.kind === 'failed') onSaid(t('notice.notSaved', { detail: outcome.detail }))
    else onSaid(t('notice.workStopped'))
    return outcome.kind === 'done'
  }
  const sorted = [...(points?.values() ?? [])].sort((a, b) => b.seq - a.seq || (a.createdAt < b.createdAt ? 1 : -1))
  return (
    <section className="history-points" aria-label={t('history.points')}>
      <form
        className="field-row"
        onSubmit={(event) => {
          event.preventDefault()
          void addRestorePoint(desk, name).then((outcome) => {
            if (tell(outcome)) setName('')
          })
        }}
      >
        <input
          type="text"
          aria-label={t('history.pointName')}
          placeholder={t('history.pointName')}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <button type="submit">{t('history.namePoint')}</button>
      </form>
      {sorted.length === 0 ? (
        <p className="hint">{t('history.noPoints')}</p>
      ) : (
        <ul>
          {sorted.map((point) => (
            <li key={point.id}>
              <span className="history-mark">⚑ {point.name}</span>
              <time dateTime={point.createdAt}>{new Date(point.createdAt).toLocaleString(language)}</time>
              <button
                type="button"
                aria-label={t('act.returnToPoint', { point: point.name })}
                onClick={() => void returnToPoint(desk, point).then(tell)}
              >
                {t('history.return')}
              </button>
              <IconButton
                icon="trash"
                label={t('history.removePoint', { point: point.name })}
                onClick={() => void dropRestorePoint(desk, point.id).then(tell)}
              />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
