import type { ReadingEdit } from '#shared/model/reading-edit.ts'
import type { TextSpan } from '#shared/model/text-span.ts'
import { partition } from '#shared/text/partition.ts'
import type { Reading } from '#shared/transcript/reading.ts'

/**
 * What lists and counts need of a source's reading, small enough to be kept for every source of a
 * project. It can be made again from text and edits at any time.
 */
export interface SourceSummary {
  /** Where each turn starts and ends in the source text, UTF-16, half-open, in source order. */
  readonly starts: Uint32Array
  readonly ends: Uint32Array
  /** Who speaks each turn: a place in `speakers`, or -1 where nobody is named. */
  readonly speakerOf: Int32Array
  /** Each speaker once, in order of appearance. */
  readonly speakers: readonly string[]
}

/** Sums up a reading. */
export function summaryOf({ turns, speakers }: Pick<Reading, 'turns' | 'speakers'>): SourceSummary {
  const places = new Map(speakers.map((name, place) => [name, place]))
  return {
    starts: Uint32Array.from(turns, ({ span }) => span.start),
    ends: Uint32Array.from(turns, ({ span }) => span.end),
    speakerOf: Int32Array.from(turns, ({ speaker }) => (speaker === null ? -1 : (places.get(speaker) ?? -1))),
    speakers,
  }
}

/** The turns that a span reaches into, as a half-open range of their numbers from 0. */
export function turnsWithin({ starts, ends }: SourceSummary, span: TextSpan): readonly [first: number, end: number] {
  const first = partition(ends.length, (index) => (ends[index] ?? 0) <= span.start)
  let end = first
  while (end < starts.length && (starts[end] ?? 0) < span.end) end++
  return [first, end]
}

const keys = new WeakMap<ReadonlyMap<string, ReadingEdit>, string>()

/**
 * Names what a summary was made from: the recogniser that read the text and the edits that were put
 * upon the reading. An edit never changes, so its id stands for it.
 */
export function summaryKey(recogniser: string, edits: ReadonlyMap<string, ReadingEdit>): string {
  let hash = keys.get(edits)
  if (hash === undefined) {
    hash = `${edits.size} ${hashOf([...edits.keys()].sort().join())}`
    keys.set(edits, hash)
  }
  return `${recogniser} ${hash}`
}

/** FNV-1a twice over with different bases: 64 bits in all, so that two lists of edits hardly ever share a name. */
function hashOf(text: string): string {
  let [a, b] = [0x811c9dc5, 0x01000193]
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    a = Math.imul(a ^ unit, 0x01000193)
    b = Math.imul(b ^ (unit + index), 0x01000193)
  }
  return `${(a >>> 0).toString(16)}${(b >>> 0).toString(16)}`
}
