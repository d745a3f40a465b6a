import type { CodingId } from '#shared/model/ids.ts'
import type { Anchor } from '#shared/model/segment.ts'
import type { TextSpan } from '#shared/model/text-span.ts'
import { nearestPart } from '#shared/text/parts.ts'
import type { Passage } from './acts/reshape.ts'
import type { WorkbenchState } from './workbench.ts'

const NONE: readonly TextSpan[] = []

/** The passages of the open source that are held, to be coded with the next; the same list for as long as they are. */
export function heldSpans({ open, held }: Pick<WorkbenchState, 'open' | 'held'>): readonly TextSpan[] {
  return open !== null && held?.sourceId === open.sourceId ? held.spans : NONE
}

/** Whether there is something to be coded: a selection, or passages that are held. */
export function hasPassage(state: Pick<WorkbenchState, 'open' | 'held' | 'selection'>): boolean {
  return state.open !== null && (state.selection !== null || heldSpans(state).length > 0)
}

/** What a code would be put on: what is selected and what is held, as one passage; `null` for nothing. */
export function passageToCode(state: Pick<WorkbenchState, 'open' | 'held' | 'selection'>): Passage | null {
  const { open, selection } = state
  const [span, ...also] = [...(selection === null ? [] : [selection]), ...heldSpans(state)].sort(
    (a, b) => a.start - b.start,
  )
  return open === null || span === undefined ? null : { sourceId: open.sourceId, text: open.text, span, also }
}

/** The place that the next act on a part goes by. */
export function placeOf({ selection, cursor }: Pick<WorkbenchState, 'selection' | 'cursor'>): number {
  return selection?.start ?? cursor
}

/**
 * The part of a coding's passage that an act goes to: the one changed last, if the cursor has not
 * moved since; the one at the cursor; else, for an edge, the first or last part, which has that edge
 * of the whole; for other acts the nearest.
 */
export function partAt(
  state: Pick<WorkbenchState, 'selection' | 'cursor' | 'part'>,
  { codingId, anchors }: { readonly codingId: CodingId; readonly anchors: readonly Anchor[] },
  edge: 'start' | 'end' | null = null,
): number {
  const place = placeOf(state)
  const { part } = state
  if (part?.codingId === codingId && part.place === place && part.index < anchors.length) return part.index
  const here = anchors.findIndex(({ span }) => span.start <= place && place < span.end)
  if (here !== -1) return here
  if (edge === null) return nearestPart(anchors, place)
  return edge === 'start' ? 0 : anchors.length - 1
}
