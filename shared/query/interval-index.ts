import type { TextSpan } from '#shared/model/text-span.ts'
import { partition } from '#shared/text/partition.ts'

/** Finds, among many spans, those that touch a place, without looking at all of them. */
export interface IntervalIndex<T> {
  /** The items that share a character with [start, end), UTF-16, half-open; in order of start. */
  readonly overlapping: (start: number, end: number) => readonly T[]
  /** Where those items stand in `inOrder`, rising. */
  readonly placesOverlapping: (start: number, end: number) => readonly number[]
  /** The items that hold the character at `offset`. */
  readonly at: (offset: number) => readonly T[]
  /** The first place of those that hang together with the one at `place`: no item before it ends within `gap` of it or behind. */
  readonly runStart: (place: number, gap: number) => number
  /** All items in order of start, longer ones first. */
  readonly inOrder: readonly T[]
  /**
   * The index without some of its items and with others. A few are put in their places in copies of the
   * arrays, and nothing is sorted: one coding more among 10,000 costs some hundredths of a millisecond.
   */
  readonly changed: (removed: readonly T[], added: readonly T[]) => IntervalIndex<T>
  /** The index of what is made of each item, on the same spans; what becomes `null` is left out. Nothing is sorted. */
  readonly madeInto: <U>(make: (item: T) => U | null, spanOf: (item: U) => TextSpan) => IntervalIndex<U>
}

const BLOCK = 64
/** From this many on, building the index anew costs less than putting items in one by one. */
const MANY = 200

/** Builds the index, in O(n log n); it is asked in about O(log n + hits). */
export function intervalIndex<T>(items: readonly T[], spanOf: (item: T) => TextSpan): IntervalIndex<T> {
  const inOrder = items.slice().sort((one, other) => {
    const [a, b] = [spanOf(one), spanOf(other)]
    return a.start - b.start || b.end - a.end
  })
  const starts = new Float64Array(inOrder.length)
  const ends = new Float64Array(inOrder.length)
  inOrder.forEach((item, place) => {
    const { start, end } = spanOf(item)
    starts[place] = start
    ends[place] = end
  })
  return indexOver(inOrder, starts, ends, spanOf)
}

/** Over items in order, with their starts and ends. For each block of 64 the greatest end is kept, so that whole blocks that end before a place are passed over. */
function indexOver<T>(
  inOrder: readonly T[],
  starts: Float64Array,
  ends: Float64Array,
  spanOf: (item: T) => TextSpan,
): IntervalIndex<T> {
  const blockEnds = new Float64Array(Math.ceil(inOrder.length / BLOCK))
  for (let index = 0; index < ends.length; index++) {
    const block = Math.floor(index / BLOCK)
    blockEnds[block] = Math.max(blockEnds[block] ?? 0, ends[index] ?? 0)
  }

  const placesOverlapping = (start: number, end: number): readonly number[] => {
    const found: number[] = []
    const behind = partition(starts.length, (k) => (starts[k] ?? 0) < end)
    for (let block = 0; block * BLOCK < behind; block++) {
      if ((blockEnds[block] ?? 0) <= start) continue
      const last = Math.min(behind, (block + 1) * BLOCK)
      for (let index = block * BLOCK; index < last; index++) if ((ends[index] ?? 0) > start) found.push(index)
    }
    return found
  }
  const runStart = (place: number, gap: number): number => {
    let first = place
    for (let block = Math.floor((place - 1) / BLOCK); block >= 0; block--) {
      if ((blockEnds[block] ?? 0) + gap <= (starts[first] ?? 0)) continue
      for (let index = Math.min(first, (block + 1) * BLOCK) - 1; index >= block * BLOCK; index--) {
        if ((ends[index] ?? 0) + gap > (starts[first] ?? 0)) first = index
      }
    }
    return first
  }
  const overlapping = (start: number, end: number): readonly T[] =>
    placesOverlapping(start, end).map((place) => inOrder[place] as T)

  return {
    overlapping,
    placesOverlapping,
    at: (offset) => overlapping(offset, offset + 1),
    runStart,
    inOrder,
    madeInto<U>(make: (item: T) => U | null, spanOfMade: (item: U) => TextSpan) {
      const made: U[] = []
      const madeStarts = new Float64Array(starts.length)
      const madeEnds = new Float64Array(ends.length)
      inOrder.forEach((item, place) => {
        const one = make(item)
        if (one === null) return
        madeStarts[made.length] = starts[place] ?? 0
        madeEnds[made.length] = ends[place] ?? 0
        made.push(one)
      })
      return indexOver(made, madeStarts.slice(0, made.length), madeEnds.slice(0, made.length), spanOfMade)
    },
    changed(removed, added) {
      if (removed.length + added.length > MANY) {
        const gone = new Set(removed)
        return intervalIndex([...inOrder.filter((item) => !gone.has(item)), ...added], spanOf)
      }
      const items = inOrder.slice()
      let itemStarts = starts
      let itemEnds = ends
      for (const item of removed) {
        const { start } = spanOf(item)
        const place = items.indexOf(
          item,
          partition(items.length, (k) => (itemStarts[k] ?? 0) < start),
        )
        if (place === -1) throw new Error('what is removed is not in the index')
        items.splice(place, 1)
        itemStarts = without(itemStarts, place)
        itemEnds = without(itemEnds, place)
      }
      for (const item of added) {
        const { start, end } = spanOf(item)
        const place = partition(items.length, (k) => {
          const from = itemStarts[k] ?? 0
          return from < start || (from === start && (itemEnds[k] ?? 0) >= end)
        })
        items.splice(place, 0, item)
        itemStarts = withAt(itemStarts, place, start)
        itemEnds = withAt(itemEnds, place, end)
      }
      return indexOver(items, itemStarts, itemEnds, spanOf)
    },
  }
}

/** A copy without the number at a place. */
function without(numbers: Float64Array, place: number): Float64Array {
  const copy = new Float64Array(numbers.length - 1)
  copy.set(numbers.subarray(0, place))
  copy.set(numbers.subarray(place + 1), place)
  return copy
}

/** A copy with one number more, which stands at a place. */
function withAt(numbers: Float64Array, place: number, number: number): Float64Array {
  const copy = new Float64Array(numbers.length + 1)
  copy.set(numbers.subarray(0, place))
  copy[place] = number
  copy.set(numbers.subarray(place), place + 1)
  return copy
}
