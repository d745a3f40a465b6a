import { type BrowserWindow, dialog } from 'electron'
import type { Translate } from '#shared/messages/translate.ts'

/** Asks for the files to open; none when it was cancelled. Files of other kinds can be chosen too, and are tried. */
export async function chooseFiles(window: BrowserWindow, say: Translate): Promise<readonly string[]> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: say('main.open.title'),
    properties: ['openFile', 'multiSelections'],
    filters: [
      { name: say('main.open.transcripts'), extensions: ['txt', 'text', 'md', 'markdown'] },
      { name: say('main.open.all'), extensions: ['*'] },
    ],
  })
  return canceled ? [] : filePaths
}
