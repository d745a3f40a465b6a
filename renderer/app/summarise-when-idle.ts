import type { Desk } from '#renderer/commands/desk.ts'
import { keepSummaries, type SummaryJob } from '#renderer/commands/summaries.ts'
import type { SourceSummary } from '#shared/sources/source-summary.ts'

/** A thread that has had nothing to do for so many milliseconds ends. */
const REST = 10_000

/** Sums up the readings of all sources in a thread of its own, when nothing else is to be done. */
export function summariseWhenIdle(desk: Desk): void {
  let worker: Worker | null = null
  let timer = 0
  let queue: Promise<unknown> = Promise.resolve()
  const readNow = (job: SummaryJob): Promise<SourceSummary> => {
    clearTimeout(timer)
    worker ??= new Worker(new URL('./summary-worker.ts', import.meta.url), { type: 'module' })
    const thread = worker
    return new Promise<SourceSummary>((resolve, reject) => {
      thread.onmessage = ({ data }: MessageEvent<SourceSummary>) => resolve(data)
      thread.onerror = ({ message }) => reject(new Error(message))
      thread.postMessage(job)
    }).finally(() => {
      timer = window.setTimeout(() => {
        worker?.terminate()
        worker = null
      }, REST)
    })
  }
  /** One after another: an answer does not say what was asked. */
  const read = (job: SummaryJob): Promise<SourceSummary> => {
    const result = queue.then(() => readNow(job))
    queue = result.catch(() => undefined)
    return result
  }
  keepSummaries(desk, { read, whenIdle: (work) => void requestIdleCallback(work) })
}
