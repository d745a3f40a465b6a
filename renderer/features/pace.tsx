import { createContext, type ReactNode, useContext } from 'react'
import type { StoreApi } from 'zustand'

/** What a component follows a store by. */
export type ReadableStore<T> = Pick<StoreApi<T>, 'getState' | 'getInitialState' | 'subscribe'>

const IsUnhurried = createContext(false)

/**
 * What stands in here is drawn in the frame after the one that shows an act in the text: a coding is seen at once,
 * and the panes that tell about it do not keep it waiting. All of them see the same state at any time.
 */
export function Unhurried({ children }: { readonly children: ReactNode }): ReactNode {
  return <IsUnhurried value={true}>{children}</IsUnhurried>
}

/** The store as it is to be followed where the component stands. */
export function usePaced<T>(store: ReadableStore<T>): ReadableStore<T> {
  return useContext(IsUnhurried) ? followerOf(store) : store
}

/** Shows everything as it is now: for who gives the keyboard to what an act has just brought about. */
export function catchUp(): void {
  for (const publish of waiting.splice(0)) publish()
}

const followers = new WeakMap<object, ReadableStore<unknown>>()
const waiting: (() => void)[] = []
/**
 * Frames do not come while the window is hidden. Longer than any frame should take, in milliseconds: a timer
 * that is due would come before the frame that everything waits for.
 */
const LATEST = 1000

function followerOf<T>(store: ReadableStore<T>): ReadableStore<T> {
  const known = followers.get(store)
  if (known !== undefined) return known as ReadableStore<T>
  const listeners = new Set<(state: T, before: T) => void>()
  let shown = store.getState()
  let isWaiting = false
  const publish = (): void => {
    isWaiting = false
    const before = shown
    shown = store.getState()
    if (shown !== before) for (const listener of [...listeners]) listener(shown, before)
  }
  store.subscribe(() => {
    isNews = true
    if (isWaiting) return
    isWaiting = true
    waiting.push(publish)
    if (waiting.length === 1) inFrameAfterNext(catchUp)
  })
  const follower: ReadableStore<T> = {
    getState: () => shown,
    getInitialState: () => shown,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  followers.set(store, follower)
  return follower
}

/** Something has changed since the last frame that was waited for: the next one shows it in the text. */
let isNews = false

/**
 * Calls back in the frame after the next one, before it is drawn; a frame later where something has changed
 * between the two: what was asked for while a long text came up would be drawn with it.
 */
function inFrameAfterNext(run: () => void): void {
  let isDone = false
  const once = (): void => {
    if (isDone) return
    isDone = true
    run()
  }
  requestAnimationFrame(() => {
    isNews = false
    requestAnimationFrame(() => {
      if (isNews) requestAnimationFrame(once)
      else once()
    })
  })
  setTimeout(once, LATEST)
}
