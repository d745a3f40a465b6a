import { marksOf, type ProjectState, type SourceMarks } from '#shared/journal/state.ts'
import type { CodeId, SourceId } from '#shared/model/ids.ts'

type Counts = ReadonlyMap<CodeId, number>

/** One count per table of codings: an act makes a new table for the source that it touches, and for no other. */
const known = new WeakMap<SourceMarks['codings'], Counts>()
const totals = new WeakMap<ProjectState['marks'], Counts>()

/** How many codings each code has in a source, or in the whole project for `null`. Codes without any are left out. */
export function codeCounts(state: ProjectState, sourceId: SourceId | null): Counts {
  if (sourceId !== null) return countsOf(marksOf(state, sourceId).codings)
  let total = totals.get(state.marks)
  if (total === undefined) {
    const sum = new Map<CodeId, number>()
    for (const { codings } of state.marks.values()) {
      for (const [codeId, count] of countsOf(codings)) sum.set(codeId, (sum.get(codeId) ?? 0) + count)
    }
    total = sum
    totals.set(state.marks, total)
  }
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
