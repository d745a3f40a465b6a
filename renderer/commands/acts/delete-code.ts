import { descendantsOf } from '#shared/codebook/tree.ts'
import type { Change } from '#shared/journal/change.ts'
import { codeList, type ProjectState } from '#shared/journal/state.ts'
import type { CodeId, SegmentId } from '#shared/model/ids.ts'
import { codeIn, memoOn } from './lookup.ts'
import type { ActResult } from './refusal.ts'

/** What goes when a code goes: the codes below it, and every coding by any of them. */
export function deletionOf(state: ProjectState, codeId: CodeId): { readonly codes: number; readonly codings: number } {
  const gone = codesGone(state, codeId)
  let codings = 0
  for (const marks of state.marks.values()) {
    for (const coding of marks.codings.values()) if (gone.has(coding.codeId)) codings += 1
  }
  return { codes: gone.size, codings }
}

/** Deletes a code with all that stands below it, their codings, the segments left bare, and the memos on all these. */
export function deleteCode(state: ProjectState, { codeId }: { codeId: CodeId }): ActResult {
  const code = codeIn(state, codeId)
  const gone = codesGone(state, codeId)
  const changes: Change[] = []
  const dropMemo = (kind: 'coding' | 'code', id: string): void => {
    const memo = memoOn(state, { kind, id } as Parameters<typeof memoOn>[1])
    if (memo !== null) changes.push({ kind: 'memo', before: memo, after: null })
  }
  let codings = 0
  for (const marks of state.marks.values()) {
    const stays = new Set<SegmentId>()
    const bared = new Set<SegmentId>()
    for (const coding of marks.codings.values()) {
      if (!gone.has(coding.codeId)) {
        stays.add(coding.segmentId)
        continue
      }
      codings += 1
      bared.add(coding.segmentId)
      dropMemo('coding', coding.id)
      changes.push({ kind: 'coding', before: coding, after: null })
    }
    for (const id of bared) {
      const segment = marks.segments.get(id)
      if (segment !== undefined && !stays.has(id)) changes.push({ kind: 'segment', before: segment, after: null })
    }
  }
  for (const id of gone) {
    dropMemo('code', id)
    changes.push({ kind: 'code', before: codeIn(state, id), after: null })
  }
  return { name: 'act.deleteCode', values: { code: code.name, count: codings }, changes }
}

function codesGone(state: ProjectState, codeId: CodeId): ReadonlySet<CodeId> {
  return new Set([codeId, ...descendantsOf(codeList(state), codeId).map((code) => code.id)])
}
