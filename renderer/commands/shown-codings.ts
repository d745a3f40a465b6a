import { marksOf } from '#shared/journal/state.ts'
import type { Coding } from '#shared/model/coding.ts'
import type { CodingId } from '#shared/model/ids.ts'
import { extentOf, type Segment } from '#shared/model/segment.ts'
import type { TextSpan } from '#shared/model/text-span.ts'
import { asksAnything, codingTest, filterInForce } from '#shared/query/coding-filter.ts'
import type { Desk } from './desk.ts'
import type { WorkbenchState } from './workbench.ts'

/** A coding of the open source that the filter shows, with its passage. */
export interface ShownCoding {
  readonly coding: Coding
  readonly segment: Segment
  readonly extent: TextSpan
}

/** The codings of the open source that the filter shows, in no order. The one in hand is among them, whatever the filter says. */
export function shownCodings(desk: Desk): readonly ShownCoding[] {
  const { open, session, filter, codingId } = desk.workbench.getState()
  if (open === null || session === null) return []
  const { state } = session.store.getState()
  const { codings, segments } = marksOf(state, open.sourceId)
  const isWanted = codingTest(state, filter, open.reading.turns)
  const shown: ShownCoding[] = []
  for (const coding of codings.values()) {
    const segment = segments.get(coding.segmentId)
    if (segment === undefined || !(coding.id === codingId || isWanted(coding, segment))) continue
    shown.push({ coding, segment, extent: extentOf(segment) })
  }
  return shown
}

/** The shown codings at a source position, shortest first. */
export function codingsAt(desk: Desk, offset: number): readonly CodingId[] {
  const { open, session, filter, codingId } = desk.workbench.getState()
  if (open === null || session === null) return []
  const { state } = session.store.getState()
  const { codings, segments } = marksOf(state, open.sourceId)
  const isWanted = codingTest(state, filter, open.reading.turns)
  const found: { readonly id: CodingId; readonly length: number }[] = []
  // The place comes first: it leaves a handful of ten thousand.
  for (const coding of codings.values()) {
    const segment = segments.get(coding.segmentId)
    if (segment === undefined || !segment.anchors.some(({ span }) => span.start <= offset && offset < span.end))
      continue
    if (coding.id !== codingId && !isWanted(coding, segment)) continue
    const { start, end } = extentOf(segment)
    found.push({ id: coding.id, length: end - start })
  }
  return found.sort((a, b) => a.length - b.length).map(({ id }) => id)
}

/** Tells whether codings are left out of sight. */
export function isFiltering({ session, filter }: Pick<WorkbenchState, 'session' | 'filter'>): boolean {
  return session !== null && asksAnything(filterInForce(session.store.getState().state, filter))
}
