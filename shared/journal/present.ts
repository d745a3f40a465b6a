import type { Coding } from '#shared/model/coding.ts'
import type { SourceId } from '#shared/model/ids.ts'
import type { Source } from '#shared/model/source.ts'
import { marksOf, type ProjectState, type SourceMarks } from './state.ts'

/** Whether a source is part of the data, as against lying in the bin. */
export function isPresent(source: Source): boolean {
  return source.binnedAt === undefined
}

/** Whether a project has a source that is not in the bin. */
export function isSourcePresent(state: ProjectState, sourceId: SourceId): boolean {
  const source = state.sources.get(sourceId)
  return source !== undefined && isPresent(source)
}

const lists = new WeakMap<ProjectState['sources'], readonly Source[]>()

/**
 * The sources that are not in the bin: what counts, lists, finds or exports goes by these. The same
 * list for as long as no source changes.
 */
export function presentSources(state: ProjectState): readonly Source[] {
  let list = lists.get(state.sources)
  if (list === undefined) {
    list = [...state.sources.values()].filter(isPresent)
    lists.set(state.sources, list)
  }
  return list
}

/** What belongs to each source that is not in the bin. */
export function presentMarks(state: ProjectState): readonly SourceMarks[] {
  return presentSources(state).map(({ id }) => marksOf(state, id))
}

/** How many codings the sources that are not in the bin have. */
export function presentCodingCount(state: ProjectState): number {
  return presentMarks(state).reduce((sum, { codings }) => sum + codings.size, 0)
}

/** Every coding of the sources that are not in the bin. */
export function* presentCodings(state: ProjectState): Generator<Coding> {
  for (const { id } of presentSources(state)) yield* marksOf(state, id).codings.values()
}
