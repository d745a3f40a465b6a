import { type BrowserWindow, dialog } from 'electron'
import type { Translate } from '#shared/messages/translate.ts'

/** Asks whether a window may go whose page is importing still; what is imported by then stays. Answers whether it may. */
export async function askToLeaveImport(window: BrowserWindow, say: Translate): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: say('main.closing.importing'),
    detail: say('main.closing.importingDetail'),
    buttons: [say('main.closing.goOnImporting'), say('main.closing.stopImporting')],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  })
  return response === 1
}
