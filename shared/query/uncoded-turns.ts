import type { TextSpan } from '#shared/model/text-span.ts'
import type { Reading, Turn } from '#shared/transcript/reading.ts'
import { speechOf } from '#shared/transcript/units.ts'
import { intervalIndex } from './interval-index.ts'

/**
 * The nearest turn behind (1) or before (-1) a source position (UTF-16) that says something of which
 * nothing is coded; the turn that the position stands in does not count. `null` where there is none.
 */
export function uncodedTurn(reading: Reading, coded: readonly TextSpan[], from: number, way: 1 | -1): Turn | null {
  const { turns } = reading
  const index = intervalIndex(coded, (span) => span)
  const isBeyond = ({ span }: Turn): boolean => (way === 1 ? span.start > from : span.end <= from)
  const first = way === 1 ? turns.findIndex(isBeyond) : turns.findLastIndex(isBeyond)
  for (let at = first; at >= 0 && at < turns.length; at += way) {
    const turn = turns[at]
    const speech = turn === undefined ? null : speechOf(reading, turn)
    if (turn !== undefined && speech !== null && index.overlapping(speech.start, speech.end).length === 0) return turn
  }
  return null
}
