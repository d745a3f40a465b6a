import type { Family, FieldDefinition } from '#shared/model/code.ts'
import type { FieldValues } from '#shared/model/coding.ts'
import type { TurnRole } from '#shared/model/turn-role.ts'

/** The turn that a passage starts in, as far as fields ask; `null` outside of all turns. */
export type TurnAsked = { readonly role: TurnRole; readonly speaker: string | null } | null

/** Tells whether a field is asked of codings in such a turn. */
export function isAsked(field: FieldDefinition, turn: TurnAsked): boolean {
  return field.appliesTo === undefined || field.appliesTo === turn?.role
}

/** The fields that are shown for a coding: those asked, and those answered all the same. */
export function fieldsShown(family: Family, values: FieldValues, turn: TurnAsked): readonly FieldDefinition[] {
  return family.fields.filter((field) => isAsked(field, turn) || hasAnswer(values, field.name))
}

/** The required fields that are still to be answered. */
export function fieldsMissing(family: Family | null, values: FieldValues, turn: TurnAsked): readonly FieldDefinition[] {
  if (family === null) return []
  return family.fields.filter(
    (field) => field.required === true && isAsked(field, turn) && !hasAnswer(values, field.name),
  )
}

/** What a family asks that the turn itself answers: who speaks. */
export function fieldsFromTurn(family: Family | null, turn: TurnAsked): FieldValues {
  const speaker = turn?.speaker ?? null
  if (family === null || speaker === null) return {}
  const filled = family.fields.filter(
    (field) => field.type === 'speaker' && field.prefilled !== false && isAsked(field, turn),
  )
  return Object.fromEntries(filled.map((field) => [field.name, speaker]))
}

/** Answers to fields that the family does not define (any more), by name. They are kept and exported. */
export function answersLeft(family: Family | null, values: FieldValues): readonly (readonly [string, string])[] {
  const defined = new Set(family?.fields.map((field) => field.name))
  return Object.entries(values).filter(([name]) => !defined.has(name))
}

/** Names come from users: `constructor` must not find what every object has. */
function hasAnswer(values: FieldValues, name: string): boolean {
  return Object.hasOwn(values, name) && values[name] !== ''
}
