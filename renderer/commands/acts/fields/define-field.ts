import { fieldLabelProblem } from '#shared/codebook/field-rules.ts'
import type { ProjectState } from '#shared/journal/state.ts'
import type { FieldDefinition } from '#shared/model/code.ts'
import type { TurnRole } from '#shared/model/turn-role.ts'
import { type ActResult, refuse } from '../refusal.ts'
import { type FieldAt, fieldChange, withField } from './family-lookup.ts'

/** Gives a field another label. Its answers and its CSV name stay. */
export function relabelField(state: ProjectState, { label, ...at }: FieldAt & { label: string }): ActResult {
  return withField(state, at, (found) => {
    const to = label.trim()
    if (found.field.label === to) return refuse('refusal.sameValue')
    const problem = fieldLabelProblem(found.others, to)
    if (problem === 'empty') return refuse('refusal.nameEmpty')
    if (problem === 'taken') return refuse('refusal.fieldLabelTaken', { field: to })
    return {
      name: 'act.relabelField',
      values: { from: found.field.label, to },
      changes: [fieldChange(found, { ...found.field, label: to })],
    }
  })
}

/** How a field is asked, apart from its type: each a decision of its own. `null` takes the condition away. */
export type FieldManner =
  | { readonly required: boolean }
  | { readonly help: string }
  | { readonly appliesTo: TurnRole | null }
  | { readonly prefilled: boolean }

/** Changes how a field is asked. No answer is touched. */
export function defineField(state: ProjectState, { manner, ...at }: FieldAt & { manner: FieldManner }): ActResult {
  return withField(state, at, (found) => {
    const after = fieldAsked(found.field, manner)
    if (JSON.stringify(after) === JSON.stringify(fieldAsked(found.field, {}))) return refuse('refusal.sameValue')
    return { name: 'act.defineField', values: { field: found.field.label }, changes: [fieldChange(found, after)] }
  })
}

/** Properties that say nothing beyond what is meant without them are left out. */
function fieldAsked(field: FieldDefinition, manner: FieldManner | Record<string, never>): FieldDefinition {
  const { name, label, type, choices } = field
  const asked = {
    required: field.required ?? false,
    help: field.help ?? '',
    appliesTo: field.appliesTo ?? null,
    prefilled: field.prefilled ?? true,
    ...manner,
  }
  return {
    name,
    label,
    type,
    choices,
    ...(asked.required ? { required: true } : {}),
    ...(asked.help.trim() === '' ? {} : { help: asked.help.trim() }),
    ...(asked.appliesTo === null ? {} : { appliesTo: asked.appliesTo }),
    ...(asked.prefilled ? {} : { prefilled: false }),
  }
}
