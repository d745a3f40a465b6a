import type { TextSpan } from '#shared/model/text-span.ts'

/**
 * Gives each span a lane, so that no two stand in the same one that overlap or come within `gap`
 * UTF-16 units of each other: what stands on one line of the screen would else be drawn over itself.
 * Each takes the first lane that is free where it starts. For spans in order of start this uses as few lanes as possible
 * (interval partitioning; Kleinberg and Tardos, Algorithm Design, section 4.1). Worked out once for
 * the whole source, so that a coding keeps its lane while one scrolls.
 */
export function lanesOf(spansInOrder: readonly TextSpan[], gap: number): readonly number[] {
  const laneEnds: number[] = []
  return spansInOrder.map((span) => {
    const free = laneEnds.findIndex((end) => end + gap <= span.start)
    const lane = free === -1 ? laneEnds.length : free
    laneEnds[lane] = span.end
    return lane
  })
}
