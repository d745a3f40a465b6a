import type { ProjectState } from '#shared/journal/state.ts'
import type { CodeId } from '#shared/model/ids.ts'
import { codeIn } from './lookup.ts'
import { type ActResult, refuse } from './refusal.ts'

/** What is said of a code in words, in the order in which it is read. */
export const DEFINITION_PARTS = ['definition', 'include', 'exclude', 'example', 'notes'] as const
export type DefinitionPart = (typeof DEFINITION_PARTS)[number]

/** Writes one part of what is said of a code: what it means, when to use it, when not, an example, notes. */
export function defineCode(
  state: ProjectState,
  { codeId, part, text }: { codeId: CodeId; part: DefinitionPart; text: string },
): ActResult {
  const code = codeIn(state, codeId)
  if ((code[part] ?? '') === text) return refuse('refusal.sameValue')
  return {
    name: 'act.defineCode',
    values: { code: code.name },
    changes: [{ kind: 'code', before: code, after: { ...code, [part]: text } }],
  }
}

/** Adds a passage to the examples of a code. One that stands there already is not added again. */
export function addExample(state: ProjectState, { codeId, text }: { codeId: CodeId; text: string }): ActResult {
  const code = codeIn(state, codeId)
  const before = code.example ?? ''
  if (before.split('\n').includes(text)) return refuse('refusal.exampleThere', { code: code.name })
  const example = before.trim() === '' ? text : `${before.trimEnd()}\n${text}`
  return {
    name: 'act.addExample',
    values: { code: code.name },
    changes: [{ kind: 'code', before: code, after: { ...code, example } }],
  }
}
