import type { PlacedCoding } from '#shared/query/placed-codings.ts'
import { partition } from '#shared/text/partition.ts'

/** Where a coding stands among the others: by its start, of those by its end, and of those by its id. UTF-16. */
export interface PlaceInOrder {
  readonly start: number
  readonly end: number
  readonly id: string
}

/** Below 0 where the first one is read first. */
export function inReadingOrder(a: PlaceInOrder, b: PlaceInOrder): number {
  return a.start - b.start || a.end - b.end || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}

/** The coding that is read next behind (1) or last before (-1) a place; `list` is in order of start. Looks at a few of them only. */
export function codingBeside(list: readonly PlacedCoding[], from: PlaceInOrder, by: -1 | 1): PlacedCoding | null {
  const startAt = (k: number): number => list[k]?.extent.start ?? 0
  const first = partition(list.length, (k) => startAt(k) < from.start)
  const end = partition(list.length, (k) => startAt(k) <= from.start)
  const sameStart = sorted(list.slice(first, end))
  const isBeyond = (one: PlacedCoding): boolean => inReadingOrder(placeOf(one), from) * by > 0
  const found = by === 1 ? sameStart.find(isBeyond) : sameStart.findLast(isBeyond)
  if (found !== undefined) return found
  const neighbour = list[by === 1 ? end : first - 1]?.extent.start
  if (neighbour === undefined) return null
  const low = partition(list.length, (k) => startAt(k) < neighbour)
  const high = partition(list.length, (k) => startAt(k) <= neighbour)
  return sorted(list.slice(low, high)).at(by === 1 ? 0 : -1) ?? null
}

/** A list in order of start in the order in which one reads: those that start together are sorted among themselves. */
export function toReadingOrder(list: readonly PlacedCoding[]): readonly PlacedCoding[] {
  const result = list.slice()
  for (let first = 0; first < result.length; ) {
    let end = first + 1
    while (end < result.length && result[end]?.extent.start === result[first]?.extent.start) end += 1
    if (end - first > 1) result.splice(first, end - first, ...sorted(result.slice(first, end)))
    first = end
  }
  return result
}

function sorted(list: readonly PlacedCoding[]): readonly PlacedCoding[] {
  return [...list].sort((a, b) => inReadingOrder(placeOf(a), placeOf(b)))
}

function placeOf({ coding, extent }: PlacedCoding): PlaceInOrder {
  return { ...extent, id: coding.id }
}
