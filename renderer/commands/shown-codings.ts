import { marksOf } from '#shared/journal/state.ts'
import type { CodingId } from '#shared/model/ids.ts'
import { asksAnything, codingTest, filterInForce } from '#shared/query/coding-filter.ts'
import { type PlacedCoding, placedCodings } from '#shared/query/placed-codings.ts'
import type { Desk } from './desk.ts'
import type { WorkbenchState } from './workbench.ts'

/** The codings of the open source that the filter shows, in order of start, longer ones first. The one in hand is among them, whatever the filter says. */
export function shownCodings(desk: Desk): readonly PlacedCoding[] {
  const { open, session, filter, codingId } = desk.workbench.getState()
  if (open === null || session === null) return []
  const { state } = session.store.getState()
  const { inOrder } = placedCodings(marksOf(state, open.sourceId)).index
  if (!isFiltering({ session, filter })) return inOrder
  const isWanted = codingTest(state, filter, open.reading.turns)
  return inOrder.filter(({ coding, segment }) => coding.id === codingId || isWanted(coding, segment))
}

/** The shown codings at a source position, shortest first. */
export function codingsAt(desk: Desk, offset: number): readonly CodingId[] {
  const { open, session, filter, codingId } = desk.workbench.getState()
  if (open === null || session === null) return []
  const { state } = session.store.getState()
  const isWanted = codingTest(state, filter, open.reading.turns)
  return placedCodings(marksOf(state, open.sourceId))
    .index.at(offset)
    .filter(({ segment }) => segment.anchors.some(({ span }) => span.start <= offset && offset < span.end))
    .filter(({ coding, segment }) => coding.id === codingId || isWanted(coding, segment))
    .sort((a, b) => a.extent.end - a.extent.start - (b.extent.end - b.extent.start))
    .map(({ coding }) => coding.id)
}

/** Tells whether codings are left out of sight. */
export function isFiltering({ session, filter }: Pick<WorkbenchState, 'session' | 'filter'>): boolean {
  return session !== null && asksAnything(filterInForce(session.store.getState().state, filter))
}
