import { marksOf, type ProjectState } from '#shared/journal/state.ts'
import type { Coding } from '#shared/model/coding.ts'
import { extentOf } from '#shared/model/segment.ts'
import type { Reading } from '#shared/transcript/reading.ts'
import { turnAt } from '#shared/transcript/units.ts'

/** The other codings of the same code, by the same coder, that begin in the same turn. */
export function sameInTurn(state: ProjectState, reading: Reading, coding: Coding): readonly Coding[] {
  const { codings, segments } = marksOf(state, coding.sourceId)
  const startOf = ({ segmentId }: Coding): number | null => {
    const segment = segments.get(segmentId)
    return segment === undefined ? null : extentOf(segment).start
  }
  const start = startOf(coding)
  const turn = start === null ? null : turnAt(reading, start)
  if (turn === null) return []
  return [...codings.values()].filter((other) => {
    if (other.id === coding.id || other.codeId !== coding.codeId || other.coderId !== coding.coderId) return false
    const at = startOf(other)
    return at !== null && turn.span.start <= at && at < turn.span.end
  })
}
