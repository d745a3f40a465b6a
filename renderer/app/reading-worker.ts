import { LecternDatabase } from '#renderer/db/database.ts'
import { keepReading } from '#renderer/db/readings.ts'
import { summaryOf } from '#shared/sources/source-summary.ts'
import { applyEdits } from '#shared/transcript/apply-edits.ts'
import { restoreReading } from '#shared/transcript/stored-reading.ts'
import type { ReadingAnswer, ReadingAsk } from './reading-messages.ts'

// A thread of its own: reading a long source takes longer than a key may wait.

const db = new LecternDatabase()

async function answerTo({ sourceId, recogniser, edits }: ReadingAsk): Promise<ReadingAnswer> {
  const { text, stored } = await keepReading(db, sourceId, recogniser)
  if (edits === null) return { kind: 'read', reading: stored }
  return { kind: 'summed-up', summary: summaryOf(applyEdits(text, restoreReading(text, stored), edits)) }
}

self.addEventListener('message', ({ data }: MessageEvent<ReadingAsk>) => {
  void answerTo(data)
    .catch((error: unknown): ReadingAnswer => ({ kind: 'failed', detail: String(error) }))
    .then((answer) => self.postMessage(answer))
})
