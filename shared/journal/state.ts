import type { Code } from '#shared/model/code.ts'
import type { Coder } from '#shared/model/coder.ts'
import type { Coding } from '#shared/model/coding.ts'
import type { CodeId, CoderId, CodingId, MemoId, ReadingEditId, SegmentId, SourceId } from '#shared/model/ids.ts'
import type { Memo } from '#shared/model/memo.ts'
import type { Project } from '#shared/model/project.ts'
import type { ReadingEdit } from '#shared/model/reading-edit.ts'
import type { Segment } from '#shared/model/segment.ts'
import type { Source } from '#shared/model/source.ts'
import type { Change } from './change.ts'

/** The segments, codings and reading edits of one source. They are kept, packed and copied by source, so that an act costs what its source holds. */
export interface SourceMarks {
  readonly segments: ReadonlyMap<SegmentId, Segment>
  readonly codings: ReadonlyMap<CodingId, Coding>
  readonly edits: ReadonlyMap<ReadingEditId, ReadingEdit>
}

/** A project as all acts of its journal have made it. Never changed in place: every act leads to a new one. */
export interface ProjectState {
  readonly project: Project
  readonly coders: ReadonlyMap<CoderId, Coder>
  readonly sources: ReadonlyMap<SourceId, Source>
  readonly codes: ReadonlyMap<CodeId, Code>
  readonly memos: ReadonlyMap<MemoId, Memo>
  readonly marks: ReadonlyMap<SourceId, SourceMarks>
}

const NO_MARKS: SourceMarks = { segments: new Map(), codings: new Map(), edits: new Map() }

/** The state before the first act: a project that holds nothing. */
export function emptyState(project: Project): ProjectState {
  return { project, coders: new Map(), sources: new Map(), codes: new Map(), memos: new Map(), marks: new Map() }
}

/** The segments, codings and reading edits of a source; empty where there are none. */
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
  const coders = copyOnWrite(state.coders)
  const sources = copyOnWrite(state.sources)
  const codes = copyOnWrite(state.codes)
  const memos = copyOnWrite(state.memos)
  const marks = copyOnWrite(state.marks)
  const marksCopies = new Map<SourceId, MarksCopies>()

  const marksOfSource = (sourceId: SourceId) => {
    let copies = marksCopies.get(sourceId)
    if (copies === undefined) {
      const now = marksOf(state, sourceId)
      copies = {
        segments: copyOnWrite(now.segments),
        codings: copyOnWrite(now.codings),
        edits: copyOnWrite(now.edits),
      }
      marksCopies.set(sourceId, copies)
    }
    return copies
  }

  for (const change of changes) {
    switch (change.kind) {
      case 'project':
        if (change.after !== null) project = change.after
        break
      case 'coder':
        coders.put(change)
        break
      case 'source':
        sources.put(change)
        break
      case 'code':
        codes.put(change)
        break
      case 'memo':
        memos.put(change)
        break
      case 'segment':
        marksOfSource((change.after ?? present(change.before)).sourceId).segments.put(change)
        break
      case 'coding':
        marksOfSource((change.after ?? present(change.before)).sourceId).codings.put(change)
        break
      case 'edit':
        marksOfSource((change.after ?? present(change.before)).sourceId).edits.put(change)
        break
    }
  }
  for (const [sourceId, copies] of marksCopies) {
    const before = state.marks.get(sourceId) ?? null
    marks.put({
      before: before === null ? null : { id: sourceId, ...before },
      after: {
        id: sourceId,
        segments: copies.segments.result(),
        codings: copies.codings.result(),
        edits: copies.edits.result(),
      },
    })
  }
  return {
    project,
    coders: coders.result(),
    sources: sources.result(),
    codes: codes.result(),
    memos: memos.result(),
    marks: marks.result(),
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

function present<T>(value: T | null): T {
  if (value === null) throw new Error('a change without before and after')
  return value
}

interface MarksCopies {
  readonly segments: Copied<SegmentId, Segment>
  readonly codings: Copied<CodingId, Coding>
  readonly edits: Copied<ReadingEditId, ReadingEdit>
}

interface Copied<Id, R> {
  readonly put: (change: { readonly before: (R & { id: Id }) | null; readonly after: (R & { id: Id }) | null }) => void
  readonly result: () => ReadonlyMap<Id, R>
}

function copyOnWrite<Id, R>(table: ReadonlyMap<Id, R>): Copied<Id, R> {
  let copy: Map<Id, R> | null = null
  return {
    put({ before, after }) {
      const id = present(after ?? before).id
      copy ??= new Map(table)
      if (copy.has(id) !== (before !== null)) throw new Error(`a change does not fit record ${String(id)}`)
      if (after === null) copy.delete(id)
      else copy.set(id, after)
    },
    result: () => copy ?? table,
  }
}
