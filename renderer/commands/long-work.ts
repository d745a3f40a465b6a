import type { MessageKey } from '#shared/messages/catalogue.ts'
import type { Desk } from './desk.ts'

/** Something that takes a while, as its bar shows it, while everything else goes on. */
export interface LongWork {
  readonly id: string
  /** What is being done; its message takes `done` and `count`. */
  readonly name: MessageKey
  readonly done: number
  /** How much there is to do, or 0 while that is not known. */
  readonly count: number
  /** Gives it up, and nothing of it stays; `null` once it can no longer be given up. */
  readonly stop: (() => void) | null
  readonly isStopping: boolean
}

/** What long work is given to tell how far it has come, and to hear that it is to stop. */
export interface Progress {
  readonly signal: AbortSignal
  readonly tell: (done: number, count: number) => void
  /** From here on it is written: all of it or nothing, and no longer given up. */
  readonly commit: () => void
}

/** How far it has come is shown so often at most, in milliseconds: drawing it must not be what takes long. */
const BETWEEN = 100

/** Does long work with a bar of its own, which goes when the work has ended, however it ended. `stopping`: by which others may stop it too. */
export async function withProgress<T>(
  desk: Desk,
  name: MessageKey,
  work: (progress: Progress) => Promise<T>,
  stopping = new AbortController(),
): Promise<T> {
  const id = desk.newId()
  const change = (some: Partial<LongWork>): void => {
    const works = desk.workbench.getState().works.map((one) => (one.id === id ? { ...one, ...some } : one))
    desk.workbench.setState({ works })
  }
  const stop = (): void => {
    stopping.abort()
    change({ isStopping: true })
  }
  let toldAt = Number.NEGATIVE_INFINITY
  const tell = (done: number, count: number): void => {
    const now = performance.now()
    if (now - toldAt < BETWEEN && done < count) return
    toldAt = now
    change({ done, count })
  }
  const { works } = desk.workbench.getState()
  desk.workbench.setState({ works: [...works, { id, name, done: 0, count: 0, stop, isStopping: false }] })
  try {
    return await work({
      signal: stopping.signal,
      tell,
      commit: () => change({ stop: null }),
    })
  } finally {
    desk.workbench.setState({ works: desk.workbench.getState().works.filter((one) => one.id !== id) })
  }
}
