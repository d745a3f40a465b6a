import type { ReactNode } from 'react'
import { useShell, useWorkbench } from '#renderer/features/shell.ts'
import type { LibraryRow } from '#shared/sources/library-rows.ts'

/** What the listed documents come to together, and how far the counting has come. */
export function LibraryFoot({ rows }: { readonly rows: readonly LibraryRow[] }): ReactNode {
  const { t, language } = useShell()
  const summing = useWorkbench((state) => state.summing)
  let [codings, turns, coded] = [0, 0, 0]
  for (const row of rows) {
    codings += row.codings
    turns += row.reading?.turns ?? 0
    coded += row.reading?.codedTurns ?? 0
  }
  const number = (value: number): string => value.toLocaleString(language)
  return (
    <div className="library-foot">
      <span>
        {t('library.total', {
          count: rows.length,
          codings: number(codings),
          turns: number(turns),
          coded: number(coded),
        })}
      </span>
      {summing !== null && (
        <span className="library-summing">
          <label>
            {t('library.summing', { done: summing.done, count: summing.count })}
            <progress value={summing.done} max={summing.count} />
          </label>
          <button type="button" onClick={summing.isStopped ? summing.goOn : summing.stop}>
            {t(summing.isStopped ? 'library.goOn' : 'library.stop')}
          </button>
        </span>
      )}
    </div>
  )
}
