import { parseField } from '#shared/codebook/field-values.ts'
import { rootOf } from '#shared/codebook/tree.ts'
import { codeList, type ProjectState } from '#shared/journal/state.ts'
import type { CodingId, SourceId } from '#shared/model/ids.ts'
import { fieldWorldOf } from './fields/family-lookup.ts'
import { codingIn } from './lookup.ts'
import { type ActResult, type ActWorld, refuse } from './refusal.ts'

/**
 * Answers one of the family's questions for a coding, with what somebody wrote (see `parseField`);
 * an empty answer takes away the one that was there, also one to a field that is no longer defined.
 */
export function setField(
  state: ProjectState,
  at: { sourceId: SourceId; codingId: CodingId; field: string; written: string },
  world: ActWorld,
): ActResult {
  const { coding } = codingIn(state, at.sourceId, at.codingId)
  const family = rootOf(codeList(state), coding.codeId)?.family ?? null
  const field = family?.fields.find(({ name }) => name === at.field)
  if (field === undefined && at.written !== '') return refuse('refusal.fieldGone', { field: at.field })
  const parsed = field === undefined ? { value: '' } : parseField(field, at.written, fieldWorldOf(state))
  if ('problem' in parsed) return refuse(`refusal.${parsed.problem}`, { text: at.written })
  const { value } = parsed
  const before = Object.hasOwn(coding.fields, at.field) ? (coding.fields[at.field] ?? '') : ''
  if (before === value) return refuse('refusal.sameValue')
  const { [at.field]: _, ...others } = coding.fields
  const fields = value === '' ? others : { ...others, [at.field]: value }
  return {
    name: 'act.setField',
    values: { field: field?.label ?? at.field },
    changes: [{ kind: 'coding', before: coding, after: { ...coding, fields, modifiedAt: world.at } }],
  }
}
