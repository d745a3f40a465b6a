import type { ReactNode } from 'react'
import { openSource } from '#renderer/commands/open-source.ts'
import { useProject, useShell } from '#renderer/features/shell.ts'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import type { SourceId } from '#shared/model/ids.ts'

/** The same file again: offers the document that was made of it. */
export function AlreadyThereDialog(props: { readonly sourceId: SourceId; readonly fileName: string }): ReactNode {
  const { t, desk } = useShell()
  const name = useProject((session) => session.state.sources.get(props.sourceId)?.name ?? '')
  const close = (): void => desk.workbench.setState({ dialog: null })
  return (
    <Dialog title={t('import.alreadyThere')} closeLabel={t('common.close')} size="small" isAlert onClose={close}>
      <div className="dialog-body">
        <p>{t('import.alreadyThereWhy', { file: props.fileName, source: name ?? '' })}</p>
      </div>
      <footer className="dialog-foot">
        <button type="button" onClick={close}>
          {t('common.cancel')}
        </button>
        <button type="button" className="primary" onClick={() => void openSource(desk, props.sourceId)}>
          {t('import.openIt')}
        </button>
      </footer>
    </Dialog>
  )
}
