import { BrowserWindow, screen } from 'electron'
import { type BridgeEvents, channelOf } from '#shared/bridge.ts'
import type { Translate } from '#shared/messages/translate.ts'
import { setUpClosing } from './closing.ts'
import type { Page } from './page.ts'
import type { SettingsStore } from './settings.ts'
import type { Appearance } from './theme.ts'
import { setUpTroubleReports } from './trouble.ts'
import { openingPlace, SMALLEST_WINDOW } from './window-place.ts'

/** The one window of the program. On macOS it can be closed while the program stays. */
export interface MainWindow {
  readonly current: () => BrowserWindow | null
  /** Opens it, or brings it to the front. */
  readonly show: () => void
  /** Tells the page something; without a window it is lost, and a new page starts by asking. */
  readonly send: <Name extends keyof BridgeEvents>(name: Name, value: BridgeEvents[Name]) => void
  /** The page has saved everything: a window that is closing may go. */
  readonly readyToClose: () => void
}

export interface WindowParts {
  readonly page: Page
  /** Path of the built preload script. */
  readonly preload: string
  readonly settings: SettingsStore
  readonly appearance: Appearance
  readonly say: Translate
  readonly onClosed: () => void
}

/** Sets up the window; `show` opens it. */
export function setUpWindow({ page, preload, settings, appearance, say, onClosed }: WindowParts): MainWindow {
  let window: BrowserWindow | null = null
  let readyToClose = (): void => {}

  const send: MainWindow['send'] = (name, value) => {
    if (window !== null && !window.isDestroyed()) window.webContents.send(channelOf(name), value)
  }
  const open = (): void => {
    const opened = newWindow(preload, settings, appearance)
    window = opened
    opened.once('ready-to-show', () => {
      if (settings.current().window?.isMaximized) opened.maximize()
      else opened.show()
    })
    opened.on('closed', () => {
      window = null
      onClosed()
    })
    readyToClose = setUpClosing(
      opened,
      () => send('closing', null),
      () => remember(opened, settings),
    )
    setUpTroubleReports(opened, say)
    // A load that fails is reported by setUpTroubleReports; this promise would only say it again.
    opened.loadURL(page.url).catch(() => {})
  }
  const show = (): void => {
    if (window === null) {
      open()
      return
    }
    if (window.isMinimized()) window.restore()
    window.focus()
  }
  return { current: () => window, show, send, readyToClose: () => readyToClose() }
}

function newWindow(preload: string, settings: SettingsStore, appearance: Appearance): BrowserWindow {
  const screens = screen.getAllDisplays().map((display) => display.workArea)
  return new BrowserWindow({
    ...openingPlace(settings.current().window, screens),
    minWidth: SMALLEST_WINDOW.width,
    minHeight: SMALLEST_WINDOW.height,
    show: false,
    title: 'Lectern',
    backgroundColor: appearance.backgroundColour(),
    webPreferences: {
      preload,
      // Not app.enableSandbox(): it also overrides --no-sandbox, without which root cannot run the program.
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    },
  })
}

async function remember(window: BrowserWindow, settings: SettingsStore): Promise<void> {
  if (window.isDestroyed()) return
  await settings.change({ window: { ...window.getNormalBounds(), isMaximized: window.isMaximized() } })
}
