import { marksOf, type ProjectState } from '#shared/journal/state.ts'
import type { Code } from '#shared/model/code.ts'
import type { Coding } from '#shared/model/coding.ts'
import type { CodeId, CodingId, SegmentId, SourceId } from '#shared/model/ids.ts'
import { type Memo, type MemoTarget, targetKey } from '#shared/model/memo.ts'
import type { Segment } from '#shared/model/segment.ts'
import { placedCodings } from '#shared/query/placed-codings.ts'
import { MissingRecord } from './refusal.ts'

/** A coding with its segment. Throws where there is none: callers have it from the state that they ask. */
export function codingIn(
  state: ProjectState,
  sourceId: SourceId,
  id: CodingId,
): { readonly coding: Coding; readonly segment: Segment } {
  const { codings, segments } = marksOf(state, sourceId)
  const coding = codings.get(id)
  const segment = coding === undefined ? undefined : segments.get(coding.segmentId)
  if (coding === undefined || segment === undefined) throw new MissingRecord(`no coding ${id} in source ${sourceId}`)
  return { coding, segment }
}

const memoTables = new WeakMap<ProjectState['memos'], ReadonlyMap<string, Memo>>()

/** The memo on something, if it has one. */
export function memoOn(state: ProjectState, target: MemoTarget): Memo | null {
  let byTarget = memoTables.get(state.memos)
  if (byTarget === undefined) {
    byTarget = new Map([...state.memos.values()].map((memo) => [targetKey(memo.target), memo]))
    memoTables.set(state.memos, byTarget)
  }
  return byTarget.get(targetKey(target)) ?? null
}

/** How many codings a segment carries. */
export function codingsOn(state: ProjectState, sourceId: SourceId, segmentId: SegmentId): number {
  return placedCodings(marksOf(state, sourceId)).on(segmentId).length
}

/** A code of the codebook. Throws where there is none. */
export function codeIn(state: ProjectState, id: CodeId): Code {
  const code = state.codes.get(id)
  if (code === undefined) throw new MissingRecord(`no code ${id}`)
  return code
}

/** Whether there is what a memo is about. Turns and speakers are in the reading, which this does not know. */
export function isTargetThere(state: ProjectState, target: MemoTarget): boolean {
  switch (target.kind) {
    case 'project':
    case 'speaker':
      return true
    case 'source':
      return state.sources.has(target.id)
    case 'turn':
      return state.sources.has(target.sourceId)
    case 'code':
      return state.codes.has(target.id)
    case 'segment':
      return [...state.marks.values()].some(({ segments }) => segments.has(target.id))
    case 'coding':
      return [...state.marks.values()].some(({ codings }) => codings.has(target.id))
  }
}
