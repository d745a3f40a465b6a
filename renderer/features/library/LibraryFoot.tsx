import type { ReactNode } from 'react'
import { useShell } from '#renderer/features/shell.ts'
import type { LibraryRow } from '#shared/sources/library-rows.ts'
import { SummingLine } from '../SummingLine.tsx'

/** What the listed documents come to together, and how far the counting has come. */
export function LibraryFoot({ rows }: { readonly rows: readonly LibraryRow[] }): ReactNode {
  const { t, language } = useShell()
  let [codings, turns, coded] = [0, 0, 0]
  for (const row of rows) {
    codings += row.codings
    turns += row.reading?.turns ?? 0
    coded += row.reading?.codedTurns ?? 0
  }
  const number = (value: number): string => value.toLocaleString(language)
  const total = { count: rows.length, codings: number(codings), turns: number(turns), coded: number(coded) }
  return (
    <div className="library-foot">
      <span>{t('library.total', total)}</span>
      <SummingLine />
    </div>
  )
}
