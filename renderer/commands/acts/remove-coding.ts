import type { ProjectState } from '#shared/journal/state.ts'
import { finished } from '#shared/journal/steps.ts'
import type { CodingId, SourceId } from '#shared/model/ids.ts'
import { codingIn } from './lookup.ts'
import type { ActResult } from './refusal.ts'
import { removalOf } from './removal.ts'

/** Takes a coding away, with its memo and links; its segment goes too when no other coding stands on it. */
export function removeCoding(state: ProjectState, at: { sourceId: SourceId; codingId: CodingId }): ActResult {
  const { coding } = codingIn(state, at.sourceId, at.codingId)
  return {
    name: 'act.removeCoding',
    values: { code: state.codes.get(coding.codeId)?.name ?? '' },
    changes: finished(removalOf(state, [coding])),
  }
}
