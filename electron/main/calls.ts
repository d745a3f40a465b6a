import { userInfo } from 'node:os'
import { app, type BrowserWindow, type IpcMainInvokeEvent } from 'electron'
import type { AppInfo, ImportOutcome } from '#shared/bridge.ts'
import { LARGEST_SOURCE } from '#shared/importable-files.ts'
import { chosenFilesStore } from './chosen-files.ts'
import { type Exports, saveKeys } from './exporting.ts'
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
import type { Windows } from './windows.ts'

/** The parts of the main process that the page's calls end in. */
export interface CallTargets {
  readonly page: Page
  readonly windows: Windows
  readonly menu: MenuBar
  readonly settings: SettingsStore
  readonly language: InterfaceLanguage
  readonly waiting: WaitingFiles
  readonly importing: Importing
  readonly exports: Exports
}

/** Connects each call of the bridge with the part that answers it. */
export function setUpCalls(targets: CallTargets): void {
  const { page, windows, menu, settings, language, waiting, importing, exports } = targets
  const trustedWindow = (event: IpcMainInvokeEvent): BrowserWindow | null => {
    const window = windows.ofPage(event.sender)
    return isTrustedCaller(page, window !== null, event.senderFrame) ? window : null
  }
  const chosen = chosenFilesStore()
  const jobs = importJobs()
  registerCalls(trustedWindow, {
    appInfo: () => appInfo(language),
    chooseSources: async (window) => {
      const paths = await askForFiles(window, language.say)
      return paths === null ? null : chosen.addFiles(paths)
    },
    chooseFolder: async (window) => {
      const path = await askForFolder(window, language.say)
      return path === null ? null : chosen.addFolder(path)
    },
    takeWaitingFiles: () => chosen.addFilesAndFolders(waiting.take()),
    importChosen: (_window, token) => {
      const path = chosen.take(token)
      if (path === null) throw new Error('The call importChosen was refused: its token is spent.')
      return jobs.run(token, (signal) => importFile(path, importing, signal))
    },
    forgetChosen: (_window, tokens) => chosen.forget(tokens),
    importBytes: (_window, job, fileName, bytes, encoding) =>
      bytes.byteLength > LARGEST_SOURCE
        ? { kind: 'failed', failure: { fileName, reason: 'too-large', detail: '' } }
        : jobs.run(job, (signal) => importing.importBytes(fileName, bytes, encoding, signal)),
    cancelImport: (_window, job) => jobs.cancel(job),
    encodingChoices: (_window, job, bytes) =>
      bytes.byteLength > LARGEST_SOURCE
        ? { kind: 'failed', reason: 'too-large' }
        : jobs.run(job, (signal) => importing.encodingChoices(bytes, signal)),
    beginExport: exports.begin,
    writeExport: exports.write,
    endExport: exports.end,
    cancelExport: exports.cancel,
    updateMenu: menu.update,
    openWindow: windows.open,
    changeKeys: (_window, changes) => menu.changeKeys(changes),
    saveKeys: (window, suggestedName, text) => saveKeys(suggestedName, text, window, settings, language.say),
    readyToClose: windows.readyToClose,
  })
}

async function importFile(path: string, importing: Importing, signal: AbortSignal): Promise<ImportOutcome> {
  const source = await readSource(path, signal)
  if (source.kind === 'failed') return source
  const { fileName, bytes } = source
  const outcome = await importing.importBytes(fileName, bytes, null, signal)
  return outcome.kind === 'failed' ? outcome : { kind: 'imported', file: { ...outcome.file, original: bytes } }
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
