import type { Reader } from '#renderer/commands/reader.ts'
import type { ReadingAnswer, ReadingAsk } from './reading-messages.ts'

/** A thread that has had nothing to do for so many milliseconds ends. */
const REST = 10_000

const NEVER = new AbortController().signal

/** Reads in a thread of its own, one source after another: an answer does not say what was asked. */
export function readingThread(recogniser: string): Reader {
  let worker: Worker | null = null
  let timer = 0
  let queue: Promise<unknown> = Promise.resolve()
  const end = (): void => {
    worker?.terminate()
    worker = null
  }
  const askNow = (ask: ReadingAsk, signal: AbortSignal): Promise<ReadingAnswer> => {
    signal.throwIfAborted()
    clearTimeout(timer)
    worker ??= new Worker(new URL('./reading-worker.ts', import.meta.url), { type: 'module' })
    const thread = worker
    return new Promise<ReadingAnswer>((resolve, reject) => {
      thread.onmessage = ({ data }: MessageEvent<ReadingAnswer>) => resolve(data)
      thread.onerror = ({ message }) => reject(new Error(message))
      signal.onabort = () => {
        // It cannot be asked to stop in the middle.
        end()
        reject(signal.reason)
      }
      thread.postMessage(ask)
    }).finally(() => {
      signal.onabort = null
      timer = window.setTimeout(end, REST)
    })
  }
  const ask = (asked: ReadingAsk, signal = NEVER): Promise<ReadingAnswer> => {
    const result = queue.then(() => askNow(asked, signal))
    queue = result.catch(() => undefined)
    return result
  }
  return {
    recogniser,
    async read(sourceId, signal) {
      const answer = await ask({ sourceId, recogniser, edits: null }, signal)
      if (answer.kind !== 'read') throw new Error(answer.kind === 'failed' ? answer.detail : answer.kind)
      return answer.reading
    },
    async sumUp(sourceId, edits) {
      const answer = await ask({ sourceId, recogniser, edits })
      if (answer.kind !== 'summed-up') throw new Error(answer.kind === 'failed' ? answer.detail : answer.kind)
      return answer.summary
    },
  }
}
