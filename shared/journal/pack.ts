import type { SourceId } from '#shared/model/ids.ts'
import type { Project } from '#shared/model/project.ts'
import type { Change } from './change.ts'
import { marksOf, type ProjectState, type SourceMarks } from './state.ts'
import {
  type Lists,
  listsOf,
  type PackedLists,
  PROJECT_TABLES,
  type ProjectTables,
  packedOf,
  SOURCE_TABLES,
  tablesOf,
} from './tables.ts'

/** The packed state of a project but for what belongs to single sources. */
export interface ProjectPack extends Lists<ProjectTables> {
  readonly project: Project
}

/** What belongs to one source, packed. */
export interface SourcePack extends PackedLists<SourceMarks> {
  readonly sourceId: SourceId
}

const PROJECT_NAMES = Object.values(PROJECT_TABLES)
const SOURCE_NAMES = Object.values(SOURCE_TABLES)

/** Packs what belongs to no single source. */
export function packProject(state: ProjectState): ProjectPack {
  return { project: state.project, ...listsOf<ProjectTables>(state, PROJECT_NAMES) }
}

/** Packs the segments, codings, links and reading edits of each source that `touched` names. */
export function packSources(state: ProjectState, touched: ReadonlySet<SourceId>): readonly SourcePack[] {
  return [...touched].map((sourceId) => ({
    sourceId,
    ...packedOf<SourceMarks>(marksOf(state, sourceId), SOURCE_NAMES),
  }))
}

/** The state that packs hold. */
export function unpack(pack: ProjectPack, sources: readonly SourcePack[]): ProjectState {
  return {
    project: pack.project,
    ...tablesOf<ProjectTables>(pack, PROJECT_NAMES),
    marks: new Map(sources.map((source) => [source.sourceId, tablesOf<SourceMarks>(source, SOURCE_NAMES)])),
  }
}

/** The sources whose segments, codings, links or reading edits the changes touch. */
export function sourcesTouched(changes: readonly Change[]): ReadonlySet<SourceId> {
  const touched = new Set<SourceId>()
  for (const change of changes) {
    if (!(change.kind in SOURCE_TABLES)) continue
    const record = change.after ?? change.before
    if (record !== null && 'sourceId' in record) touched.add(record.sourceId)
  }
  return touched
}
