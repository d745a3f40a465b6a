import type { ProjectState } from '#shared/journal/state.ts'
import type { CodeId } from '#shared/model/ids.ts'
import { codeIn } from './lookup.ts'
import { type ActResult, refuse } from './refusal.ts'

/** Says what the parts of a code's passages may be called: names with commas or line breaks between them. */
export function setPartNames(state: ProjectState, { codeId, text }: { codeId: CodeId; text: string }): ActResult {
  const before = codeIn(state, codeId)
  const names = text.split(/[,，、;；\n]/u).map((name) => name.trim())
  const parts = [...new Set(names.filter((name) => name !== ''))]
  const old = before.parts ?? []
  if (parts.length === old.length && parts.every((name, index) => name === old[index])) {
    return refuse('refusal.sameValue')
  }
  const { parts: _, ...others } = before
  const after = parts.length === 0 ? others : { ...before, parts }
  return { name: 'act.setPartNames', values: { code: before.name }, changes: [{ kind: 'code', before, after }] }
}
