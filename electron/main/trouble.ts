import { type BrowserWindow, dialog } from 'electron'
import type { Translate } from '#shared/messages/translate.ts'

/** Chromium's code for a load that was given up for another one: no failure. */
const ABORTED = -3

/** Says so when the page cannot be shown, has died or hangs, and offers to load it again. */
export function setUpTroubleReports(window: BrowserWindow, say: Translate): void {
  const contents = window.webContents
  const ask = async (words: Dialogue, signal?: AbortSignal): Promise<void> => {
    if (!window.isVisible()) window.show()
    const { response } = await dialog.showMessageBox(window, {
      type: 'error',
      ...words,
      noLink: true,
      ...(signal === undefined ? {} : { signal }),
    })
    if (signal?.aborted || window.isDestroyed()) return
    const chosen = words.buttons[response]
    if (chosen === say('main.trouble.reload')) contents.reload()
    if (chosen === say('main.trouble.close')) window.destroy()
  }

  contents.on('did-fail-load', (_event, code, description, url, isMainFrame) => {
    if (!isMainFrame || code === ABORTED) return
    void ask({
      message: say('main.trouble.load'),
      detail: `${description} (${code})\n${url}`,
      buttons: [say('main.trouble.reload'), say('main.trouble.close')],
    })
  })
  // A page that is missing from the installation is answered with 404, which Chromium shows as an empty one.
  contents.on('did-navigate', (_event, url, status) => {
    if (status < 400) return
    void ask({
      message: say('main.trouble.load'),
      detail: `HTTP ${status}\n${url}`,
      buttons: [say('main.trouble.reload'), say('main.trouble.close')],
    })
  })
  contents.on('preload-error', (_event, _path, error) => {
    void ask({ message: say('main.trouble.load'), detail: error.message, buttons: [say('main.trouble.close')] })
  })
  contents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit') return
    void ask({
      message: say('main.trouble.gone'),
      detail: say('main.trouble.goneDetail', { reason, code: exitCode }),
      buttons: [say('main.trouble.reload'), say('main.trouble.close')],
    })
  })

  let hanging: AbortController | null = null
  window.on('unresponsive', () => {
    if (hanging !== null) return
    hanging = new AbortController()
    const words = {
      message: say('main.trouble.hangs'),
      detail: say('main.trouble.hangsDetail'),
      buttons: [say('main.trouble.wait'), say('main.trouble.reload')],
    }
    void ask(words, hanging.signal).finally(() => {
      hanging = null
    })
  })
  window.on('responsive', () => {
    hanging?.abort()
  })
}

interface Dialogue {
  readonly message: string
  readonly detail: string
  readonly buttons: string[]
}
