import { type ReactNode, useRef } from 'react'
import { useShell, useWorkbench } from '#renderer/features/shell.ts'

/** What was said since a dialog was opened: the window's own status line is behind it, out of reach of a screen reader. */
export function LastNotice(): ReactNode {
  const { t } = useShell()
  const notice = useWorkbench((state) => state.notice)
  const before = useRef(notice?.number)
  const isNew = notice !== null && notice.number !== before.current
  return (
    <p className={`library-said notice ${isNew ? notice.tone : ''}`} role="status">
      {isNew && (
        <span key={notice.number}>
          {t(notice.key, notice.about === null ? notice.values : { act: t(notice.about.name, notice.about.values) })}
        </span>
      )}
    </p>
  )
}
