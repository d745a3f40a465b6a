import type { SummaryJob } from '#renderer/commands/summaries.ts'
import { summaryOf } from '#shared/sources/source-summary.ts'
import { applyEdits } from '#shared/transcript/apply-edits.ts'
import { readTranscript } from '#shared/transcript/read-transcript.ts'

// A thread of its own: reading a long source takes longer than a key may wait.
self.addEventListener('message', ({ data }: MessageEvent<SummaryJob>) => {
  const { text, structure, edits } = data
  self.postMessage(summaryOf(applyEdits(text, readTranscript(text, structure), edits)))
})
