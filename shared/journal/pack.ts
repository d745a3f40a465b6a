import type { Coding } from '#shared/model/coding.ts'
import type { SourceId } from '#shared/model/ids.ts'
import type { ReadingEdit } from '#shared/model/reading-edit.ts'
import type { Segment } from '#shared/model/segment.ts'
import type { Change, RecordTypes } from './change.ts'
import type { ProjectState } from './state.ts'

/** The packed state of a project but for what belongs to single sources. */
export interface ProjectPack {
  readonly project: RecordTypes['project']
  readonly coders: readonly RecordTypes['coder'][]
  readonly sources: readonly RecordTypes['source'][]
  readonly codes: readonly RecordTypes['code'][]
  readonly memos: readonly RecordTypes['memo'][]
}

/** The packed segments, codings and reading edits of one source. */
export interface SourcePack {
  readonly sourceId: SourceId
  readonly segments: readonly Segment[]
  readonly codings: readonly Coding[]
  /** Absent in packs that are older than reading edits. */
  readonly edits?: readonly ReadingEdit[]
}

/** Packs what belongs to no single source. */
export function packProject(state: ProjectState): ProjectPack {
  return {
    project: state.project,
    coders: [...state.coders.values()],
    sources: [...state.sources.values()],
    codes: [...state.codes.values()],
    memos: [...state.memos.values()],
  }
}

/** Packs the segments, codings and reading edits of each source that `touched` names. */
export function packSources(state: ProjectState, touched: ReadonlySet<SourceId>): readonly SourcePack[] {
  return [...touched].map((sourceId) => {
    const marks = state.marks.get(sourceId)
    return {
      sourceId,
      segments: [...(marks?.segments.values() ?? [])],
      codings: [...(marks?.codings.values() ?? [])],
      edits: [...(marks?.edits.values() ?? [])],
    }
  })
}

/** The state that packs hold. */
export function unpack(pack: ProjectPack, sources: readonly SourcePack[]): ProjectState {
  return {
    project: pack.project,
    coders: new Map(pack.coders.map((coder) => [coder.id, coder])),
    sources: new Map(pack.sources.map((source) => [source.id, source])),
    codes: new Map(pack.codes.map((code) => [code.id, code])),
    memos: new Map(pack.memos.map((memo) => [memo.id, memo])),
    marks: new Map(
      sources.map(({ sourceId, segments, codings, edits = [] }) => [
        sourceId,
        {
          segments: new Map(segments.map((segment) => [segment.id, segment])),
          codings: new Map(codings.map((coding) => [coding.id, coding])),
          edits: new Map(edits.map((edit) => [edit.id, edit])),
        },
      ]),
    ),
  }
}

/** The sources whose segments, codings or reading edits the changes touch. */
export function sourcesTouched(changes: readonly Change[]): ReadonlySet<SourceId> {
  const touched = new Set<SourceId>()
  for (const change of changes) {
    if (change.kind !== 'segment' && change.kind !== 'coding' && change.kind !== 'edit') continue
    const record = change.after ?? change.before
    if (record !== null) touched.add(record.sourceId)
  }
  return touched
}
