import type { TextSpan } from '#shared/model/text-span.ts'
import type { IntervalIndex } from '#shared/query/interval-index.ts'

/**
 * Finds the lane of each item, by its place in the index: no two stand in the same one whose extents overlap or come
 * within `gap` UTF-16 units of each other, since what stands on one line of the screen would else be drawn over itself.
 * Each takes the first lane that is free where it starts. For items in order of start this uses as few
 * lanes as possible (interval partitioning; Kleinberg and Tardos, Algorithm Design, section 4.1). Where nothing
 * reaches across, lanes begin anew, so only the items that hang together with those that are asked for are looked at;
 * a coding keeps its lane while one scrolls.
 */
export function laneFinder<T>(
  index: IntervalIndex<T>,
  extentOf: (item: T) => TextSpan,
  gap: number,
): (place: number) => number {
  const { inOrder } = index
  /** The lane and one, so that 0 is what is not known yet. */
  const known = new Uint16Array(inOrder.length)
  const layOut = (first: number, asked: number): void => {
    const laneEnds: number[] = []
    let reach = 0
    for (let place = first; place < inOrder.length; place++) {
      const item = inOrder[place]
      if (item === undefined) return
      const { start, end } = extentOf(item)
      if (place > asked && reach + gap <= start) return
      let lane = 0
      while (lane < laneEnds.length && (laneEnds[lane] ?? 0) + gap > start) lane += 1
      laneEnds[lane] = end
      reach = Math.max(reach, end)
      known[place] = lane + 1
    }
  }
  return (place) => {
    if (known[place] === 0) layOut(index.runStart(place, gap), place)
    return (known[place] ?? 1) - 1
  }
}
