import type { ReactNode } from 'react'
import { CodeDialog } from '#renderer/features/codebook/CodeDialog.tsx'
import { CodePalette } from '#renderer/features/coding/CodePalette.tsx'
import { ExportDialog } from '#renderer/features/export/ExportDialog.tsx'
import { KeysDialog } from '#renderer/features/help/KeysDialog.tsx'
import { AlreadyThereDialog, ImportFailedDialog } from '#renderer/features/library/ImportDialogs.tsx'
import { NewProjectDialog } from '#renderer/features/library/NewProjectDialog.tsx'
import { ProjectsDialog } from '#renderer/features/library/ProjectsDialog.tsx'
import { useWorkbench } from '#renderer/features/shell.ts'

/** The dialog that stands in front, if one does. */
export function CurrentDialog(): ReactNode {
  const dialog = useWorkbench((state) => state.dialog)
  switch (dialog?.kind) {
    case undefined:
      return null
    case 'choose-code':
      return <CodePalette recoding={dialog.recoding} />
    case 'code':
      return <CodeDialog key={dialog.codeId} codeId={dialog.codeId} />
    case 'projects':
      return <ProjectsDialog />
    case 'new-project':
      return <NewProjectDialog />
    case 'export':
      return <ExportDialog />
    case 'keys':
      return <KeysDialog />
    case 'import-failed':
      return <ImportFailedDialog failures={dialog.failures} />
    case 'already-there':
      return <AlreadyThereDialog sourceId={dialog.sourceId} fileName={dialog.fileName} />
  }
}
