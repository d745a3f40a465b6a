import type { ReactNode } from 'react'
import { HereLine } from '#renderer/features/reading/HereLine.tsx'
import { useProject, useShell, useWorkbench } from '#renderer/features/shell.ts'

/** What was done or could not be, seen and read out; and that all of it is saved. */
export function NoticeBar(): ReactNode {
  const { t } = useShell()
  const notice = useWorkbench((state) => state.notice)
  const busy = useWorkbench((state) => state.busy)
  const seq = useProject((session) => session.head.seq)
  const words =
    notice === null
      ? ''
      : t(notice.key, {
          ...notice.values,
          ...(notice.about === null ? {} : { act: t(notice.about.name, notice.about.values) }),
        })
  return (
    <footer className="status">
      <p className={`notice ${notice?.tone ?? ''}`} role="status" aria-live="polite">
        <span key={notice?.number}>{busy === null ? words : t(busy)}</span>
      </p>
      <HereLine />
      {seq !== null && <p className="saved">{t('app.saved', { count: seq })}</p>}
    </footer>
  )
}
