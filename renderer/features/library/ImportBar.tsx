import { type ReactNode, useEffect, useState } from 'react'
import type { ImportRun } from '#renderer/commands/import-run.ts'
import { useShell, useWorkbench } from '#renderer/features/shell.ts'
import { Icon } from '#renderer/ui/Icon.tsx'

/** What is imported faster than this needs no bar. */
const PATIENCE_MILLISECONDS = 300

/**
 * How far an import has come, beside the work that goes on; and when it has ended, its report. That
 * opens by itself, but not over another dialog and not under the hands of somebody who is typing.
 */
export function ImportBar(): ReactNode {
  const { t, desk } = useShell()
  const importing = useWorkbench((state) => state.importing)
  const report = useWorkbench((state) => state.report)
  const dialog = useWorkbench((state) => state.dialog)
  const isRunning = importing !== null
  const hasEnded = !isRunning && report !== null && dialog?.kind !== 'import-report' && dialog?.kind !== 'encoding'
  const [isShown, setShown] = useState(false)
  useEffect(() => {
    setShown(false)
    if (!isRunning) return
    const timer = setTimeout(() => setShown(true), PATIENCE_MILLISECONDS)
    return () => clearTimeout(timer)
  }, [isRunning])
  useEffect(() => {
    if (report === null || desk.workbench.getState().dialog !== null || isTyping()) return
    desk.workbench.setState({ dialog: { kind: 'import-report' } })
  }, [desk, report])

  return (
    <>
      {/* Always there: words in a region that comes in together with them are not read out everywhere. */}
      <p className="unseen" role="status">
        {hasEnded ? t('import.ready') : ''}
      </p>
      {importing !== null && isShown && <ImportProgress importing={importing} />}
      {hasEnded && (
        <section className="import-bar" aria-label={t('import.progress')}>
          <span className="import-file" aria-hidden="true">
            {t('import.ready')}
          </span>
          <button
            type="button"
            className="primary"
            onClick={() => desk.workbench.setState({ dialog: { kind: 'import-report' } })}
          >
            {t('import.showReport')}
          </button>
          <button type="button" onClick={() => desk.workbench.setState({ report: null })}>
            {t('import.dismiss')}
          </button>
        </section>
      )}
    </>
  )
}

function ImportProgress({ importing }: { readonly importing: ImportRun }): ReactNode {
  const { t, run } = useShell()
  const { done, count, running, isStopping } = importing
  const words = isStopping ? t('import.stopping') : t('import.howFar', { done: done + 1, count })
  return (
    <section className="import-bar" aria-label={t('import.progress')}>
      <div
        className="import-progress"
        role="progressbar"
        aria-label={t('import.progress')}
        aria-valuemin={0}
        aria-valuemax={count}
        aria-valuenow={done}
        aria-valuetext={words}
      >
        <progress max={count} value={done} aria-hidden="true" />
      </div>
      <span className="import-count">{words}</span>
      <span className="import-file">{running[0] ?? ''}</span>
      <button type="button" disabled={isStopping} onClick={() => run('stop-import')}>
        <Icon name="close" />
        {t('import.stop')}
      </button>
    </section>
  )
}

function isTyping(): boolean {
  const { activeElement } = document
  return activeElement instanceof HTMLInputElement || activeElement instanceof HTMLTextAreaElement
}
