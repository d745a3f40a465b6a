import type { ReactNode } from 'react'
import { openSource } from '#renderer/commands/open-project.ts'
import { useProject, useShell } from '#renderer/features/shell.ts'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import type { ImportFailure } from '#shared/bridge.ts'
import type { SourceId } from '#shared/model/ids.ts'

/** Says which files could not be imported, and why. Nothing of them is kept. */
export function ImportFailedDialog({ failures }: { readonly failures: readonly ImportFailure[] }): ReactNode {
  const { t, desk } = useShell()
  const close = (): void => desk.workbench.setState({ dialog: null })
  return (
    <Dialog title={t('import.failed')} closeLabel={t('common.close')} size="small" isAlert onClose={close}>
      <div className="dialog-body">
        <ul className="failures">
          {failures.map((failure) => (
            <li key={failure.fileName + failure.reason}>
              <strong>{failure.fileName}</strong>
              <span>{t(`import.${failure.reason}`)}</span>
              {isForReaders(failure) && <code>{failure.detail}</code>}
            </li>
          ))}
        </ul>
        <p className="hint">{t('import.nothingKept')}</p>
      </div>
      <footer className="dialog-foot">
        <button type="button" className="primary" onClick={close}>
          {t('common.done')}
        </button>
      </footer>
    </Dialog>
  )
}

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

/** A format's name helps; the system's own words do only where ours say no more than that it failed. */
function isForReaders({ reason, detail }: ImportFailure): boolean {
  if (reason === 'not-text') return /^\p{Lu}/u.test(detail)
  return (reason === 'importer-failed' || reason === 'not-readable') && detail !== ''
}
