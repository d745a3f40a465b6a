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
  const { text, rows } = codingsCsv(request.records, request.options)
  const file = { title: say('main.save.title'), kind: say('main.save.csv'), ending: 'csv', text, rows }
  return saveAsAsked({ ...file, suggestedName: request.suggestedName }, window, settings, say)
}

/** As `saveExport`, for the list of keys: JSON, or a table, as the ending of the suggested name says. */
export async function saveKeys(
  suggestedName: string,
  text: string,
  window: BrowserWindow,
  settings: SettingsStore,
  say: Translate,
): Promise<SaveOutcome> {
  const ending = extname(suggestedName).slice(1) || 'json'
  const file = { title: say('main.save.keys'), kind: ending.toUpperCase(), ending, text, suggestedName }
  return saveAsAsked({ ...file, rows: text.trimEnd().split('\n').length }, window, settings, say)
}

interface FileToSave {
  readonly title: string
  readonly suggestedName: string
  /** What the dialog calls files of this kind, and how their names end. */
  readonly kind: string
  readonly ending: string
  readonly text: string
  readonly rows: number
}

async function saveAsAsked(
  { title, suggestedName, kind, ending, text, rows }: FileToSave,
  window: BrowserWindow,
  settings: SettingsStore,
  say: Translate,
): Promise<SaveOutcome> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title,
    defaultPath: join(exportFolder(settings), suggestedFileName(suggestedName)),
    properties: ['createDirectory', 'showOverwriteConfirmation'],
    filters: [
      { name: kind, extensions: [ending] },
      { name: say('main.open.all'), extensions: ['*'] },
    ],
  })
  if (canceled || filePath === undefined || filePath === '') return { kind: 'cancelled' }
  const path = withEnding(filePath, ending)
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

/** Adds the ending to a name typed without one, unless that would name a file nobody agreed to replace. */
function withEnding(path: string, ending: string): string {
  const whole = `${path}.${ending}`
  return extname(path) === '' && !existsSync(path) && !existsSync(whole) ? whole : path
}
