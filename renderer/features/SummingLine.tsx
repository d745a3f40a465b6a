import type { ReactNode } from 'react'
import { useShell, useWorkbench } from './shell.ts'

/** How far the summing up of readings has come, while some are missing; it can be stopped and goes on when asked. */
export function SummingLine(): ReactNode {
  const { t } = useShell()
  const summing = useWorkbench((state) => state.summing)
  if (summing === null) return null
  return (
    <span className="library-summing">
      <label>
        {t('library.summing', { done: summing.done, count: summing.count })}
        <progress value={summing.done} max={summing.count} />
      </label>
      <button type="button" onClick={summing.isStopped ? summing.goOn : summing.stop}>
        {t(summing.isStopped ? 'library.goOn' : 'library.stop')}
      </button>
    </span>
  )
}
