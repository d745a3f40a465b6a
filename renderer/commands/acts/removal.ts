import type { Change } from '#shared/journal/change.ts'
import { marksOf, type ProjectState } from '#shared/journal/state.ts'
import type { Steps } from '#shared/journal/steps.ts'
import type { Coding } from '#shared/model/coding.ts'
import type { CodingId, SegmentId, SourceId } from '#shared/model/ids.ts'
import type { MemoTarget } from '#shared/model/memo.ts'
import { placedCodings } from '#shared/query/placed-codings.ts'
import { memoOn } from './lookup.ts'

/**
 * The changes by which codings go, with everything that would speak of nothing without them: links
 * from and to them, the segments that no other coding stands on, and the memos on all these. In steps.
 */
export function* removalOf(state: ProjectState, codings: Iterable<Coding>): Steps<readonly Change[]> {
  const gone = new Map<CodingId, Coding>()
  for (const coding of codings) {
    gone.set(coding.id, coding)
    yield
  }
  const changes: Change[] = []
  for (const { links } of state.marks.values()) {
    for (const link of links.values()) {
      yield
      if (gone.has(link.from) || gone.has(link.to)) changes.push({ kind: 'link', before: link, after: null })
    }
  }
  const bared = new Map<SourceId, Set<SegmentId>>()
  for (const coding of gone.values()) {
    yield
    const there = bared.get(coding.sourceId)
    if (there === undefined) bared.set(coding.sourceId, new Set([coding.segmentId]))
    else there.add(coding.segmentId)
    changes.push(...memoRemoval(state, { kind: 'coding', id: coding.id }))
    changes.push({ kind: 'coding', before: coding, after: null })
  }
  for (const [sourceId, segmentIds] of bared) {
    const marks = marksOf(state, sourceId)
    const { on } = placedCodings(marks)
    for (const id of segmentIds) {
      yield
      if (on(id).some(({ coding }) => !gone.has(coding.id))) continue
      const segment = marks.segments.get(id)
      if (segment === undefined) continue
      changes.push(...memoRemoval(state, { kind: 'segment', id }))
      changes.push({ kind: 'segment', before: segment, after: null })
    }
  }
  return changes
}

/** The change by which the memo on something goes; none where it has none. */
export function memoRemoval(state: ProjectState, target: MemoTarget): readonly Change[] {
  const memo = memoOn(state, target)
  return memo === null ? [] : [{ kind: 'memo', before: memo, after: null }]
}
