import { nameProblem } from '#shared/codebook/rules.ts'
import { codeList, type ProjectState } from '#shared/journal/state.ts'
import type { CodeId } from '#shared/model/ids.ts'
import { codeIn } from './lookup.ts'
import { nameRefusal } from './name-refusal.ts'
import { type ActResult, refuse } from './refusal.ts'

/** Gives a code another name. Its codings are not touched: they know it by its id. */
export function renameCode(state: ProjectState, { codeId, name }: { codeId: CodeId; name: string }): ActResult {
  const code = codeIn(state, codeId)
  if (code.name === name.trim()) return refuse('refusal.sameValue')
  const problem = nameProblem(codeList(state), codeId, code.parentId, name)
  if (problem !== null) return nameRefusal(problem, name)
  return {
    name: 'act.renameCode',
    values: { from: code.name, to: name.trim() },
    changes: [{ kind: 'code', before: code, after: { ...code, name: name.trim() } }],
  }
}
