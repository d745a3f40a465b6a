import { fieldLabelProblem, freeColumnName } from '#shared/codebook/field-rules.ts'
import type { ProjectState } from '#shared/journal/state.ts'
import type { FieldDefinition, FieldType } from '#shared/model/code.ts'
import type { CodeId } from '#shared/model/ids.ts'
import { type ActResult, refuse } from '../refusal.ts'
import { codingsOfFamily, familyIn, fieldsChange } from './family-lookup.ts'

/**
 * Adds a field behind those of a family. Its CSV name is made from the label, and is none under
 * which codings still hold answers to a field of old: those are not answers to this one.
 */
export function addField(
  state: ProjectState,
  { codeId, label, type }: { codeId: CodeId; label: string; type: FieldType },
): ActResult {
  const { root, family } = familyIn(state, codeId)
  const problem = fieldLabelProblem(family.fields, label)
  if (problem === 'empty') return refuse('refusal.nameEmpty')
  if (problem === 'taken') return refuse('refusal.fieldLabelTaken', { field: label.trim() })
  const taken = new Set(family.fields.map(({ name }) => name))
  for (const { fields } of codingsOfFamily(state, codeId)) for (const name of Object.keys(fields)) taken.add(name)
  const field: FieldDefinition = {
    name: freeColumnName(label, 'field', taken),
    label: label.trim(),
    type,
    choices: [],
  }
  return {
    name: 'act.addField',
    values: { field: field.label, family: root.name },
    changes: [fieldsChange(root, family, [...family.fields, field])],
  }
}
