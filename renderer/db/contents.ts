import type { SourceId } from '#shared/model/ids.ts'
import { NO_STRUCTURE, type SourceStructure } from '#shared/model/source-structure.ts'
import type { LecternDatabase } from './database.ts'

/** A source text with what its file says of it. */
export interface SourceText {
  readonly text: string
  readonly structure: SourceStructure
}

/** Reads a source text. Throws where it is missing: a source is never stored without its text. */
export async function readText(db: LecternDatabase, sourceId: SourceId): Promise<SourceText> {
  const row = await db.texts.get(sourceId)
  if (row === undefined) throw new Error(`the text of source ${sourceId} is missing`)
  return { text: row.text, structure: row.structure ?? NO_STRUCTURE }
}

/** Reads the texts of these sources, in their order. Throws where one is missing. */
export async function readTexts(db: LecternDatabase, ids: readonly SourceId[]): Promise<readonly SourceText[]> {
  const rows = await db.texts.bulkGet([...ids])
  return rows.map((row, place) => {
    if (row === undefined) throw new Error(`the text of source ${String(ids[place])} is missing`)
    return { text: row.text, structure: row.structure ?? NO_STRUCTURE }
  })
}

/** Reads an original file by the SHA-256 of its bytes, or answers `null` where it is not kept. */
export async function readOriginal(db: LecternDatabase, sha256: string): Promise<Uint8Array | null> {
  return (await db.originals.get(sha256))?.bytes ?? null
}

/** The place in the source text where the reader was, or `null`. */
export async function readPlace(db: LecternDatabase, sourceId: SourceId): Promise<number | null> {
  return (await db.places.get(sourceId))?.offset ?? null
}

export async function savePlace(db: LecternDatabase, sourceId: SourceId, offset: number): Promise<void> {
  await db.places.put({ sourceId, offset })
}

/** Reads something that is remembered between starts, if it has the shape that is asked for. */
export async function readSetting<T>(
  db: LecternDatabase,
  key: string,
  guard: (value: unknown) => value is T,
): Promise<T | null> {
  const value = (await db.settings.get(key))?.value
  return guard(value) ? value : null
}

export async function saveSetting(db: LecternDatabase, key: string, value: unknown): Promise<void> {
  await db.settings.put({ key, value })
}
