import { presentSources } from '#shared/journal/present.ts'
import { marksOf, type ProjectState } from '#shared/journal/state.ts'
import type { Coding } from '#shared/model/coding.ts'
import type { CodeId, SourceId } from '#shared/model/ids.ts'
import { codeCounts } from './code-counts.ts'

/** The codings by some codes, by source, those in the bin among them. A source that has none of them is not looked into: of 200,000 codings most may still be packed. */
export function codingsOf(state: ProjectState, codeIds: ReadonlySet<CodeId>): Generator<Coding> {
  return codingsIn(state, state.marks.keys(), codeIds)
}

/** As `codingsOf`, without those of the bin. */
export function presentCodingsOf(state: ProjectState, codeIds: ReadonlySet<CodeId>): Generator<Coding> {
  const ids = presentSources(state).map(({ id }) => id)
  return codingsIn(state, ids, codeIds)
}

function* codingsIn(
  state: ProjectState,
  sourceIds: Iterable<SourceId>,
  codeIds: ReadonlySet<CodeId>,
): Generator<Coding> {
  for (const id of sourceIds) {
    const counts = codeCounts(state, id)
    let isUsed = false
    for (const codeId of codeIds) isUsed ||= counts.has(codeId)
    if (!isUsed) continue
    for (const coding of marksOf(state, id).codings.values()) if (codeIds.has(coding.codeId)) yield coding
  }
}
