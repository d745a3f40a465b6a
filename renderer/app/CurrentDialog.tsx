import { type ReactNode, useEffect, useRef } from 'react'
import type { WorkbenchState } from '#renderer/commands/workbench.ts'
import { SpeakersDialog } from '#renderer/features/cases/SpeakersDialog.tsx'
import { CodebookTableDialog } from '#renderer/features/codebook/CodebookTableDialog.tsx'
import { CodeDialog } from '#renderer/features/codebook/CodeDialog.tsx'
import { CodeSetsDialog } from '#renderer/features/codebook/CodeSetsDialog.tsx'
import { MergeDialog } from '#renderer/features/codebook/MergeDialog.tsx'
import { SplitDialog } from '#renderer/features/codebook/SplitDialog.tsx'
import { VersionsDialog } from '#renderer/features/codebook/VersionsDialog.tsx'
import { CodePalette } from '#renderer/features/coding/CodePalette.tsx'
import { TurnDialog } from '#renderer/features/correcting/TurnDialog.tsx'
import { ExportDialog } from '#renderer/features/export/ExportDialog.tsx'
import { FamilyDialog } from '#renderer/features/families/FamilyDialog.tsx'
import { KeysDialog } from '#renderer/features/help/KeysDialog.tsx'
import { HistoryDialog } from '#renderer/features/history/HistoryDialog.tsx'
import { AlreadyThereDialog } from '#renderer/features/library/AlreadyThereDialog.tsx'
import { EncodingDialog } from '#renderer/features/library/EncodingDialog.tsx'
import { ImportReportDialog } from '#renderer/features/library/ImportReportDialog.tsx'
import { LibraryDialog } from '#renderer/features/library/LibraryDialog.tsx'
import { NewProjectDialog } from '#renderer/features/library/NewProjectDialog.tsx'
import { ProjectsDialog } from '#renderer/features/library/ProjectsDialog.tsx'
import { LinksDialog } from '#renderer/features/links/LinksDialog.tsx'
import { LinkTargetDialog } from '#renderer/features/links/LinkTargetDialog.tsx'
import { MemosDialog } from '#renderer/features/memos/MemosDialog.tsx'
import { NamePartDialog } from '#renderer/features/parts/NamePartDialog.tsx'
import { useShell, useWorkbench } from '#renderer/features/shell.ts'
import { VariablesDialog } from '#renderer/features/variables/VariablesDialog.tsx'
import { targetKey } from '#shared/model/memo.ts'

/** The dialog that stands in front, if one does. */
export function CurrentDialog(): ReactNode {
  const { desk } = useShell()
  const dialog = useWorkbench((state) => state.dialog)
  const wasOpen = useRef(false)
  const isOpen = dialog !== null
  useEffect(() => {
    // One that came by itself found the keyboard nowhere, or on something that has gone: it goes to the text.
    if (wasOpen.current && !isOpen && document.activeElement === document.body) desk.transcript.current?.focus()
    wasOpen.current = isOpen
  }, [isOpen, desk])
  return <Dialog dialog={dialog} />
}

function Dialog({ dialog }: { readonly dialog: WorkbenchState['dialog'] }): ReactNode {
  switch (dialog?.kind) {
    case undefined:
      return null
    case 'choose-code':
      return <CodePalette recoding={dialog.recoding} />
    case 'name-part':
      return <NamePartDialog codingId={dialog.codingId} index={dialog.index} />
    case 'link-target':
      return <LinkTargetDialog />
    case 'links':
      return <LinksDialog />
    case 'code':
      return <CodeDialog key={dialog.codeId} codeId={dialog.codeId} />
    case 'family':
      return <FamilyDialog key={dialog.codeId} codeId={dialog.codeId} />
    case 'codebook-table':
      return <CodebookTableDialog />
    case 'merge-codes':
      return <MergeDialog codeId={dialog.codeId} />
    case 'split-code':
      return <SplitDialog codeId={dialog.codeId} />
    case 'code-sets':
      return <CodeSetsDialog />
    case 'codebook-versions':
      return <VersionsDialog />
    case 'projects':
      return <ProjectsDialog />
    case 'library':
      return <LibraryDialog />
    case 'new-project':
      return <NewProjectDialog />
    case 'export':
      return <ExportDialog />
    case 'turn':
      return <TurnDialog key={dialog.at} at={dialog.at} />
    case 'speakers':
      return <SpeakersDialog />
    case 'variables':
      return <VariablesDialog />
    case 'history':
      return <HistoryDialog />
    case 'keys':
      return <KeysDialog />
    case 'memos':
      return <MemosDialog key={dialog.chosen === null ? '' : targetKey(dialog.chosen)} chosen={dialog.chosen} />
    case 'import-report':
      return <ImportReportDialog />
    case 'encoding':
      return <EncodingDialog question={dialog.question} />
    case 'already-there':
      return <AlreadyThereDialog sourceId={dialog.sourceId} fileName={dialog.fileName} />
  }
}
