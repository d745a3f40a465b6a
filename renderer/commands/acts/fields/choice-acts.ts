import { choiceProblem, choiceValueFor } from '#shared/codebook/field-rules.ts'
import { answerOf, valuesOf } from '#shared/codebook/field-values.ts'
import type { ProjectState } from '#shared/journal/state.ts'
import type { FieldChoice } from '#shared/model/code.ts'
import { type ActResult, type ActWorld, type Refusal, refuse } from '../refusal.ts'
import { answerChanges, type FieldAt, type FieldFound, fieldChange, withField } from './family-lookup.ts'
import { shifted } from './shift-field.ts'

/** Names a choice of a field by its value. */
export interface ChoiceAt extends FieldAt {
  readonly value: string
}

/** Adds a choice behind the others, with a value made from its label. */
export function addChoice(state: ProjectState, { label, ...at }: FieldAt & { label: string }): ActResult {
  return withField(state, at, (found) => {
    const { choices } = found.field
    const choice: FieldChoice = { value: choiceValueFor(label, choices), label: label.trim() }
    const refusal = choiceRefusal(choices, 'label', choice.label) ?? choiceRefusal(choices, 'value', choice.value)
    return refusal ?? actOn(found, 'act.addChoice', choice.label, [...choices, choice])
  })
}

/** Gives a choice another label. Answers hold its value, which stays. */
export function relabelChoice(state: ProjectState, { label, ...at }: ChoiceAt & { label: string }): ActResult {
  return withChoice(state, at, (found, choice, others) => {
    const to = label.trim()
    if (choice.label === to) return refuse('refusal.sameValue')
    const choices = found.field.choices.map((one) => (one === choice ? { ...one, label: to } : one))
    return choiceRefusal(others, 'label', to) ?? actOn(found, 'act.relabelChoice', to, choices)
  })
}

/** Gives a choice another value, in all answers too. */
export function renameChoice(
  state: ProjectState,
  { to: wanted, ...at }: ChoiceAt & { to: string },
  world: ActWorld,
): ActResult {
  return withChoice(state, at, (found, choice, others) => {
    const to = wanted.trim()
    if (choice.value === to) return refuse('refusal.sameValue')
    const refusal = choiceRefusal(others, 'value', to)
    if (refusal !== null) return refusal
    const answers = answerChanges(
      state,
      at,
      become(found, (value) => (value === choice.value ? to : value)),
      world.at,
    )
    const choices = found.field.choices.map((one) => (one === choice ? { ...one, value: to } : one))
    return actOn(found, 'act.renameChoice', choice.label, choices, answers)
  })
}

/** Moves a choice one place up (-1) or down (+1). */
export function shiftChoice(state: ProjectState, { by, ...at }: ChoiceAt & { by: -1 | 1 }): ActResult {
  return withChoice(state, at, (found, choice) => {
    const choices = shifted(found.field.choices, choice, by)
    return choices === null ? refuse('refusal.atTheEdge') : actOn(found, 'act.shiftChoice', choice.label, choices)
  })
}

/** Deletes a choice, and takes it out of the answers that name it. */
export function deleteChoice(state: ProjectState, at: ChoiceAt, world: ActWorld): ActResult {
  return withChoice(state, at, (found, choice, others) => {
    const answers = answerChanges(
      state,
      at,
      become(found, (value) => (value === choice.value ? '' : value)),
      world.at,
    )
    const changed = actOn(found, 'act.deleteChoice', choice.label, others, answers)
    return { ...changed, values: { ...changed.values, count: answers.length } }
  })
}

/** What becomes of an answer when single values become others; an empty one leaves the answer. */
function become({ field }: FieldFound, each: (value: string) => string): (answer: string) => string {
  return (answer) => {
    if (field.type !== 'choices') return each(answer)
    const before = valuesOf(answer)
    const after = before.map(each)
    // An answer that this does not concern stays as it is, even where an older program wrote it otherwise.
    return before.every((value, place) => value === after[place])
      ? answer
      : answerOf(after.filter((value) => value !== ''))
  }
}

function actOn(
  found: FieldFound,
  name: 'act.addChoice' | 'act.relabelChoice' | 'act.renameChoice' | 'act.shiftChoice' | 'act.deleteChoice',
  choice: string,
  choices: readonly FieldChoice[],
  answers: ReturnType<typeof answerChanges> = [],
): Exclude<ActResult, Refusal> {
  return {
    name,
    values: { choice, field: found.field.label },
    changes: [fieldChange(found, { ...found.field, choices }), ...answers],
  }
}

function withChoice(
  state: ProjectState,
  at: ChoiceAt,
  make: (found: FieldFound, choice: FieldChoice, others: readonly FieldChoice[]) => ActResult,
): ActResult {
  return withField(state, at, (found) => {
    const choice = found.field.choices.find(({ value }) => value === at.value)
    if (choice === undefined) return refuse('refusal.choiceGone', { choice: at.value })
    return make(
      found,
      choice,
      found.field.choices.filter((other) => other !== choice),
    )
  })
}

function choiceRefusal(others: readonly FieldChoice[], part: 'value' | 'label', text: string): Refusal | null {
  switch (choiceProblem(others, part, text)) {
    case null:
      return null
    case 'empty':
      return refuse('refusal.nameEmpty')
    case 'separator':
      return refuse('refusal.choiceSeparator')
    case 'taken':
      return refuse('refusal.choiceTaken', { choice: text })
  }
}
