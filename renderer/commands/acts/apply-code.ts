import type { Change } from '#shared/journal/change.ts'
import { marksOf, type ProjectState } from '#shared/journal/state.ts'
import type { FieldValues } from '#shared/model/coding.ts'
import type { CodeId, CodingId, SegmentId, SourceId } from '#shared/model/ids.ts'
import type { Segment } from '#shared/model/segment.ts'
import type { TextSpan } from '#shared/model/text-span.ts'
import { anchorOf } from '#shared/text/anchor.ts'
import { type ActResult, type ActWorld, refuse } from './refusal.ts'

export interface Passage {
  readonly sourceId: SourceId
  /** The source text that the span counts in. */
  readonly text: string
  readonly span: TextSpan
}

/**
 * Puts a code on a passage. A segment that marks exactly this passage is used again, so that two
 * codes on one passage are two codings of one segment. The same code twice by the same coder is
 * refused: it would count double everywhere.
 */
export function applyCode(
  state: ProjectState,
  { passage, codeId, fields }: { passage: Passage; codeId: CodeId; fields: FieldValues },
  world: ActWorld,
): ActResult {
  const code = state.codes.get(codeId)
  if (code === undefined) throw new Error(`no code ${codeId}`)
  if (!code.isCodable) return refuse('refusal.notCodable', { code: code.name })
  const anchor = anchorOf(passage.text, passage.span)
  const { segments, codings } = marksOf(state, passage.sourceId)
  const same = [...segments.values()].find((segment) => isExactly(segment, anchor.span))
  if (same !== undefined) {
    for (const coding of codings.values()) {
      if (coding.segmentId === same.id && coding.codeId === codeId && coding.coderId === world.coderId) {
        return refuse('refusal.alreadyCoded', { code: code.name })
      }
    }
  }
  const segment: Segment = same ?? {
    id: world.newId() as SegmentId,
    sourceId: passage.sourceId,
    anchors: [anchor],
    createdAt: world.at,
    createdBy: world.coderId,
  }
  const changes: Change[] = same === undefined ? [{ kind: 'segment', before: null, after: segment }] : []
  changes.push({
    kind: 'coding',
    before: null,
    after: {
      id: world.newId() as CodingId,
      segmentId: segment.id,
      sourceId: passage.sourceId,
      codeId,
      coderId: world.coderId,
      fields,
      createdAt: world.at,
      modifiedAt: world.at,
    },
  })
  return { name: 'act.applyCode', values: { code: code.name }, changes }
}

/** Tells whether a segment marks exactly one span, this one. */
export function isExactly(segment: Segment, span: TextSpan): boolean {
  const [only, ...more] = segment.anchors
  return more.length === 0 && only?.span.start === span.start && only.span.end === span.end
}
