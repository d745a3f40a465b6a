import type { ProjectState } from '#shared/journal/state.ts'
import type { CodingId } from '#shared/model/ids.ts'
import { spanOf } from '#shared/model/text-span.ts'
import { anchorsOf, partsOf } from '#shared/text/parts.ts'
import { codingIn } from './lookup.ts'
import { type ActResult, type ActWorld, refuse } from './refusal.ts'
import { codeNameOf, type Passage, reshape } from './reshape.ts'

/**
 * Moves a coding to another extent. Of several parts the first begins and the last ends where the
 * extent does, and those between stay; an extent that would leave one of them out is refused.
 * See `reshape` for what becomes of other codings on the same segment.
 */
export function resizeCoding(
  state: ProjectState,
  { passage, codingId }: { passage: Passage; codingId: CodingId },
  world: ActWorld,
): ActResult {
  const { sourceId, text, span } = passage
  const { coding, segment } = codingIn(state, sourceId, codingId)
  const parts = partsOf(segment.anchors)
  const last = parts.length - 1
  const resized = parts.map((part, index) => ({
    ...part,
    span: spanOf(index === 0 ? span.start : part.span.start, index === last ? span.end : part.span.end),
  }))
  if (resized.some((part) => part.span.end <= part.span.start)) return refuse('refusal.partInTheWay')
  const changes = reshape(state, { sourceId, codingId, anchors: anchorsOf(text, resized) }, world)
  if ('refused' in changes) return changes
  return { name: 'act.resizeCoding', values: { code: codeNameOf(state, coding) }, changes }
}
