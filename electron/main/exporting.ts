import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import { app, type BrowserWindow, dialog } from 'electron'
import type { BegunExport, EndedExport, FailedWriting, SaveOutcome, WriteOutcome } from '#shared/bridge.ts'
import type { Translate } from '#shared/messages/translate.ts'
import { suggestedFileName } from './file-names.ts'
import type { SettingsStore } from './settings.ts'
import { writingFailureInWords } from './system-errors.ts'
import { beginWhole, type WholeFile, writeWhole } from './write-whole.ts'

/** Exports that the page is writing, piece by piece. */
export interface Exports {
  /** Asks where to and begins the file. The path is chosen here and nowhere else: the page can only suggest a name. */
  readonly begin: (window: BrowserWindow, suggestedName: string) => Promise<BegunExport>
  readonly write: (window: BrowserWindow, token: string, bytes: Uint8Array) => Promise<WriteOutcome>
  readonly end: (window: BrowserWindow, token: string) => Promise<EndedExport>
  readonly cancel: (window: BrowserWindow, token: string) => Promise<void>
  /** Asks, where a window that is to close is still writing one, whether it is to be given up; answers whether the window may go. */
  readonly mayGiveUp: (window: BrowserWindow) => Promise<boolean>
}

/** An export under way. */
interface Running {
  readonly window: BrowserWindow
  readonly path: string
  readonly file: WholeFile
}

/** Sets up exports as CSV. Each is written whole or not at all: one whose window goes leaves nothing. */
export function setUpExports(settings: SettingsStore, say: Translate): Exports {
  const running = new Map<string, Running>()
  const watched = new WeakSet<BrowserWindow>()
  const of = (window: BrowserWindow, token: string): Running => {
    const found = running.get(token)
    if (found?.window !== window) throw new Error('There is no such export.')
    return found
  }
  const inWords = async (token: string, work: () => Promise<void>): Promise<FailedWriting | null> => {
    try {
      await work()
      return null
    } catch (error) {
      running.delete(token)
      return { kind: 'failed', detail: writingFailureInWords(error, say) }
    }
  }
  const watch = (window: BrowserWindow): void => {
    if (watched.has(window)) return
    watched.add(window)
    const dropAll = (): void => {
      for (const [token, one] of running) {
        if (one.window !== window) continue
        running.delete(token)
        void one.file.discard()
      }
    }
    window.on('closed', dropAll)
    window.webContents.on('render-process-gone', dropAll)
  }
  return {
    begin: async (window, suggestedName) => {
      const wanted = { title: say('main.save.title'), kind: say('main.save.csv'), ending: 'csv', suggestedName }
      const path = await askWhere(wanted, window, settings, say)
      if (path === null) return { kind: 'cancelled' }
      const token = randomUUID()
      const failed = await inWords(token, async () => {
        running.set(token, { window, path, file: await beginWhole(path) })
      })
      if (failed !== null) return failed
      watch(window)
      return { kind: 'begun', token }
    },
    write: async (window, token, bytes) => {
      const { file } = of(window, token)
      return (await inWords(token, () => file.write(bytes))) ?? { kind: 'written' }
    },
    end: async (window, token) => {
      const { file, path } = of(window, token)
      const failed = await inWords(token, () => file.finish())
      if (failed !== null) return failed
      running.delete(token)
      void settings.change({ exportFolder: dirname(path) })
      return { kind: 'saved', path }
    },
    cancel: async (window, token) => {
      const { file } = of(window, token)
      running.delete(token)
      await file.discard()
    },
    mayGiveUp: async (window) => {
      const path = [...running.values()].find((one) => one.window === window)?.path
      return path === undefined || askToGiveUp(path, window, say)
    },
  }
}

async function askToGiveUp(path: string, window: BrowserWindow, say: Translate): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: say('main.closing.exporting'),
    detail: say('main.closing.exportingDetail', { file: basename(path) }),
    buttons: [say('main.closing.goOn'), say('main.closing.giveUp')],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  })
  return response === 1
}

/** Asks where to, and writes the list of keys there, whole or not at all: JSON, or a table, as the ending of the suggested name says. */
export async function saveKeys(
  suggestedName: string,
  text: string,
  window: BrowserWindow,
  settings: SettingsStore,
  say: Translate,
): Promise<SaveOutcome> {
  const ending = extname(suggestedName).slice(1) || 'json'
  const wanted = { title: say('main.save.keys'), kind: ending.toUpperCase(), ending, suggestedName }
  const path = await askWhere(wanted, window, settings, say)
  if (path === null) return { kind: 'cancelled' }
  try {
    await writeWhole(path, new TextEncoder().encode(text))
  } catch (error) {
    return { kind: 'failed', detail: writingFailureInWords(error, say) }
  }
  void settings.change({ exportFolder: dirname(path) })
  return { kind: 'saved', path, rows: text.trimEnd().split('\n').length }
}

interface FileToSave {
  readonly title: string
  readonly suggestedName: string
  /** What the dialog calls files of this kind, and how their names end. */
  readonly kind: string
  readonly ending: string
}

/** Shows the save dialog; null when it was cancelled. */
async function askWhere(
  { title, suggestedName, kind, ending }: FileToSave,
  window: BrowserWindow,
  settings: SettingsStore,
  say: Translate,
): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title,
    defaultPath: join(exportFolder(settings), suggestedFileName(suggestedName)),
    properties: ['createDirectory', 'showOverwriteConfirmation'],
    filters: [
      { name: kind, extensions: [ending] },
      { name: say('main.open.all'), extensions: ['*'] },
    ],
  })
  return canceled || filePath === undefined || filePath === '' ? null : withEnding(filePath, ending)
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
