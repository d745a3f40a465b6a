import { type ReactNode, useEffect, useState } from 'react'
import type { ImportRun } from '#renderer/commands/import-run.ts'
import { useShell, useWorkbench } from '#renderer/features/shell.ts'
import { ProgressBar } from '#renderer/ui/ProgressBar.tsx'

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
        <section className="progress-bar" aria-label={t('import.progress')}>
          <span className="progress-detail" aria-hidden="true">
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
    <ProgressBar
      label={t('import.progress')}
      words={words}
      done={done}
      count={count}
      detail={running[0] ?? ''}
      stopLabel={t('import.stop')}
      onStop={isStopping ? null : () => run('stop-import')}
      onGone={() => run('focus-transcript')}
    />
  )
}

function isTyping(): boolean {
  const { activeElement } = document
  return activeElement instanceof HTMLInputElement || activeElement instanceof HTMLTextAreaElement
}
