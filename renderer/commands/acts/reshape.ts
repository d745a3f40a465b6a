import type { Change } from '#shared/journal/change.ts'
import { marksOf, type ProjectState } from '#shared/journal/state.ts'
import type { Coding } from '#shared/model/coding.ts'
import type { CodeId, CoderId, CodingId, SegmentId, SourceId } from '#shared/model/ids.ts'
import { richTextOfMemo } from '#shared/model/memo.ts'
import type { Anchor, Segment } from '#shared/model/segment.ts'
import type { TextSpan } from '#shared/model/text-span.ts'
import { type PlacedCoding, placedCodings } from '#shared/query/placed-codings.ts'
import { anchorsOf, isSamePassage, isSamePlace } from '#shared/text/parts.ts'
import { memoWith, relinkedMemos } from './join-memos.ts'
import { codingIn, codingsOn, memoOn } from './lookup.ts'
import { type ActWorld, type Refusal, refuse } from './refusal.ts'

/** A passage of a source that an act is about. */
export interface Passage {
  readonly sourceId: SourceId
  /** The source text that the spans count in. */
  readonly text: string
  readonly span: TextSpan
  /** Its other parts, in any order; those that overlap are taken as one. */
  readonly also?: readonly TextSpan[]
}

/** The anchors of a passage, its parts without names. */
export function anchorsOfPassage({ text, span, also = [] }: Passage): readonly Anchor[] {
  return anchorsOf(
    text,
    [span, ...also].map((each) => ({ span: each, name: null })),
  )
}

/** The segment that marks exactly this passage, with its parts called the same. */
export function segmentOn(state: ProjectState, sourceId: SourceId, anchors: readonly Anchor[]): Segment | null {
  return (
    placedFrom(state, sourceId, anchors).find(({ segment }) => isSamePassage(segment.anchors, anchors))?.segment ?? null
  )
}

/** Whether a coder has put a code on just these characters already, in a coding other than `but`: twice would count double. */
export function isCodedAlready(
  state: ProjectState,
  at: {
    readonly sourceId: SourceId
    readonly anchors: readonly Anchor[]
    readonly codeId: CodeId
    readonly coderId: CoderId
  },
  but: CodingId | null = null,
): boolean {
  return placedFrom(state, at.sourceId, at.anchors).some(
    ({ coding, segment }) =>
      coding.codeId === at.codeId &&
      coding.coderId === at.coderId &&
      coding.id !== but &&
      isSamePlace(segment.anchors, at.anchors),
  )
}

/** The codings that may stand on just these anchors: those that hold the first character. */
function placedFrom(state: ProjectState, sourceId: SourceId, anchors: readonly Anchor[]): readonly PlacedCoding[] {
  const first = anchors[0]
  return first === undefined ? [] : placedCodings(marksOf(state, sourceId)).index.at(first.span.start)
}

/**
 * The changes by which a coding comes to stand on other words, or on the same ones with their parts
 * called otherwise. Where other codings stand on the same segment they stay as they are: this one
 * goes to a segment of its own, or to one that marks the new passage already.
 */
export function reshape(
  state: ProjectState,
  {
    sourceId,
    codingId,
    anchors,
  }: { readonly sourceId: SourceId; readonly codingId: CodingId; readonly anchors: readonly Anchor[] },
  world: ActWorld,
): readonly Change[] | Refusal {
  const { coding, segment } = codingIn(state, sourceId, codingId)
  if (isSamePassage(segment.anchors, anchors)) return refuse('refusal.sameExtent')
  const { codeId, coderId } = coding
  if (isCodedAlready(state, { sourceId, anchors, codeId, coderId }, codingId)) {
    return refuse('refusal.alreadyCoded', { code: codeNameOf(state, coding) })
  }
  const there = segmentOn(state, sourceId, anchors)
  const isAlone = codingsOn(state, sourceId, segment.id) === 1
  const modified: Coding = { ...coding, modifiedAt: world.at }
  if (there === null && isAlone) {
    return [
      { kind: 'segment', before: segment, after: { ...segment, anchors } },
      { kind: 'coding', before: coding, after: modified },
    ]
  }
  const target: Segment = there ?? newSegment(sourceId, anchors, world)
  const changes: Change[] = there === null ? [{ kind: 'segment', before: null, after: target }] : []
  changes.push({ kind: 'coding', before: coding, after: { ...modified, segmentId: target.id } })
  if (isAlone) {
    changes.push(...memoMove(state, segment.id, target.id, world))
    changes.push({ kind: 'segment', before: segment, after: null })
    changes.push(...relinkedMemos(state, changes, new Map([[segment.id, target.id]])))
  }
  return changes
}

/** A segment that nothing stands on yet. */
export function newSegment(sourceId: SourceId, anchors: readonly Anchor[], world: ActWorld): Segment {
  return { id: world.newId() as SegmentId, sourceId, anchors, createdAt: world.at, createdBy: world.coderId }
}

/** What an act on a coding calls its code. */
export function codeNameOf(state: ProjectState, coding: Coding): string {
  return state.codes.get(coding.codeId)?.name ?? ''
}

/** A segment that goes leaves its memo to the one that is there instead; where both have one, one below the other. */
function memoMove(state: ProjectState, from: SegmentId, to: SegmentId, world: ActWorld): readonly Change[] {
  const memo = memoOn(state, { kind: 'segment', id: from })
  if (memo === null) return []
  const there = memoOn(state, { kind: 'segment', id: to })
  if (there === null) return [{ kind: 'memo', before: memo, after: { ...memo, target: { kind: 'segment', id: to } } }]
  return [
    { kind: 'memo', before: memo, after: null },
    { kind: 'memo', before: there, after: memoWith(there, richTextOfMemo(memo), world.at) },
  ]
}
