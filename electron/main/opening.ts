import { type BrowserWindow, dialog } from 'electron'
import { READABLE_ENDINGS } from '#shared/importable-files.ts'
import type { Translate } from '#shared/messages/translate.ts'

/** Asks for the files to open; null when it was cancelled. Files of other kinds can be chosen too, and are tried. */
export async function askForFiles(window: BrowserWindow, say: Translate): Promise<readonly string[] | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: say('main.open.title'),
    properties: ['openFile', 'multiSelections'],
    filters: [
      { name: say('main.open.transcripts'), extensions: [...READABLE_ENDINGS] },
      { name: say('main.open.all'), extensions: ['*'] },
    ],
  })
  return canceled ? null : filePaths
}

/** Asks for a folder; null when it was cancelled. */
export async function askForFolder(window: BrowserWindow, say: Translate): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: say('main.openFolder.title'),
    properties: ['openDirectory'],
  })
  return canceled ? null : (filePaths[0] ?? null)
}
