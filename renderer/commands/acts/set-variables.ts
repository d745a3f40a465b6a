import type { Change } from '#shared/journal/change.ts'
import type { ProjectState } from '#shared/journal/state.ts'
import type { SourceId } from '#shared/model/ids.ts'
import type { Source } from '#shared/model/source.ts'
import { type ActResult, refuse } from './refusal.ts'

/** A cell of the table of variables; an empty value takes the variable from the source. */
export interface VariableCell {
  readonly sourceId: SourceId
  readonly name: string
  readonly value: string
}

/** Fills in variables of sources, as many as there are, in one act. Blanks around names and values are not kept. */
export function setVariables(state: ProjectState, { cells }: { cells: readonly VariableCell[] }): ActResult {
  if (cells.some(({ name }) => name.trim() === '')) return refuse('refusal.nameEmpty')
  const after = new Map<SourceId, Source>()
  for (const { sourceId, name, value } of cells) {
    const source = after.get(sourceId) ?? state.sources.get(sourceId)
    if (source === undefined) throw new Error(`no source ${sourceId}`)
    const { [name.trim()]: _old, ...others } = source.variables
    const variables = value.trim() === '' ? others : { ...source.variables, [name.trim()]: value.trim() }
    after.set(sourceId, { ...source, variables })
  }
  return actOf(state, after, { name: cells[0]?.name.trim() ?? '' })
}

/** Gives a variable another name in all sources. A source that has both names keeps what stands under the new one. */
export function renameVariable(state: ProjectState, { from, to }: { from: string; to: string }): ActResult {
  if (to.trim() === '') return refuse('refusal.nameEmpty')
  const after = new Map<SourceId, Source>()
  for (const source of state.sources.values()) {
    const entries = Object.entries(source.variables)
    const hasNew = entries.some(([name]) => name === to.trim())
    const renamed = entries.flatMap(([name, value]) =>
      name !== from ? [[name, value] as const] : hasNew ? [] : [[to.trim(), value] as const],
    )
    if (Object.hasOwn(source.variables, from))
      after.set(source.id, { ...source, variables: Object.fromEntries(renamed) })
  }
  return actOf(state, after, { name: to.trim() })
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
