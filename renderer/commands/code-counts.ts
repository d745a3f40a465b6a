import { presentSources } from '#shared/journal/present.ts'
import { marksOf, type ProjectState, type SourceMarks } from '#shared/journal/state.ts'
import type { CodeId, SourceId } from '#shared/model/ids.ts'

type Counts = ReadonlyMap<CodeId, number>
type Codings = SourceMarks['codings']

/** One count per table of codings: an act makes a new table for the source that it touches, and for no other. */
const known = new WeakMap<Codings, Counts>()
const totals = new WeakMap<
  ProjectState['marks'],
  { readonly sources: ProjectState['sources']; readonly total: Counts }
>()

/** The last total, with the tables that it was counted from. */
let last: { readonly tables: ReadonlyMap<SourceId, Codings>; readonly total: Counts } = {
  tables: new Map(),
  total: new Map(),
}

/** How many codings each code has in a source, or in the whole project (but its bin) for `null`. Codes without any are left out. */
export function codeCounts(state: ProjectState, sourceId: SourceId | null): Counts {
  if (sourceId !== null) return countsOf(marksOf(state, sourceId).codings)
  const summed = totals.get(state.marks)
  // Codings come and go with their source, to the bin and back.
  if (summed?.sources === state.sources) return summed.total
  const total = totalOf(state)
  totals.set(state.marks, { sources: state.sources, total })
  return total
}

/** The total of all sources, counted from the last one: an act touches one source of thousands. */
function totalOf(state: ProjectState): Counts {
  const tables = new Map(presentSources(state).map(({ id }) => [id, marksOf(state, id).codings]))
  const total = new Map(last.total)
  const add = (codings: Codings | undefined, sign: 1 | -1): void => {
    if (codings === undefined) return
    for (const [codeId, count] of countsOf(codings)) {
      const now = (total.get(codeId) ?? 0) + sign * count
      if (now === 0) total.delete(codeId)
      else total.set(codeId, now)
    }
  }
  for (const [id, codings] of last.tables) if (tables.get(id) !== codings) add(codings, -1)
  for (const [id, codings] of tables) if (last.tables.get(id) !== codings) add(codings, 1)
  last = { tables, total }
  return total
}

function countsOf(codings: Codings): Counts {
  let counts = known.get(codings)
  if (counts === undefined) {
    // What stands in this property are ids of codes, which the table does not know.
    counts = codings.tally('codeId') as Counts
    known.set(codings, counts)
  }
  return counts
}
