import type { SourceId } from '#shared/model/ids.ts'
import type { LecternDatabase, SummaryRow } from './database.ts'

/** Reads what is kept of the readings of these sources; some may have none. */
export async function readSummaries(db: LecternDatabase, ids: readonly SourceId[]): Promise<readonly SummaryRow[]> {
  const rows = await db.summaries.bulkGet([...ids])
  return rows.flatMap((row) => (row === undefined ? [] : [row]))
}

/** Keeps what was made of readings, in place of what was kept before. */
export async function saveSummaries(db: LecternDatabase, rows: readonly SummaryRow[]): Promise<void> {
  await db.summaries.bulkPut([...rows])
}
