import type { SourceText } from '#renderer/db/contents.ts'
import { readTextAndReading } from '#renderer/db/readings.ts'
import type { SourceId } from '#shared/model/ids.ts'
import type { ReadingEdit } from '#shared/model/reading-edit.ts'
import type { SourceSummary } from '#shared/sources/source-summary.ts'
import { readTranscript } from '#shared/transcript/read-transcript.ts'
import type { Reading } from '#shared/transcript/reading.ts'
import { restoreReading, type StoredReading } from '#shared/transcript/stored-reading.ts'
import type { Desk } from './desk.ts'
import { type Progress, UNSEEN } from './long-work.ts'

/** Reads sources as transcripts out of the way of whoever is typing, and keeps what came of it. */
export interface Reader {
  /** Names the recogniser: what another one made is made anew. */
  readonly recogniser: string
  /** What it makes of a source. Rejects as soon as `signal` says that it is to give up. */
  readonly read: (sourceId: SourceId, signal: AbortSignal) => Promise<StoredReading>
  /** Sums up what it makes of a source, with these edits put upon it. */
  readonly sumUp: (sourceId: SourceId, edits: readonly ReadingEdit[]) => Promise<SourceSummary>
}

/** A source text with what the recogniser makes of it. */
export interface ReadSource extends SourceText {
  readonly proposed: Reading
}

/** A text of so many UTF-16 units is read within a frame, sooner than another thread could be asked. */
const SHORT = 30_000

/**
 * Reads a source: what was kept of it, or else anew, a long one in another thread, and then it tells
 * that this takes a while. Rejects where it is to give up.
 */
export async function readSource(
  desk: Desk,
  sourceId: SourceId,
  { signal, tell }: Pick<Progress, 'signal' | 'tell'> = UNSEEN,
): Promise<ReadSource> {
  const { db, reader } = desk
  const { text, structure, stored } = await readTextAndReading(db, sourceId, reader.recogniser)
  signal.throwIfAborted()
  if (stored === null && text.length <= SHORT) return { text, structure, proposed: readTranscript(text, structure) }
  if (stored === null) tell(0, null)
  const reading = stored ?? (await reader.read(sourceId, signal))
  return { text, structure, proposed: restoreReading(text, reading) }
}
