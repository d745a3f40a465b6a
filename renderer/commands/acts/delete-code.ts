import { descendantsOf } from '#shared/codebook/tree.ts'
import type { Change } from '#shared/journal/change.ts'
import { codeList, type ProjectState } from '#shared/journal/state.ts'
import type { Steps } from '#shared/journal/steps.ts'
import type { CodeId } from '#shared/model/ids.ts'
import { codeCounts } from '../code-counts.ts'
import { codingsOf } from '../codings-of.ts'
import { codeIn } from './lookup.ts'
import type { ActResult } from './refusal.ts'
import { memoRemoval, removalOf } from './removal.ts'

/** What goes when a code goes: the codes below it, and every coding by any of them; those in the bin go too, uncounted. */
export function deletionOf(state: ProjectState, codeId: CodeId): { readonly codes: number; readonly codings: number } {
  const gone = codesGone(state, codeId)
  const counts = codeCounts(state, null)
  let codings = 0
  for (const id of gone) codings += counts.get(id) ?? 0
  return { codes: gone.size, codings }
}

/** Deletes a code with all that stands below it, their codings and whatever hangs on those, and takes them out of code sets. */
export function* deleteCode(state: ProjectState, { codeId }: { codeId: CodeId }): Steps<ActResult> {
  const code = codeIn(state, codeId)
  const gone = codesGone(state, codeId)
  const removal = yield* removalOf(state, codingsOf(state, gone))
  return {
    name: 'act.deleteCode',
    values: { code: code.name, count: deletionOf(state, codeId).codings },
    changes: [...removal, ...codeRemoval(state, gone)],
  }
}

/** The changes by which codes go that no coding stands on: out of the codebook and of every set, with their memos. */
function codeRemoval(state: ProjectState, gone: ReadonlySet<CodeId>): readonly Change[] {
  const changes: Change[] = []
  for (const set of state.codeSets.values()) {
    const codeIds = set.codeIds.filter((id) => !gone.has(id))
    if (codeIds.length < set.codeIds.length) changes.push({ kind: 'codeSet', before: set, after: { ...set, codeIds } })
  }
  for (const id of gone) {
    changes.push(...memoRemoval(state, { kind: 'code', id }))
    changes.push({ kind: 'code', before: codeIn(state, id), after: null })
  }
  return changes
}

function codesGone(state: ProjectState, codeId: CodeId): ReadonlySet<CodeId> {
  return new Set([codeId, ...descendantsOf(codeList(state), codeId).map((code) => code.id)])
}
