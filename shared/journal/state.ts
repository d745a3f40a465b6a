import type { Code } from '#shared/model/code.ts'
import type { Coding } from '#shared/model/coding.ts'
import type { SourceId } from '#shared/model/ids.ts'
import type { Project } from '#shared/model/project.ts'
import type { Change, ProjectRecords, SourceRecords } from './change.ts'
import { PROJECT_TABLES, type ProjectTables, SOURCE_TABLES, type SourceTables, tablesOf } from './tables.ts'

/** What belongs to one source: segments, codings, links, reading edits. Kept, packed and copied by source, so that an act costs what its source holds. */
export type SourceMarks = SourceTables

/** A project as all acts of its journal have made it. Never changed in place: every act leads to a new one. */
export interface ProjectState extends ProjectTables {
  readonly project: Project
  readonly marks: ReadonlyMap<SourceId, SourceMarks>
}

const NO_MARKS: SourceMarks = tablesOf<SourceMarks>({}, Object.values(SOURCE_TABLES))

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
  let project = state.project
  const tables = new TableCopies(state)
  const marks = new Map<SourceId, TableCopies<SourceMarks>>()
  for (const change of changes) {
    const record = change.after ?? change.before
    if (record === null) throw new Error('a change without before and after')
    if (change.kind === 'project') {
      if (change.after !== null) project = change.after
    } else if (isOfSource(change)) {
      const { sourceId } = record as SourceRecords[keyof SourceRecords]
      let copies = marks.get(sourceId)
      if (copies === undefined) {
        copies = new TableCopies(marksOf(state, sourceId))
        marks.set(sourceId, copies)
      }
      copies.put(SOURCE_TABLES[change.kind], change)
    } else {
      tables.put(PROJECT_TABLES[change.kind], change)
    }
  }
  const touched = [...marks].map(([sourceId, copies]) => [sourceId, copies.result()] as const)
  return {
    ...tables.result(),
    project,
    marks: touched.length === 0 ? state.marks : new Map([...state.marks, ...touched]),
  }
}

type SourceChange = Extract<Change, { kind: keyof SourceRecords }>
type ProjectChange = Extract<Change, { kind: keyof ProjectRecords }>

function isOfSource(change: SourceChange | ProjectChange): change is SourceChange {
  return change.kind in SOURCE_TABLES
}

/** Tables of which those that a change touches are copied, each once. */
class TableCopies<Tables extends object> {
  readonly #tables: Tables
  readonly #copies = new Map<keyof Tables, Map<string, unknown>>()

  constructor(tables: Tables) {
    this.#tables = tables
  }

  put(name: keyof Tables, { before, after }: SourceChange | ProjectChange): void {
    let copy = this.#copies.get(name)
    if (copy === undefined) {
      copy = new Map(this.#tables[name] as ReadonlyMap<string, unknown>)
      this.#copies.set(name, copy)
    }
    const id = (after ?? before)?.id ?? ''
    if (copy.has(id) !== (before !== null)) throw new Error(`a change does not fit record ${id}`)
    if (after === null) copy.delete(id)
    else copy.set(id, after)
  }

  result(): Tables {
    return { ...this.#tables, ...Object.fromEntries(this.#copies) }
  }
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
