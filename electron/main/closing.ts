import type { BrowserWindow } from 'electron'

/** How long the page may take to save what was typed. */
const PATIENCE_MILLISECONDS = 3000

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
 * page that has died, or does not answer in time, does not keep it open.
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
  const letGo = (): void => {
    clearTimeout(patience)
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
    patience = setTimeout(letGo, PATIENCE_MILLISECONDS)
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
