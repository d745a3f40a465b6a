import type { SourceId } from '#shared/model/ids.ts'
import type { ReadingEdit } from '#shared/model/reading-edit.ts'
import type { SourceSummary } from '#shared/sources/source-summary.ts'
import type { StoredReading } from '#shared/transcript/stored-reading.ts'

/** What the thread that reads is asked for. */
export interface ReadingAsk {
  readonly sourceId: SourceId
  /** Names the recogniser that the program has. */
  readonly recogniser: string
  /** What is to be summed up with the reading; `null` for the reading itself. */
  readonly edits: readonly ReadingEdit[] | null
}

/** What it answers, once to each. */
export type ReadingAnswer =
  | { readonly kind: 'read'; readonly reading: StoredReading }
  | { readonly kind: 'summed-up'; readonly summary: SourceSummary }
  | { readonly kind: 'failed'; readonly detail: string }
