import type { MessageKey } from '#shared/messages/catalogue.ts'
import type { Desk } from './desk.ts'

/** Something that takes a while, as its bar shows it, while everything else goes on. */
export interface LongWork {
  readonly id: string
  /** What is being done; its message takes `done` and `count`. */
  readonly name: MessageKey
  readonly done: number
  /** How much there is to do; 0 while that is not known yet, `null` where it will not be. */
  readonly count: number | null
  /** Gives it up, and nothing of it stays; `null` once it can no longer be given up. */
  readonly stop: (() => void) | null
  readonly isStopping: boolean
}

/** What long work is given to tell how far it has come, and to hear that it is to stop. */
export interface Progress {
  readonly signal: AbortSignal
  /** `name`: what is being done from here on, where that is something else than before. */
  readonly tell: (done: number, count: number | null, name?: MessageKey) => void
  /** From here on it is written: all of it or nothing, and no longer given up. */
  readonly commit: () => void
}

/** How far it has come is shown so often at most, in milliseconds: drawing it must not be what takes long. */
const BETWEEN = 100

/** For work that nobody sees and nobody stops. */
export const UNSEEN: Progress = {
  signal: new AbortController().signal,
  tell: () => undefined,
  commit: () => undefined,
}

/**
 * Does long work with a bar of its own, which goes when the work has ended, however it ended. Where it only may be
 * long, the bar is there from the first time that it tells how far it has come. `stopping`: by which others may
 * stop it too.
 */
export async function withProgress<T>(
  desk: Desk,
  name: MessageKey,
  work: (progress: Progress) => Promise<T>,
  { isOnlyMaybeLong = false, stopping = new AbortController() } = {},
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
  let toldOf: number | null = 0
  let isBegun = false
  let isCommitted = false
  const begin = (): void => {
    isBegun = true
    const { works } = desk.workbench.getState()
    desk.workbench.setState({
      works: [...works, { id, name, done: 0, count: 0, stop: isCommitted ? null : stop, isStopping: false }],
    })
  }
  const tell = (done: number, count: number | null, other?: MessageKey): void => {
    if (!isBegun) begin()
    const now = performance.now()
    // Another amount is another stretch of the way, which is not to be passed over.
    if (now - toldAt < BETWEEN && count === toldOf && done < (count || 1)) return
    toldAt = now
    toldOf = count
    change({ done, count, ...(other === undefined ? {} : { name: other }) })
  }
  if (!isOnlyMaybeLong) begin()
  try {
    return await work({
      signal: stopping.signal,
      tell,
      commit: () => {
        isCommitted = true
        if (isBegun) change({ stop: null })
      },
    })
  } finally {
    if (isBegun) desk.workbench.setState({ works: desk.workbench.getState().works.filter((one) => one.id !== id) })
  }
}
