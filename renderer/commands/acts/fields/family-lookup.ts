import type { FieldWorld } from '#shared/codebook/field-values.ts'
import { descendantsOf } from '#shared/codebook/tree.ts'
import type { Change } from '#shared/journal/change.ts'
import { presentSources } from '#shared/journal/present.ts'
import { codeList, type ProjectState } from '#shared/journal/state.ts'
import type { Code, Family, FieldDefinition } from '#shared/model/code.ts'
import type { Coding, FieldValues } from '#shared/model/coding.ts'
import type { CodeId, IsoDateTime } from '#shared/model/ids.ts'
import { pickerNames } from '#shared/sources/picker-names.ts'
import { codingsOf } from '../../codings-of.ts'
import { codeIn } from '../lookup.ts'
import { type ActResult, refuse } from '../refusal.ts'

/** Names a field: the root code of its family, and its CSV name. */
export interface FieldAt {
  readonly codeId: CodeId
  readonly field: string
}

/** A field with what it stands in. */
export interface FieldFound {
  readonly root: Code
  readonly family: Family
  readonly field: FieldDefinition
  /** All fields of the family but this one. */
  readonly others: readonly FieldDefinition[]
}

/** The family of a root code. Throws where the code is none: callers have it from the state that they ask. */
export function familyIn(state: ProjectState, codeId: CodeId): { readonly root: Code; readonly family: Family } {
  const root = codeIn(state, codeId)
  if (root.family === null) throw new Error(`code ${codeId} is no family`)
  return { root, family: root.family }
}

/** Goes on with a field, or refuses where it is no longer there: somebody may have deleted it meanwhile. */
export function withField(state: ProjectState, at: FieldAt, make: (found: FieldFound) => ActResult): ActResult {
  const { root, family } = familyIn(state, at.codeId)
  const field = family.fields.find(({ name }) => name === at.field)
  if (field === undefined) return refuse('refusal.fieldGone', { field: at.field })
  return make({ root, family, field, others: family.fields.filter((other) => other !== field) })
}

/** The change that gives a family other fields. */
export function fieldsChange(root: Code, family: Family, fields: readonly FieldDefinition[]): Change {
  return { kind: 'code', before: root, after: { ...root, family: { ...family, fields } } }
}

/** The change that puts another definition in the place of a field's. */
export function fieldChange({ root, family, field }: FieldFound, after: FieldDefinition): Change {
  return fieldsChange(
    root,
    family,
    family.fields.map((one) => (one === field ? after : one)),
  )
}

/** The codings by any code of a family. */
export function codingsOfFamily(state: ProjectState, rootId: CodeId): Generator<Coding> {
  const ids = new Set([rootId, ...descendantsOf(codeList(state), rootId).map((code) => code.id)])
  return codingsOf(state, ids)
}

/** The answers that a field has in the whole project, each with the number of codings that give it. */
export function answersInUse(state: ProjectState, { codeId, field }: FieldAt): ReadonlyMap<string, number> {
  const used = new Map<string, number>()
  for (const { fields } of codingsOfFamily(state, codeId)) {
    const value = Object.hasOwn(fields, field) ? fields[field] : undefined
    if (value !== undefined && value !== '') used.set(value, (used.get(value) ?? 0) + 1)
  }
  return used
}

/** The changes by which the answers to a field become others, in every coding; an empty answer takes it away. */
export function answerChanges(
  state: ProjectState,
  { codeId, field }: FieldAt,
  become: (value: string) => string,
  at: IsoDateTime,
  name: string = field,
): readonly Change[] {
  const changes: Change[] = []
  for (const coding of codingsOfFamily(state, codeId)) {
    const value = Object.hasOwn(coding.fields, field) ? coding.fields[field] : undefined
    if (value === undefined) continue
    const next = become(value)
    if (next === value && name === field) continue
    const { [field]: _, ...others } = coding.fields
    const fields: FieldValues = next === '' ? others : { ...others, [name]: next }
    changes.push({ kind: 'coding', before: coding, after: { ...coding, fields, modifiedAt: at } })
  }
  return changes
}

/** Those in the bin come last, by names that no other source has. */
function sourceNames(state: ProjectState): FieldWorld['sources'] {
  const names = new Map(pickerNames(presentSources(state)))
  const taken = new Set(names.values())
  for (const [id, name] of pickerNames([...state.sources.values()])) {
    if (!names.has(id)) names.set(id, taken.has(name) ? `${name} (${id})` : name)
  }
  return names
}

const worlds = new WeakMap<ProjectState['sources'], FieldWorld>()

/** What answers are read beside: the sources of the project by the names that tell them apart. */
export function fieldWorldOf(state: ProjectState): FieldWorld {
  let world = worlds.get(state.sources)
  if (world === undefined) {
    world = { sources: sourceNames(state) }
    worlds.set(state.sources, world)
  }
  return world
}
