import type { Change } from '#shared/journal/change.ts'
import type { ProjectState } from '#shared/journal/state.ts'
import type { SourceId } from '#shared/model/ids.ts'
import type { Source } from '#shared/model/source.ts'
import { nameFinder, sameNamed, variableNames, withNewName, withValue } from '#shared/sources/variable-names.ts'
import { type ActResult, MissingRecord, refuse } from './refusal.ts'

/** A cell of the table of variables; an empty value takes the variable from the source. */
export interface VariableCell {
  readonly sourceId: SourceId
  readonly name: string
  readonly value: string
}

/**
 * Fills in variables of sources, as many as there are, in one act. Blanks around names and values
 * are not kept. A new name that differs from one of the project's by case or width only stands for that one.
 */
export function setVariables(state: ProjectState, { cells }: { cells: readonly VariableCell[] }): ActResult {
  if (cells.some(({ name }) => name.trim() === '')) return refuse('refusal.nameEmpty')
  const nameOf = nameFinder(variableNames(state.sources.values()))
  const after = new Map<SourceId, Source>()
  for (const { sourceId, name: written, value } of cells) {
    const source = after.get(sourceId) ?? state.sources.get(sourceId)
    if (source === undefined) throw new MissingRecord(`no source ${sourceId}`)
    const name = nameOf(written)
    after.set(sourceId, { ...source, variables: withValue(source.variables, name, value) })
  }
  return actOf(state, after, { name: nameOf(cells[0]?.name ?? '') })
}

/** Gives a variable another name in all sources; refused where another variable has that name, in any case or width. */
export function renameVariable(state: ProjectState, { from, to }: { from: string; to: string }): ActResult {
  const name = to.trim()
  if (name === '') return refuse('refusal.nameEmpty')
  const names = variableNames(state.sources.values())
  if (!names.includes(from)) return refuse('refusal.sameValue')
  const holder = sameNamed(
    names.filter((one) => one !== from),
    name,
  )
  if (holder !== undefined) return refuse('refusal.variableTaken', { name: holder })
  const after = new Map<SourceId, Source>()
  for (const source of state.sources.values()) {
    if (!Object.hasOwn(source.variables, from)) continue
    after.set(source.id, { ...source, variables: withNewName(source.variables, from, name) })
  }
  return actOf(state, after, { name })
}

/** Takes a variable from all sources. */
export function removeVariable(state: ProjectState, { name }: { name: string }): ActResult {
  const after = new Map<SourceId, Source>()
  for (const source of state.sources.values()) {
    const { [name]: value, ...variables } = source.variables
    if (value !== undefined) after.set(source.id, { ...source, variables })
  }
  return actOf(state, after, { name })
}

function actOf(
  state: ProjectState,
  after: ReadonlyMap<SourceId, Source>,
  values: { readonly name: string },
): ActResult {
  const changes = [...after.values()].flatMap((source): Change[] => {
    const before = state.sources.get(source.id)
    if (before === undefined || isSame(before.variables, source.variables)) return []
    return [{ kind: 'source', before, after: source }]
  })
  if (changes.length === 0) return refuse('refusal.sameValue')
  return { name: 'act.setVariables', values: { ...values, count: changes.length }, changes }
}

function isSame(a: Source['variables'], b: Source['variables']): boolean {
  const names = Object.keys(a)
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name])
}
