import type { BrowserWindow } from 'electron'

/** How long the page may take to save what was typed, before it is asked whether it is still at it. */
const PATIENCE_MILLISECONDS = 3000
/** A page that answers is still writing, thousands of changes maybe; after this it is no longer believed. */
const LONGEST_MILLISECONDS = 120_000

/** What goes before a window goes. */
export interface Closing {
  /** Asks the user where something unfinished would go with it; answers whether the window may go. */
  readonly mayGo: () => Promise<boolean>
  /** Tells the page that the window is about to close. */
  readonly tellPage: () => void
  /** Runs last. */
  readonly atLast: () => Promise<void>
}

/**
 * Holds the window back when it is to close, until the user agrees and the page says that everything is saved. A
 * page that has died, or hangs, does not keep it open.
 *
 * @returns what to call when the page is ready
 */
export function setUpClosing(window: BrowserWindow, { mayGo, tellPage, atLast }: Closing): () => void {
  let isClosing = false
  /** The page has been told. */
  let isTold = false
  let isLoaded = false
  let patience: ReturnType<typeof setTimeout> | undefined

  window.webContents.on('did-finish-load', () => {
    isLoaded = true
  })
  let isGone = false
  const letGo = (): void => {
    clearTimeout(patience)
    if (isGone) return
    isGone = true
    void atLast().finally(() => {
      if (!window.isDestroyed()) window.destroy()
    })
  }
  const close = async (): Promise<void> => {
    isClosing = await mayGo()
    if (!isClosing || window.isDestroyed()) return
    if (!isLoaded || window.webContents.isCrashed()) {
      letGo()
      return
    }
    isTold = true
    const until = Date.now() + LONGEST_MILLISECONDS
    const waitOn = (): void => {
      patience = setTimeout(() => {
        void (async () => (!isGone && (await isSaving(window)) && Date.now() < until ? waitOn() : letGo()))()
      }, PATIENCE_MILLISECONDS)
    }
    waitOn()
    tellPage()
  }
  window.on('close', (event) => {
    event.preventDefault()
    if (isClosing) return
    isClosing = true
    void close()
  })
  return () => {
    if (isTold) letGo()
  }
}

/** Whether the program's own page runs and is about it: it says so of itself (`renderer/app/start-desk.ts`). */
async function isSaving(window: BrowserWindow): Promise<boolean> {
  if (window.isDestroyed() || window.webContents.isCrashed()) return false
  const answer = window.webContents
    .executeJavaScript("document.documentElement.dataset.isSaving === 'true'")
    .catch(() => false)
  return Promise.race([
    answer,
    new Promise<boolean>((resolve) => setTimeout(() => resolve(false), PATIENCE_MILLISECONDS)),
  ])
}
