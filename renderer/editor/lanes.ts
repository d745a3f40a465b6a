import type { TextSpan } from '#shared/model/text-span.ts'

/**
 * Gives each item a lane, so that no two stand in the same one whose extents overlap or come within
 * `gap` UTF-16 units of each other: what stands on one line of the screen would else be drawn over itself.
 * Each takes the first lane that is free where it starts. For items in order of start this uses as few
 * lanes as possible (interval partitioning; Kleinberg and Tardos, Algorithm Design, section 4.1). Worked
 * out for the whole source, so that a coding keeps its lane while one scrolls; one pass without
 * allocation by item, since it runs again for every coding that is made.
 */
export function lanesOf<T>(inOrder: readonly T[], extentOf: (item: T) => TextSpan, gap: number): Uint16Array {
  const lanes = new Uint16Array(inOrder.length)
  const laneEnds: number[] = []
  inOrder.forEach((item, index) => {
    const { start, end } = extentOf(item)
    let lane = 0
    while (lane < laneEnds.length && (laneEnds[lane] ?? 0) + gap > start) lane += 1
    laneEnds[lane] = end
    lanes[index] = lane
  })
  return lanes
}
