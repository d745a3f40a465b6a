import { marksOf, type SourceMarks } from '#shared/journal/state.ts'
import type { SourceId } from '#shared/model/ids.ts'
import { extentOf, type Segment } from '#shared/model/segment.ts'
import { spanOf } from '#shared/model/text-span.ts'
import { sliceReading } from '#shared/text/reading-map.ts'
import type { Reading } from '#shared/transcript/reading.ts'
import { turnAt } from '#shared/transcript/units.ts'
import type { Desk } from './desk.ts'
import { type ReadSource, readSource } from './reader.ts'
import { openedSource } from './source-reading.ts'

/** A passage as one reads it, with what stands around it. */
export interface Passage {
  /** Up to so many characters before and after as were asked for. */
  readonly before: string
  readonly quote: string
  readonly after: string
  /** Who speaks where it begins; `null` where nobody is named. */
  readonly speaker: string | null
}

interface ReadText {
  readonly text: string
  readonly reading: Reading
}

/** Sources that are not on the screen are read once, for as long as the same ones are asked for. */
const MOST_KEPT = 4
const sources = new Map<SourceId, Promise<ReadSource>>()
/** What the edits of a source make of it, for as long as they are the same. */
const edited = new WeakMap<ReadSource, ReadText & { readonly edits: SourceMarks['edits'] }>()

/**
 * Reads a passage of any source of the open project with its surroundings: up to `around` UTF-16
 * units of the source on each side.
 */
export async function passageOf(desk: Desk, segment: Segment, around: number): Promise<Passage> {
  const { text, reading } = await readingOf(desk, segment.sourceId)
  const extent = extentOf(segment)
  const slice = (start: number, end: number): string =>
    end <= start ? '' : sliceReading(reading.blocks, spanOf(start, end))
  const from = Math.max(0, extent.start - around)
  const to = Math.min(text.length, extent.end + around)
  const before = slice(from, extent.start)
  const after = slice(extent.end, to)
  // A passage that begins or ends with its paragraph does not run on in the line of its neighbours.
  const beginsLine = before !== '' && slice(from, extent.end).startsWith(`${before}\n`)
  const endsLine = after !== '' && slice(extent.start, to).endsWith(`\n${after}`)
  return {
    before: beginsLine ? `${before}\n` : before,
    quote: segment.anchors.map((anchor) => sliceReading(reading.blocks, anchor.span)).join(' … '),
    after: endsLine ? `\n${after}` : after,
    speaker: turnAt(reading, extent.start)?.speaker ?? null,
  }
}

async function readingOf(desk: Desk, sourceId: SourceId): Promise<ReadText> {
  const { open, session } = desk.workbench.getState()
  if (open?.sourceId === sourceId) return open
  if (session === null) throw new Error('no project is open')
  const read = await sourceOf(desk, sourceId)
  // As it is put right now: that may have been done while the text was read.
  const { state } = session.store.getState()
  const { edits } = marksOf(state, sourceId)
  const known = edited.get(read)
  if (known?.edits === edits) return known
  const { text, reading } = openedSource(state, sourceId, read)
  const made = { text, reading, edits }
  edited.set(read, made)
  return made
}

function sourceOf(desk: Desk, sourceId: SourceId): Promise<ReadSource> {
  const kept = sources.get(sourceId)
  if (kept !== undefined) return kept
  const read = readSource(desk, sourceId)
  sources.set(sourceId, read)
  for (const oldest of sources.keys()) {
    if (sources.size <= MOST_KEPT) break
    sources.delete(oldest)
  }
  // Who asks again may be luckier.
  read.catch(() => {
    if (sources.get(sourceId) === read) sources.delete(sourceId)
  })
  return read
}
