import type { ReactNode } from 'react'
import { useShell } from '#renderer/features/shell.ts'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { WorkBars } from '../WorkBars.tsx'
import { LastNotice } from './LastNotice.tsx'
import { LibraryView } from './LibraryView.tsx'

/** The library in front of everything else, as large as the window. */
export function LibraryDialog(): ReactNode {
  const { t, desk } = useShell()
  return (
    <Dialog
      title={t('library.documents')}
      closeLabel={t('common.close')}
      size="full"
      onClose={() => desk.workbench.setState({ dialog: null })}
    >
      <LibraryView />
      <WorkBars />
      <LastNotice />
    </Dialog>
  )
}
