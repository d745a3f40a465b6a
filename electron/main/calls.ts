import { userInfo } from 'node:os'
import { app, type BrowserWindow, type IpcMainInvokeEvent } from 'electron'
import type { AppInfo } from '#shared/bridge.ts'
import { saveExport } from './exporting.ts'
import { LARGEST_SOURCE } from './files.ts'
import { type ImportBytes, importFiles } from './importing.ts'
import { registerCalls } from './ipc.ts'
import type { InterfaceLanguage } from './language.ts'
import type { MenuBar } from './menu.ts'
import { chooseFiles } from './opening.ts'
import { isTrustedCaller, type Page } from './page.ts'
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
  readonly importBytes: ImportBytes
}

/** Connects each call of the bridge with the part that answers it. */
export function setUpCalls({ page, window, menu, settings, language, waiting, importBytes }: CallTargets): void {
  const isTrusted = (event: IpcMainInvokeEvent): boolean => {
    const own = window.current()
    return isTrustedCaller(page, own !== null && event.sender === own.webContents, event.senderFrame)
  }
  registerCalls(isTrusted, {
    appInfo: () => appInfo(language),
    chooseSources: async () => importFiles(await chooseFiles(openWindow(window), language.say), importBytes),
    importBytes: async (fileName, bytes) =>
      bytes.byteLength > LARGEST_SOURCE
        ? { kind: 'failed', failure: { fileName, reason: 'too-large', detail: '' } }
        : importBytes(fileName, bytes),
    takeWaitingFiles: () => importFiles(waiting.take(), importBytes),
    saveExport: (request) => saveExport(request, openWindow(window), settings, language.say),
    updateMenu: menu.update,
    readyToClose: window.readyToClose,
  })
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
