import type { Desk } from '#renderer/commands/desk.ts'

/** So many acts are replayed in a moment; below that, packing would cost more than it saves. */
const ENOUGH = 50

/** Packs the open project's journal when nothing else is to be done, never in the path of a key. */
export function packWhenIdle(desk: Desk): void {
  let packedAt = 0
  let isWaiting = false
  const consider = (seq: number): void => {
    if (isWaiting || seq - packedAt < ENOUGH) return
    isWaiting = true
    requestIdleCallback(() => {
      const { session } = desk.workbench.getState()
      void session?.pack().finally(() => {
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
