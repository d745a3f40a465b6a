import { useEffect, useMemo, useReducer } from 'react'
import { inSlices } from '#renderer/commands/in-slices.ts'
import { marksOf, type ProjectState } from '#shared/journal/state.ts'
import type { SourceId } from '#shared/model/ids.ts'
import type { Source } from '#shared/model/source.ts'
import { countSource, isCounted } from '#shared/sources/source-figures.ts'
import type { SourceSummary } from '#shared/sources/source-summary.ts'

/** So long may be counted before anything is shown, in milliseconds; the rest is counted while it stands there. */
const AT_ONCE = 12

/** A source of more codings than this is counted later in any case. */
const FEW = 2000

/** What was counted meanwhile is shown together after so many milliseconds. */
const TOGETHER = 300

/**
 * Those of the sources whose codings are counted. To go through 200,000 codings takes longer than a key may wait:
 * the others are counted without keeping anybody from typing, and come in by and by.
 */
export function useCounted(
  state: ProjectState | null,
  sources: readonly Source[],
  summaries: ReadonlyMap<SourceId, SourceSummary>,
): ReadonlySet<SourceId> {
  const [round, showMore] = useReducer((rounds: number) => rounds + 1, 0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: with each round more is known
  const counted = useMemo(() => {
    const known = new Set<SourceId>()
    if (state === null) return known
    const until = performance.now() + AT_ONCE
    for (const { id } of sources) {
      const marks = marksOf(state, id)
      if (!isCounted(summaries.get(id), marks)) {
        if (marks.codings.size > FEW || performance.now() > until) continue
        countSource(state, id, summaries.get(id))
      }
      known.add(id)
    }
    return known
  }, [state, sources, summaries, round])
  useEffect(() => {
    const left = sources.filter(({ id }) => !counted.has(id))
    if (state === null || left.length === 0) return undefined
    const over = new AbortController()
    let shownAt = performance.now()
    const count = ({ id }: Source): void => countSource(state, id, summaries.get(id))
    void inSlices(left, count, over.signal, () => {
      if (performance.now() - shownAt < TOGETHER) return
      shownAt = performance.now()
      over.abort()
      showMore()
    }).then((isDone) => isDone && showMore())
    return () => over.abort()
  }, [state, sources, counted, summaries])
  return counted
}
