import type { ProjectState } from '#shared/journal/state.ts'
import { type ActResult, refuse } from '../refusal.ts'
import { type FieldAt, fieldsChange, withField } from './family-lookup.ts'

/** Moves a field one place up (-1) or down (+1) among those of its family. */
export function shiftField(state: ProjectState, { by, ...at }: FieldAt & { by: -1 | 1 }): ActResult {
  return withField(state, at, ({ root, family, field }) => {
    const fields = shifted(family.fields, field, by)
    if (fields === null) return refuse('refusal.atTheEdge')
    return {
      name: 'act.shiftField',
      values: { field: field.label },
      changes: [fieldsChange(root, family, fields)],
    }
  })
}

/** The list with one of its entries a place up (-1) or down (+1); `null` where it cannot go further. */
export function shifted<T>(list: readonly T[], entry: T, by: -1 | 1): readonly T[] | null {
  const index = list.indexOf(entry)
  const other = list[index + by]
  if (index === -1 || other === undefined) return null
  return list.map((one, place) => (place === index ? other : place === index + by ? entry : one))
}
