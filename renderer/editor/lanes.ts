import type { TextSpan } from '#shared/model/text-span.ts'

/**
 * Gives each span a lane, so that no two that overlap stand in the same one: each takes the first
 * lane that is free where it starts. For spans in order of start this uses as few lanes as possible
 * (interval partitioning; Kleinberg and Tardos, Algorithm Design, section 4.1). Worked out once for
 * the whole source, so that a coding keeps its lane while one scrolls.
 */
export function lanesOf(spansInOrder: readonly TextSpan[]): readonly number[] {
  const laneEnds: number[] = []
  return spansInOrder.map((span) => {
    const free = laneEnds.findIndex((end) => end <= span.start)
    const lane = free === -1 ? laneEnds.length : free
    laneEnds[lane] = span.end
    return lane
  })
}
