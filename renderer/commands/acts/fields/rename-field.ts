import { columnNameProblem } from '#shared/codebook/field-rules.ts'
import { codeList, type ProjectState } from '#shared/journal/state.ts'
import type { CodeId } from '#shared/model/ids.ts'
import { type ActResult, type ActWorld, type Refusal, refuse } from '../refusal.ts'
import { answerChanges, answersInUse, type FieldAt, familyIn, fieldChange, withField } from './family-lookup.ts'

/** Gives a field another CSV name; its answers go with it. */
export function renameField(
  state: ProjectState,
  { name, ...at }: FieldAt & { name: string },
  world: ActWorld,
): ActResult {
  return withField(state, at, (found) => {
    const to = name.trim()
    if (found.field.name === to) return refuse('refusal.sameValue')
    const others = found.others.map((field) => field.name)
    const refusal = columnNameRefusal(others, to)
    if (refusal !== null) return refusal
    // Answers to a field that is no longer defined would be taken for answers to this one.
    const held = [...answersInUse(state, { codeId: at.codeId, field: to }).values()].reduce((a, b) => a + b, 0)
    if (held > 0) return refuse('refusal.fieldNameHeld', { name: to, count: held })
    return {
      name: 'act.renameField',
      values: { from: found.field.name, to },
      changes: [
        fieldChange(found, { ...found.field, name: to }),
        ...answerChanges(state, at, (value) => value, world.at, to),
      ],
    }
  })
}

/** Gives a family another name in the CSV: in the column `family`, and before the names of its fields. */
export function renameFamilySlug(state: ProjectState, { codeId, slug }: { codeId: CodeId; slug: string }): ActResult {
  const { root, family } = familyIn(state, codeId)
  const to = slug.trim()
  if (family.slug === to) return refuse('refusal.sameValue')
  const others = codeList(state).flatMap((code) => (code.family === null || code === root ? [] : [code.family.slug]))
  return (
    columnNameRefusal(others, to) ?? {
      name: 'act.renameFamilySlug',
      values: { from: family.slug, to },
      changes: [{ kind: 'code', before: root, after: { ...root, family: { ...family, slug: to } } }],
    }
  )
}

function columnNameRefusal(others: readonly string[], name: string): Refusal | null {
  switch (columnNameProblem(others, name)) {
    case null:
      return null
    case 'empty':
      return refuse('refusal.nameEmpty')
    case 'not-a-name':
      return refuse('refusal.notAColumnName', { name })
    case 'taken':
      return refuse('refusal.columnNameTaken', { name })
  }
}
