import { existsSync } from 'node:fs'
import { dirname, extname, join } from 'node:path'
import { app, type BrowserWindow, dialog } from 'electron'
import type { SaveOutcome } from '#shared/bridge.ts'
import { codingsCsv } from '#shared/formats/codings-csv.ts'
import type { ExportRequest } from '#shared/formats/export-request.ts'
import type { Translate } from '#shared/messages/translate.ts'
import { suggestedFileName } from './file-names.ts'
import type { SettingsStore } from './settings.ts'
import { writingFailureInWords } from './system-errors.ts'
import { writeWhole } from './write-whole.ts'

/**
 * Asks where to, and writes the codings as CSV there, whole or not at all. The path is chosen here
 * and nowhere else: the page can only suggest a name.
 */
export async function saveExport(
  request: ExportRequest,
  window: BrowserWindow,
  settings: SettingsStore,
  say: Translate,
): Promise<SaveOutcome> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: say('main.save.title'),
    defaultPath: join(exportFolder(settings), suggestedFileName(request.suggestedName)),
    properties: ['createDirectory', 'showOverwriteConfirmation'],
    filters: [
      { name: say('main.save.csv'), extensions: ['csv'] },
      { name: say('main.open.all'), extensions: ['*'] },
    ],
  })
  if (canceled || filePath === undefined || filePath === '') return { kind: 'cancelled' }
  const path = withEnding(filePath)
  const { text, rows } = codingsCsv(request.records, request.options)
  try {
    await writeWhole(path, new TextEncoder().encode(text))
  } catch (error) {
    return { kind: 'failed', detail: writingFailureInWords(error, say) }
  }
  void settings.change({ exportFolder: dirname(path) })
  return { kind: 'saved', path, rows }
}

function exportFolder(settings: SettingsStore): string {
  const last = settings.current().exportFolder
  return last !== null && existsSync(last) ? last : app.getPath('documents')
}

/** Adds `.csv` to a name typed without an ending, unless that would name a file nobody agreed to replace. */
function withEnding(path: string): string {
  return extname(path) === '' && !existsSync(path) && !existsSync(`${path}.csv`) ? `${path}.csv` : path
}
