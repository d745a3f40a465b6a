import { marksOf, type ProjectState } from '#shared/journal/state.ts'
import type { Coding } from '#shared/model/coding.ts'
import { placedCodings } from '#shared/query/placed-codings.ts'
import type { Reading } from '#shared/transcript/reading.ts'
import { turnAt } from '#shared/transcript/units.ts'

/** The other codings of the same code, by the same coder, that begin in the same turn. */
export function sameInTurn(state: ProjectState, reading: Reading, coding: Coding): readonly Coding[] {
  const placed = placedCodings(marksOf(state, coding.sourceId))
  const start = placed.of(coding.id)?.extent.start
  const span = start === undefined ? undefined : turnAt(reading, start)?.span
  if (span === undefined) return []
  return placed.index
    .overlapping(span.start, span.end)
    .filter(({ extent }) => span.start <= extent.start && extent.start < span.end)
    .map((other) => other.coding)
    .filter((other) => other.id !== coding.id && other.codeId === coding.codeId && other.coderId === coding.coderId)
}
