import { useEffect, useMemo, useReducer } from 'react'
import { inSlices } from '#renderer/commands/in-slices.ts'
import type { ProjectState } from '#shared/journal/state.ts'
import type { SourceId } from '#shared/model/ids.ts'
import type { Source } from '#shared/model/source.ts'
import { type LibraryRow, libraryRows } from '#shared/sources/library-rows.ts'
import type { SourceSummary } from '#shared/sources/source-summary.ts'

/** So long may be counted before the list is shown, in milliseconds; the rest is counted while it stands there. */
const AT_ONCE = 12

/** A source of more codings than this is counted later in any case. */
const FEW = 2000

/** What was counted meanwhile is shown together after so many milliseconds. */
const TOGETHER = 300

/** The rows of these sources. What is not counted yet is counted without keeping anybody from typing, and comes in by and by. */
export function useLibraryRows(
  state: ProjectState | null,
  sources: readonly Source[],
  summaries: ReadonlyMap<SourceId, SourceSummary>,
): readonly LibraryRow[] {
  const [round, showMore] = useReducer((rounds: number) => rounds + 1, 0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: with each round more is known
  const rows = useMemo(() => {
    const until = performance.now() + AT_ONCE
    return state === null
      ? []
      : libraryRows(state, sources, summaries, (codings) => codings <= FEW && performance.now() < until)
  }, [state, sources, summaries, round])
  useEffect(() => {
    const left = rows.filter((row) => !row.isCounted).map(({ source }) => source)
    if (state === null || left.length === 0) return undefined
    const over = new AbortController()
    let shownAt = performance.now()
    const count = (source: Source): void => void libraryRows(state, [source], summaries)
    void inSlices(left, count, over.signal, () => {
      if (performance.now() - shownAt < TOGETHER) return
      shownAt = performance.now()
      over.abort()
      showMore()
    }).then((isDone) => isDone && showMore())
    return () => over.abort()
  }, [state, rows, summaries])
  return rows
}
