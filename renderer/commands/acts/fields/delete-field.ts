import type { ProjectState } from '#shared/journal/state.ts'
import type { ActResult, ActWorld } from '../refusal.ts'
import { answerChanges, type FieldAt, fieldsChange, withField } from './family-lookup.ts'

/** Deletes a field with all answers to it. */
export function deleteField(state: ProjectState, at: FieldAt, world: ActWorld): ActResult {
  return withField(state, at, ({ root, family, field, others }) => {
    const answers = answerChanges(state, at, () => '', world.at)
    return {
      name: 'act.deleteField',
      values: { field: field.label, count: answers.length },
      changes: [fieldsChange(root, family, others), ...answers],
    }
  })
}
