import { marksOf, type SourceMarks } from '#shared/journal/state.ts'
import type { SourceId } from '#shared/model/ids.ts'
import { extentOf, type Segment } from '#shared/model/segment.ts'
import { spanOf } from '#shared/model/text-span.ts'
import { sliceReading } from '#shared/text/reading-map.ts'
import type { Reading } from '#shared/transcript/reading.ts'
import { turnAt } from '#shared/transcript/units.ts'
import type { Desk } from './desk.ts'
import { readSource } from './reader.ts'
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

/** Sources that are not on the screen are read once, for as long as the same ones are asked for and nothing in them is put right. */
const MOST_KEPT = 4
const readings = new Map<SourceId, { readonly edits: SourceMarks['edits']; readonly read: Promise<ReadText> }>()

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

function readingOf(desk: Desk, sourceId: SourceId): Promise<ReadText> | ReadText {
  const { open, session } = desk.workbench.getState()
  if (open?.sourceId === sourceId) return open
  if (session === null) throw new Error('no project is open')
  const { state } = session.store.getState()
  const { edits } = marksOf(state, sourceId)
  const kept = readings.get(sourceId)
  if (kept?.edits === edits) return kept.read
  const read = readSource(desk, sourceId).then((text) => openedSource(state, sourceId, text))
  readings.set(sourceId, { edits, read })
  for (const oldest of readings.keys()) {
    if (readings.size <= MOST_KEPT) break
    readings.delete(oldest)
  }
  // Who asks again may be luckier.
  read.catch(() => {
    if (readings.get(sourceId)?.read === read) readings.delete(sourceId)
  })
  return read
}
