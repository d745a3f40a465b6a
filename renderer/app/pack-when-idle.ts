import type { Desk } from '#renderer/commands/desk.ts'
import type { ProjectId } from '#shared/model/ids.ts'

/** So many acts are replayed in a moment; below that, packing would cost more than it saves. */
const ENOUGH = 50

/** Packs the open project's journal when nothing else is to be done, in a thread of its own, never in the path of a key. */
export function packWhenIdle(desk: Desk): void {
  let packedAt = 0
  let isWaiting = false
  const consider = (seq: number): void => {
    if (isWaiting || seq - packedAt < ENOUGH) return
    isWaiting = true
    requestIdleCallback(() => {
      const { session } = desk.workbench.getState()
      void (session === null ? Promise.resolve() : pack(session.id)).finally(() => {
        isWaiting = false
        packedAt = seq
      })
    })
  }
  let stop: (() => void) | null = null
  desk.workbench.subscribe((state, before) => {
    if (state.session === before.session) return
    stop?.()
    packedAt = 0
    const { session } = state
    if (session === null) return
    consider(session.store.getState().head.seq)
    stop = session.store.subscribe(({ head }) => consider(head.seq))
  })
}

/** Resolves when the journal is packed. A pack that fails is one that is still due: what is stored is whole without it. */
function pack(id: ProjectId): Promise<void> {
  const thread = new Worker(new URL('./pack-worker.ts', import.meta.url), { type: 'module' })
  return new Promise<void>((resolve, reject) => {
    thread.onmessage = ({ data }: MessageEvent<string | null>) => (data === null ? resolve() : reject(new Error(data)))
    thread.onerror = ({ message }) => reject(new Error(message))
    thread.postMessage(id)
  }).finally(() => thread.terminate())
}
