import { presentMarks } from '#shared/journal/present.ts'
import { marksOf, type ProjectState } from '#shared/journal/state.ts'
import type { CodeId, SourceId } from '#shared/model/ids.ts'

/** How many codings each code has in a source, or in the whole project (but its bin) for `null`. Codes without any are left out. */
export function codeCounts(state: ProjectState, sourceId: SourceId | null): ReadonlyMap<CodeId, number> {
  const counts = new Map<CodeId, number>()
  const all = sourceId === null ? presentMarks(state) : [marksOf(state, sourceId)]
  for (const { codings } of all) {
    for (const { codeId } of codings.values()) counts.set(codeId, (counts.get(codeId) ?? 0) + 1)
  }
  return counts
}
