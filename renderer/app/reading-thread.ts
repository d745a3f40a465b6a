import type { Reader } from '#renderer/commands/reader.ts'
import type { ReadingAnswer, ReadingAsk } from './reading-messages.ts'

/** A thread that has had nothing to do for so many milliseconds ends. */
const REST = 10_000

/** Reads in a thread of its own, one source after another: an answer does not say what was asked. */
export function readingThread(recogniser: string): Reader {
  let worker: Worker | null = null
  let timer = 0
  let queue: Promise<unknown> = Promise.resolve()
  const end = (): void => {
    worker?.terminate()
    worker = null
  }
  const askNow = async (ask: ReadingAsk, signal: AbortSignal | undefined): Promise<ReadingAnswer> => {
    signal?.throwIfAborted()
    clearTimeout(timer)
    worker ??= new Worker(new URL('./reading-worker.ts', import.meta.url), { type: 'module' })
    const thread = worker
    // It cannot be asked to stop in the middle.
    signal?.addEventListener('abort', end)
    try {
      return await new Promise<ReadingAnswer>((resolve, reject) => {
        thread.onmessage = ({ data }: MessageEvent<ReadingAnswer>) => resolve(data)
        const fail = (why: string): void => {
          // It may never answer again.
          end()
          reject(new Error(why))
        }
        thread.onerror = ({ message }) => fail(message)
        thread.onmessageerror = () => fail('the answer could not be read')
        signal?.addEventListener('abort', () => reject(signal.reason))
        thread.postMessage(ask)
      })
    } finally {
      signal?.removeEventListener('abort', end)
      timer = window.setTimeout(end, REST)
    }
  }
  /** Who gives up does not wait for what was asked before. */
  const ask = (asked: ReadingAsk, signal?: AbortSignal): Promise<ReadingAnswer> => {
    const result = queue.then(() => askNow(asked, signal))
    queue = result.catch(() => undefined)
    const given = new Promise<never>((_, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason))
    })
    return Promise.race([result, given])
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
