import { userInfo } from 'node:os'
import { app, type BrowserWindow, type IpcMainInvokeEvent } from 'electron'
import type { AppInfo, ImportOutcome } from '#shared/bridge.ts'
import { LARGEST_SOURCE } from '#shared/importable-files.ts'
import { chosenFilesStore } from './chosen-files.ts'
import { saveExport } from './exporting.ts'
import { importJobs } from './import-jobs.ts'
import type { Importing } from './importing.ts'
import { registerCalls } from './ipc.ts'
import type { InterfaceLanguage } from './language.ts'
import type { MenuBar } from './menu.ts'
import { askForFiles, askForFolder } from './opening.ts'
import { isTrustedCaller, type Page } from './page.ts'
import { readSource } from './read-source.ts'
import type { SettingsStore } from './settings.ts'
import type { WaitingFiles } from './waiting-files.ts'
import type { MainWindow } from './window.ts'

/** The parts of the main process that the page's calls end in. */
export interface CallTargets {
  readonly page: Page
  readonly window: MainWindow
  readonly menu: MenuBar
  readonly settings: SettingsStore
  readonly language: InterfaceLanguage
  readonly waiting: WaitingFiles
  readonly importing: Importing
}

/** Connects each call of the bridge with the part that answers it. */
export function setUpCalls({ page, window, menu, settings, language, waiting, importing }: CallTargets): void {
  const isTrusted = (event: IpcMainInvokeEvent): boolean => {
    const own = window.current()
    return isTrustedCaller(page, own !== null && event.sender === own.webContents, event.senderFrame)
  }
  const chosen = chosenFilesStore()
  const jobs = importJobs()
  registerCalls(isTrusted, {
    appInfo: () => appInfo(language),
    chooseSources: async () => {
      const paths = await askForFiles(openWindow(window), language.say)
      return paths === null ? null : chosen.addFiles(paths)
    },
    chooseFolder: async () => {
      const path = await askForFolder(openWindow(window), language.say)
      return path === null ? null : chosen.addFolder(path)
    },
    takeWaitingFiles: () => chosen.addFilesAndFolders(waiting.take()),
    importChosen: (token) => {
      const path = chosen.take(token)
      if (path === null) throw new Error('The call importChosen was refused: its token is spent.')
      return jobs.run(token, (signal) => importFile(path, importing, signal))
    },
    forgetChosen: chosen.forget,
    importBytes: (job, fileName, bytes, encoding) =>
      bytes.byteLength > LARGEST_SOURCE
        ? { kind: 'failed', failure: { fileName, reason: 'too-large', detail: '' } }
        : jobs.run(job, (signal) => importing.importBytes(fileName, bytes, encoding, signal)),
    cancelImport: jobs.cancel,
    encodingChoices: (job, bytes) =>
      bytes.byteLength > LARGEST_SOURCE
        ? { kind: 'failed', reason: 'too-large' }
        : jobs.run(job, (signal) => importing.encodingChoices(bytes, signal)),
    saveExport: (request) => saveExport(request, openWindow(window), settings, language.say),
    updateMenu: menu.update,
    readyToClose: window.readyToClose,
  })
}

async function importFile(path: string, importing: Importing, signal: AbortSignal): Promise<ImportOutcome> {
  const source = await readSource(path, signal)
  if (source.kind === 'failed') return source
  const { fileName, bytes } = source
  const outcome = await importing.importBytes(fileName, bytes, null, signal)
  return outcome.kind === 'failed' ? outcome : { kind: 'imported', file: { ...outcome.file, original: bytes } }
}

function openWindow(window: MainWindow): BrowserWindow {
  const open = window.current()
  if (open === null) throw new Error('The window that called is gone.')
  return open
}

function appInfo(language: InterfaceLanguage): AppInfo {
  const { platform } = process
  return {
    version: app.getVersion(),
    platform: platform === 'darwin' || platform === 'win32' ? platform : 'linux',
    language: language.current(),
    userName: userName(),
  }
}

/** Empty where the system does not know the user, as in some containers. */
function userName(): string {
  try {
    return userInfo().username
  } catch {
    return ''
  }
}
