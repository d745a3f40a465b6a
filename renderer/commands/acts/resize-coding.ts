import type { Change } from '#shared/journal/change.ts'
import { marksOf, type ProjectState } from '#shared/journal/state.ts'
import type { CodingId, SegmentId } from '#shared/model/ids.ts'
import type { Segment } from '#shared/model/segment.ts'
import { anchorOf } from '#shared/text/anchor.ts'
import { isExactly, type Passage } from './apply-code.ts'
import { codingIn, codingsOn } from './lookup.ts'
import { type ActResult, type ActWorld, refuse } from './refusal.ts'

/**
 * Moves a coding to another extent. Where other codings stand on the same segment they stay where
 * they are: this coding goes to a segment of its own, or to one that marks the new extent already.
 */
export function resizeCoding(
  state: ProjectState,
  { passage, codingId }: { passage: Passage; codingId: CodingId },
  world: ActWorld,
): ActResult {
  const { sourceId } = passage
  const { coding, segment } = codingIn(state, sourceId, codingId)
  const anchor = anchorOf(passage.text, passage.span)
  const name = 'act.resizeCoding'
  const values = { code: state.codes.get(coding.codeId)?.name ?? '' }
  if (isExactly(segment, anchor.span)) return refuse('refusal.sameExtent')
  const { segments, codings } = marksOf(state, sourceId)
  const there = [...segments.values()].find((candidate) => isExactly(candidate, anchor.span))
  const isAlone = codingsOn(state, sourceId, segment.id) === 1
  if (there === undefined && isAlone) {
    return {
      name,
      values,
      changes: [
        { kind: 'segment', before: segment, after: { ...segment, anchors: [anchor] } },
        { kind: 'coding', before: coding, after: { ...coding, modifiedAt: world.at } },
      ],
    }
  }
  for (const other of codings.values()) {
    if (other.segmentId === there?.id && other.codeId === coding.codeId && other.coderId === coding.coderId) {
      return refuse('refusal.alreadyCoded', values)
    }
  }
  const target: Segment = there ?? {
    id: world.newId() as SegmentId,
    sourceId,
    anchors: [anchor],
    createdAt: world.at,
    createdBy: world.coderId,
  }
  const changes: Change[] = there === undefined ? [{ kind: 'segment', before: null, after: target }] : []
  changes.push({
    kind: 'coding',
    before: coding,
    after: { ...coding, segmentId: target.id, modifiedAt: world.at },
  })
  if (isAlone) changes.push({ kind: 'segment', before: segment, after: null })
  return { name, values, changes }
}
