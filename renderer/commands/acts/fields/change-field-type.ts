import { planTypeChange } from '#shared/codebook/field-type-change.ts'
import type { ProjectState } from '#shared/journal/state.ts'
import type { FieldType } from '#shared/model/code.ts'
import { type ActResult, type ActWorld, refuse } from '../refusal.ts'
import { answerChanges, answersInUse, type FieldAt, fieldChange, fieldWorldOf, withField } from './family-lookup.ts'

/**
 * Changes what a field is answered with. Every answer there is has to be one of the new type too;
 * otherwise nothing is changed. See `planTypeChange` for what becomes of them.
 */
export function changeFieldType(
  state: ProjectState,
  { type, ...at }: FieldAt & { type: FieldType },
  world: ActWorld,
): ActResult {
  return withField(state, at, (found) => {
    if (found.field.type === type) return refuse('refusal.sameValue')
    const plan = planTypeChange(found.field, type, answersInUse(state, at), fieldWorldOf(state))
    if (plan.unfit.length > 0) {
      return refuse('refusal.answersDoNotFit', { field: found.field.label, answer: plan.unfit[0]?.value ?? '' })
    }
    const become = new Map(plan.fits.map(({ value, becomes }) => [value, becomes]))
    return {
      name: 'act.changeFieldType',
      values: { field: found.field.label },
      changes: [
        fieldChange(found, plan.field),
        ...answerChanges(state, at, (value) => become.get(value) ?? value, world.at),
      ],
    }
  })
}
