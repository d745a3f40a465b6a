import type { Steps } from '#shared/journal/steps.ts'

/** So long the page may be kept from what it has to do otherwise, in milliseconds: less than a frame. */
const SLICE = 12

/**
 * Does something with one after another, and lets the page do what else it has to do every few
 * milliseconds. Stops where the signal is aborted, and answers whether it came to the end.
 *
 * @param onSlice called between slices with how many are done
 */
export async function inSlices<T>(
  items: Iterable<T>,
  work: (item: T) => void,
  signal: AbortSignal,
  onSlice: (done: number) => void = () => undefined,
): Promise<boolean> {
  let done = 0
  let until = performance.now() + SLICE
  for (const item of items) {
    if (signal.aborted) return false
    work(item)
    done += 1
    if (performance.now() < until) continue
    onSlice(done)
    // Not a promise alone: those are settled before anything else has its turn.
    await nextTurn()
    until = performance.now() + SLICE
  }
  return !signal.aborted
}

/** Resolves once the page has had its turn. Not by a timer: in a window that is not seen they come once a second. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(null)
  })
}

/** What is thrown through work that was to stop: it has changed nothing. */
export class WorkStopped extends Error {
  override readonly name = 'WorkStopped'
}

/** Throws `WorkStopped` where that was asked for. */
export function goOnUnlessStopped(signal: AbortSignal): void {
  if (signal.aborted) throw new WorkStopped()
}

/**
 * Takes steps as `inSlices` does, and answers their result. Those that take no longer than a slice are taken at once.
 * Throws `WorkStopped` where the signal is aborted before the last one.
 */
export async function stepsInSlices<T>(steps: Steps<T>, signal: AbortSignal, onSlice?: () => void): Promise<T> {
  const results: T[] = []
  const each = function* (): Generator<void> {
    results.push(yield* steps)
  }
  await inSlices(each(), () => undefined, signal, onSlice)
  goOnUnlessStopped(signal)
  for (const result of results) return result
  throw new Error('the steps have not come to their end')
}
