import type { SourceId } from '#shared/model/ids.ts'
import { NO_STRUCTURE } from '#shared/model/source-structure.ts'
import { readTranscript } from '#shared/transcript/read-transcript.ts'
import { type StoredReading, storeReading } from '#shared/transcript/stored-reading.ts'
import type { SourceText } from './contents.ts'
import type { LecternDatabase } from './database.ts'

/**
 * Reads a source text with what this recogniser made of it; `stored` is `null` where nothing was kept
 * or another one made it. Throws where the text is missing.
 */
export async function readTextAndReading(
  db: LecternDatabase,
  sourceId: SourceId,
  recogniser: string,
): Promise<SourceText & { readonly stored: StoredReading | null }> {
  const [row, reading] = await Promise.all([db.texts.get(sourceId), db.readings.get(sourceId)])
  if (row === undefined) throw new Error(`the text of source ${sourceId} is missing`)
  const stored = reading?.recogniser === recogniser ? reading.reading : null
  return { text: row.text, structure: row.structure ?? NO_STRUCTURE, stored }
}

/** Reads what this recogniser made of these sources, in their order; `null` where that was not kept. */
export async function readReadings(
  db: LecternDatabase,
  ids: readonly SourceId[],
  recogniser: string,
): Promise<readonly (StoredReading | null)[]> {
  const rows = await db.readings.bulkGet([...ids])
  return rows.map((row) => (row?.recogniser === recogniser ? row.reading : null))
}

/** Reads a source with this recogniser, the one that the program has now, and keeps what came of it, unless it was kept before. */
export async function keepReading(
  db: LecternDatabase,
  sourceId: SourceId,
  recogniser: string,
): Promise<SourceText & { readonly stored: StoredReading }> {
  const { text, structure, stored } = await readTextAndReading(db, sourceId, recogniser)
  if (stored !== null) return { text, structure, stored }
  const reading = storeReading(text, readTranscript(text, structure))
  // It can be made again: where there is no room for it, the source is read all the same.
  await db.readings.put({ sourceId, recogniser, reading }).catch(() => undefined)
  return { text, structure, stored: reading }
}
