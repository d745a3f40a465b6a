import type { ReactNode } from 'react'
import { useShell, useWorkbench } from '#renderer/features/shell.ts'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { LibraryView } from './LibraryView.tsx'

/** The library in front of everything else, as large as the window. */
export function LibraryDialog(): ReactNode {
  const { t, desk } = useShell()
  const notice = useWorkbench((state) => state.notice)
  return (
    <Dialog
      title={t('library.documents')}
      closeLabel={t('common.close')}
      size="full"
      onClose={() => desk.workbench.setState({ dialog: null })}
    >
      <LibraryView />
      {/* The window's own status line is behind the dialog, out of reach of a screen reader. */}
      <p className={`library-said notice ${notice?.tone ?? ''}`} role="status">
        {notice !== null && (
          <span key={notice.number}>
            {t(notice.key, notice.about === null ? notice.values : { act: t(notice.about.name, notice.about.values) })}
          </span>
        )}
      </p>
    </Dialog>
  )
}
