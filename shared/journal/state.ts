import type { Code } from '#shared/model/code.ts'
import type { Coding } from '#shared/model/coding.ts'
import type { SourceId } from '#shared/model/ids.ts'
import type { Project } from '#shared/model/project.ts'
import type { Change, ProjectRecords, SourceRecords } from './change.ts'
import type { Difference, RecordTable } from './record-table.ts'
import { finished, type Steps } from './steps.ts'
import { PROJECT_TABLES, type ProjectTables, SOURCE_TABLES, type SourceTables, tablesOf } from './tables.ts'

/** What belongs to one source: segments, codings, links, reading edits. Kept, packed and copied by source, so that an act touches what its source holds and nothing else. */
export type SourceMarks = SourceTables

/** A project as all acts of its journal have made it. Never changed in place: every act leads to a new one. */
export interface ProjectState extends ProjectTables {
  readonly project: Project
  readonly marks: ReadonlyMap<SourceId, SourceMarks>
}

const noMarks = (): SourceMarks => tablesOf<SourceMarks>({}, Object.values(SOURCE_TABLES))
const NO_MARKS = noMarks()

/** The state before the first act: a project that holds nothing. */
export function emptyState(project: Project): ProjectState {
  return { project, ...tablesOf<ProjectTables>({}, Object.values(PROJECT_TABLES)), marks: new Map() }
}

/** What belongs to a source; empty where there is nothing. */
export function marksOf(state: ProjectState, sourceId: SourceId): SourceMarks {
  return state.marks.get(sourceId) ?? NO_MARKS
}

/**
 * The state that the changes lead to. Only the tables that they touch are copied, each once.
 * Throws where a change does not fit the state (it makes what exists, or changes what does not):
 * that is a bug, and going on would lose a coding.
 */
export function applyChanges(state: ProjectState, changes: readonly Change[]): ProjectState {
  return finished(applyingChanges(state, changes))
}

/** As `applyChanges`, in steps. */
export function* applyingChanges(state: ProjectState, changes: readonly Change[]): Steps<ProjectState> {
  let project = state.project
  const ofProject = new Map<keyof ProjectTables, Difference<AnyRecord>[]>()
  const ofSources = new Map<SourceId, Map<keyof SourceTables, Difference<AnyRecord>[]>>()
  for (const change of changes) {
    yield
    const record = change.after ?? change.before
    if (record === null) throw new Error('a change without before and after')
    if (change.kind === 'project') {
      if (change.after !== null) project = change.after
    } else if (isOfSource(change)) {
      const { sourceId } = record as SourceRecords[keyof SourceRecords]
      let ofSource = ofSources.get(sourceId)
      if (ofSource === undefined) {
        ofSource = new Map()
        ofSources.set(sourceId, ofSource)
      }
      note(ofSource, SOURCE_TABLES[change.kind], change)
    } else {
      note(ofProject, PROJECT_TABLES[change.kind], change)
    }
  }
  let { marks } = state
  if (ofSources.size > 0) {
    const changed = new Map(marks)
    for (const [id, differences] of ofSources) {
      // Tables of its own, so that what is kept of them in step is not kept for some other new source.
      const tables = marks.get(id) ?? noMarks()
      changed.set(id, { ...tables, ...(yield* changedTables(tables, differences)) })
    }
    marks = changed
  }
  return { ...state, ...(yield* changedTables(state, ofProject)), project, marks }
}

type AnyRecord = ProjectRecords[keyof ProjectRecords] | SourceRecords[keyof SourceRecords]
type SourceChange = Extract<Change, { kind: keyof SourceRecords }>
type ProjectChange = Extract<Change, { kind: keyof ProjectRecords }>

function isOfSource(change: SourceChange | ProjectChange): change is SourceChange {
  return change.kind in SOURCE_TABLES
}

function note<Name>(
  tables: Map<Name, Difference<AnyRecord>[]>,
  name: Name,
  change: SourceChange | ProjectChange,
): void {
  const known = tables.get(name)
  if (known === undefined) tables.set(name, [change])
  else known.push(change)
}

/** The tables that differences name, changed. */
function* changedTables<Tables extends ProjectTables | SourceTables>(
  tables: Tables,
  changes: ReadonlyMap<keyof Tables, readonly Difference<AnyRecord>[]>,
): Steps<Partial<Tables>> {
  const changed: [keyof Tables, RecordTable<string, AnyRecord>][] = []
  for (const [name, differences] of changes) {
    // Which records a table has goes by its name, which the type cannot say.
    const table = tables[name] as unknown as RecordTable<string, AnyRecord>
    changed.push([name, yield* table.changing(differences)])
  }
  return Object.fromEntries(changed) as Partial<Tables>
}

const codeLists = new WeakMap<ProjectState['codes'], readonly Code[]>()

/** The codes as one list, the same list for as long as the codebook does not change. */
export function codeList(state: ProjectState): readonly Code[] {
  let list = codeLists.get(state.codes)
  if (list === undefined) {
    list = [...state.codes.values()]
    codeLists.set(state.codes, list)
  }
  return list
}

/** Every coding of the project, by source. */
export function* allCodings(state: ProjectState): Generator<Coding> {
  for (const { codings } of state.marks.values()) yield* codings.values()
}
