import type { ProjectState } from '#shared/journal/state.ts'
import type { CodeId } from '#shared/model/ids.ts'
import { codeIn } from './lookup.ts'
import { type ActResult, refuse } from './refusal.ts'

/** What a code's definition consists of. */
export type DefinitionPart = 'definition' | 'include' | 'exclude'

/** Writes one part of a code's definition: what it means, when to use it, when not. */
export function defineCode(
  state: ProjectState,
  { codeId, part, text }: { codeId: CodeId; part: DefinitionPart; text: string },
): ActResult {
  const code = codeIn(state, codeId)
  if (code[part] === text) return refuse('refusal.sameValue')
  return {
    name: 'act.defineCode',
    values: { code: code.name },
    changes: [{ kind: 'code', before: code, after: { ...code, [part]: text } }],
  }
}
