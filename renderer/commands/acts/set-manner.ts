import type { ProjectState } from '#shared/journal/state.ts'
import type { Manner } from '#shared/model/code.ts'
import type { CodeId } from '#shared/model/ids.ts'
import { codeIn } from './lookup.ts'
import { type ActResult, refuse } from './refusal.ts'

/** Chooses how a family's codings are drawn over the text. */
export function setManner(state: ProjectState, { codeId, manner }: { codeId: CodeId; manner: Manner }): ActResult {
  const code = codeIn(state, codeId)
  if (code.family === null || code.family.manner === manner) return refuse('refusal.sameValue')
  return {
    name: 'act.setManner',
    values: { code: code.name },
    changes: [{ kind: 'code', before: code, after: { ...code, family: { ...code.family, manner } } }],
  }
}
