import type { BrowserWindow } from 'electron'

/** How long the page may take to save what was typed. */
const PATIENCE_MILLISECONDS = 3000

/**
 * Holds the window back when it is to close, until the page says that everything is saved. A page
 * that has died, or does not answer in time, does not keep it open.
 *
 * @param ask tells the page that the window is about to close
 * @param atLast runs before the window goes
 * @returns what to call when the page is ready
 */
export function setUpClosing(window: BrowserWindow, ask: () => void, atLast: () => Promise<void>): () => void {
  let isClosing = false
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
  window.on('close', (event) => {
    event.preventDefault()
    if (isClosing) return
    isClosing = true
    if (!isLoaded || window.webContents.isCrashed()) {
      letGo()
      return
    }
    patience = setTimeout(letGo, PATIENCE_MILLISECONDS)
    ask()
  })
  return () => {
    if (isClosing) letGo()
  }
}
