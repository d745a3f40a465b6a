import type { Change } from '#shared/journal/change.ts'
import type { ProjectState } from '#shared/journal/state.ts'
import type { CodingId, SourceId } from '#shared/model/ids.ts'
import { codingIn, codingsOn, memoOn } from './lookup.ts'
import type { ActResult } from './refusal.ts'

/** Takes a coding away, with its memo; its segment goes too when no other coding stands on it. */
export function removeCoding(state: ProjectState, at: { sourceId: SourceId; codingId: CodingId }): ActResult {
  const { coding, segment } = codingIn(state, at.sourceId, at.codingId)
  const changes: Change[] = [{ kind: 'coding', before: coding, after: null }]
  if (codingsOn(state, at.sourceId, segment.id) === 1) changes.push({ kind: 'segment', before: segment, after: null })
  const memo = memoOn(state, { kind: 'coding', id: coding.id })
  if (memo !== null) changes.push({ kind: 'memo', before: memo, after: null })
  return { name: 'act.removeCoding', values: { code: state.codes.get(coding.codeId)?.name ?? '' }, changes }
}
