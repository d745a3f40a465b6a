import type { ProjectState } from '#shared/journal/state.ts'
import type { CodingId, SourceId } from '#shared/model/ids.ts'
import { codingIn } from './lookup.ts'
import { type ActResult, type ActWorld, refuse } from './refusal.ts'

/** Answers one of the family's questions for a coding; an empty value takes the answer away. */
export function setField(
  state: ProjectState,
  at: { sourceId: SourceId; codingId: CodingId; field: string; label: string; value: string },
  world: ActWorld,
): ActResult {
  const { coding } = codingIn(state, at.sourceId, at.codingId)
  if ((coding.fields[at.field] ?? '') === at.value) return refuse('refusal.sameValue')
  const { [at.field]: _, ...others } = coding.fields
  const fields = at.value === '' ? others : { ...others, [at.field]: at.value }
  return {
    name: 'act.setField',
    values: { field: at.label },
    changes: [{ kind: 'coding', before: coding, after: { ...coding, fields, modifiedAt: world.at } }],
  }
}
