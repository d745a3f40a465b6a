import type { Change } from '#shared/journal/change.ts'
import type { ProjectState } from '#shared/journal/state.ts'
import type { MessageKey } from '#shared/messages/catalogue.ts'
import type { SourceId } from '#shared/model/ids.ts'
import type { Source } from '#shared/model/source.ts'
import { type ActResult, type ActWorld, refuse } from './refusal.ts'
import { sourceIn } from './source-acts.ts'

/** Several sources at once, each once. */
interface Chosen {
  readonly sourceIds: readonly SourceId[]
}

/** Puts sources in a group; an empty name takes them out of theirs. A group is there as long as a source is in it. */
export function groupSources(state: ProjectState, { sourceIds, group }: Chosen & { group: string }): ActResult {
  const name = group.trim()
  return actOn(state, sourceIds, name === '' ? 'act.ungroupSources' : 'act.groupSources', { group: name }, (source) => {
    const { group: _old, ...others } = source
    if (name === (source.group ?? '')) return null
    return name === '' ? others : { ...source, group: name }
  })
}

/** Gives a group another name; where there is a group of that name, the two become one. */
export function renameGroup(state: ProjectState, { from, to }: { from: string; to: string }): ActResult {
  const name = to.trim()
  if (name === '') return refuse('refusal.nameEmpty')
  const members = [...state.sources.values()].filter(({ group }) => group === from)
  return actOn(
    state,
    members.map(({ id }) => id),
    'act.renameGroup',
    { from, to: name },
    (source) => (name === from ? null : { ...source, group: name }),
  )
}

/** Puts sources out of the way. They go on being counted, found and exported. */
export function archiveSources(state: ProjectState, { sourceIds }: Chosen, world: ActWorld): ActResult {
  return actOn(state, sourceIds, 'act.archiveSources', {}, (source) =>
    source.archivedAt === undefined ? { ...source, archivedAt: world.at } : null,
  )
}

/** Brings archived sources back among the others. */
export function unarchiveSources(state: ProjectState, { sourceIds }: Chosen): ActResult {
  return actOn(state, sourceIds, 'act.unarchiveSources', {}, (source) => {
    const { archivedAt, ...others } = source
    return archivedAt === undefined ? null : others
  })
}

/** Puts sources in the bin, as they are with all their codings: nothing counts, finds or exports them there. */
export function binSources(state: ProjectState, { sourceIds }: Chosen, world: ActWorld): ActResult {
  return actOn(state, sourceIds, 'act.binSources', {}, (source) =>
    source.binnedAt === undefined ? { ...source, binnedAt: world.at } : null,
  )
}

/** Takes sources out of the bin. */
export function restoreSources(state: ProjectState, { sourceIds }: Chosen): ActResult {
  return actOn(state, sourceIds, 'act.restoreSources', {}, (source) => {
    const { binnedAt, ...others } = source
    return binnedAt === undefined ? null : others
  })
}

/** The act that changes each source that `changed` has another record for; `null` leaves it as it is. */
function actOn(
  state: ProjectState,
  sourceIds: readonly SourceId[],
  name: MessageKey,
  values: Readonly<Record<string, string>>,
  changed: (source: Source) => Source | null,
): ActResult {
  const changes = sourceIds.flatMap((id): Change[] => {
    const before = sourceIn(state, id)
    const after = changed(before)
    return after === null ? [] : [{ kind: 'source', before, after }]
  })
  const [first] = changes
  if (first === undefined) return refuse(sourceIds.length === 0 ? 'refusal.noSources' : 'refusal.sameValue')
  const source = (first.before as Source).name
  return { name, values: { source, count: changes.length, ...values }, changes }
}
