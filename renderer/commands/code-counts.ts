import { presentMarks } from '#shared/journal/present.ts'
import { marksOf, type ProjectState, type SourceMarks } from '#shared/journal/state.ts'
import type { CodeId, SourceId } from '#shared/model/ids.ts'

type Counts = ReadonlyMap<CodeId, number>

/** One count per table of codings: an act makes a new table for the source that it touches, and for no other. */
const known = new WeakMap<SourceMarks['codings'], Counts>()
const totals = new WeakMap<
  ProjectState['marks'],
  { readonly sources: ProjectState['sources']; readonly total: Counts }
>()

/** How many codings each code has in a source, or in the whole project (but its bin) for `null`. Codes without any are left out. */
export function codeCounts(state: ProjectState, sourceId: SourceId | null): Counts {
  if (sourceId !== null) return countsOf(marksOf(state, sourceId).codings)
  const summed = totals.get(state.marks)
  // Codings come and go with their source, to the bin and back.
  if (summed?.sources === state.sources) return summed.total
  const total = new Map<CodeId, number>()
  for (const { codings } of presentMarks(state)) {
    for (const [codeId, count] of countsOf(codings)) total.set(codeId, (total.get(codeId) ?? 0) + count)
  }
  totals.set(state.marks, { sources: state.sources, total })
  return total
}

function countsOf(codings: SourceMarks['codings']): Counts {
  let counts = known.get(codings)
  if (counts === undefined) {
    const made = new Map<CodeId, number>()
    for (const { codeId } of codings.values()) made.set(codeId, (made.get(codeId) ?? 0) + 1)
    counts = made
    known.set(codings, counts)
  }
  return counts
}
