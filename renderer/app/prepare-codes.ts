import type { Desk } from '#renderer/commands/desk.ts'
import { hasSounds, prepareName } from '#shared/codebook/find-code.ts'
import { loadSounds, soundsKnown } from '#shared/codebook/sounds.ts'
import { codeList } from '#shared/journal/state.ts'
import type { Code } from '#shared/model/code.ts'

/** So much of an idle moment is left over for whatever comes in it, in milliseconds. */
const LEFT_OVER = 3

/** Works out, when nothing else is to be done, how the names of the open project's codes can be typed. */
export function prepareCodesWhenIdle(desk: Desk): void {
  let codes: readonly Code[] = []
  let next = 0
  let isWaiting = false
  const go = (deadline: IdleDeadline): void => {
    isWaiting = false
    for (let code = codes[next]; code !== undefined; code = codes[next]) {
      if (deadline.timeRemaining() < LEFT_OVER) {
        wait()
        return
      }
      const sounds = soundsKnown()
      if (sounds === null && hasSounds(code.name)) {
        void loadSounds().then(wait)
        return
      }
      prepareName(code.name, sounds)
      next += 1
    }
  }
  const wait = (): void => {
    if (isWaiting) return
    isWaiting = true
    requestIdleCallback(go)
  }
  const consider = (): void => {
    const { session } = desk.workbench.getState()
    const now = session === null ? [] : codeList(session.store.getState().state)
    if (now === codes) return
    codes = now
    next = 0
    wait()
  }
  let stop: (() => void) | null = null
  desk.workbench.subscribe((state, before) => {
    if (state.session === before.session) return
    stop?.()
    stop = state.session?.store.subscribe(consider) ?? null
    consider()
  })
}
