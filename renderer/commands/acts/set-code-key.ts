import { keyProblem } from '#shared/codebook/rules.ts'
import { codeList, type ProjectState } from '#shared/journal/state.ts'
import type { CodeId } from '#shared/model/ids.ts'
import { codeIn } from './lookup.ts'
import { keyRefusal } from './name-refusal.ts'
import { type ActResult, refuse } from './refusal.ts'

/** Gives a code the key that applies it, or takes it away (`null` or empty); `reserved` are the characters that commands take. */
export function setCodeKey(
  state: ProjectState,
  at: { codeId: CodeId; key: string | null; reserved?: ReadonlySet<string> },
): ActResult {
  const code = codeIn(state, at.codeId)
  const key = at.key === null || at.key.trim() === '' ? null : at.key.trim().toLowerCase()
  if (code.key === key) return refuse('refusal.sameValue')
  if (key !== null) {
    const problem = keyProblem(codeList(state), code.id, key, at.reserved)
    if (problem !== null) {
      return keyRefusal(problem, key, problem.reason === 'taken' ? codeIn(state, problem.by).name : '')
    }
  }
  return {
    name: 'act.setCodeKey',
    values: { code: code.name },
    changes: [{ kind: 'code', before: code, after: { ...code, key } }],
  }
}
