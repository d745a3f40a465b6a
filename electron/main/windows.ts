import { BrowserWindow, screen, type WebContents } from 'electron'
import { type BridgeEvents, channelOf } from '#shared/bridge.ts'
import type { Translate } from '#shared/messages/translate.ts'
import { setUpClosing } from './closing.ts'
import type { Page } from './page.ts'
import type { SettingsStore } from './settings.ts'
import type { Appearance } from './theme.ts'
import { setUpTroubleReports } from './trouble.ts'
import { besidePlace, openingPlace, SMALLEST_WINDOW } from './window-place.ts'

/** The windows of the program. On macOS all can be closed while the program stays. */
export interface Windows {
  /** The one that was in front last; null when none is open. */
  readonly current: () => BrowserWindow | null
  /** The window whose page calls, or null where it is none of ours. */
  readonly ofPage: (page: WebContents) => BrowserWindow | null
  /** Opens another one. */
  readonly open: () => void
  /** Brings the current one to the front, or opens one. */
  readonly show: () => void
  /** Tells the page of the current window something; without a window it is lost, and a new page starts by asking. */
  readonly send: <Name extends keyof BridgeEvents>(name: Name, value: BridgeEvents[Name]) => void
  /** Tells every page. */
  readonly sendToAll: <Name extends keyof BridgeEvents>(name: Name, value: BridgeEvents[Name]) => void
  /** The page of a window has saved everything: if the window is closing it may go. */
  readonly readyToClose: (window: BrowserWindow) => void
}

export interface WindowParts {
  readonly page: Page
  /** Path of the built preload script. */
  readonly preload: string
  readonly settings: SettingsStore
  readonly appearance: Appearance
  readonly say: Translate
  /** Whether a window that is to close may go, once the user has been asked where that needs asking. */
  readonly mayGo: (window: BrowserWindow) => Promise<boolean>
  /** Another window is in front now, or none is left. */
  readonly onCurrent: (window: BrowserWindow | null) => void
}

/** Sets up the windows; `show` opens the first. */
export function setUpWindows({ page, preload, settings, appearance, say, mayGo, onCurrent }: WindowParts): Windows {
  /** What lets each window go, the one that was in front last at the end. */
  const windows = new Map<BrowserWindow, () => void>()

  const current = (): BrowserWindow | null => [...windows.keys()].at(-1) ?? null
  const bringToEnd = (window: BrowserWindow): void => {
    const letGo = windows.get(window)
    if (letGo === undefined) return
    windows.delete(window)
    windows.set(window, letGo)
    onCurrent(window)
  }
  const open = (): void => {
    const before = current()
    const opened = newWindow(preload, settings, appearance, before)
    const letGo = setUpClosing(opened, {
      mayGo: () => mayGo(opened),
      tellPage: () => tell(opened, 'closing', null),
      atLast: () => remember(opened, settings),
    })
    windows.set(opened, letGo)
    onCurrent(opened)
    opened.once('ready-to-show', () => {
      if (before === null && settings.current().window?.isMaximized) opened.maximize()
      else opened.show()
    })
    opened.on('focus', () => bringToEnd(opened))
    opened.on('closed', () => {
      windows.delete(opened)
      onCurrent(current())
    })
    setUpTroubleReports(opened, say)
    // A load that fails is reported by setUpTroubleReports; this promise would only say it again.
    opened.loadURL(page.url).catch(() => {})
  }
  const show = (): void => {
    const window = current()
    if (window === null) {
      open()
      return
    }
    if (window.isMinimized()) window.restore()
    window.focus()
  }
  return {
    current,
    ofPage: (contents) => [...windows.keys()].find((window) => window.webContents === contents) ?? null,
    open,
    show,
    send: (name, value) => {
      const window = current()
      if (window !== null) tell(window, name, value)
    },
    sendToAll: (name, value) => {
      for (const window of windows.keys()) tell(window, name, value)
    },
    readyToClose: (window) => windows.get(window)?.(),
  }
}

function tell<Name extends keyof BridgeEvents>(window: BrowserWindow, name: Name, value: BridgeEvents[Name]): void {
  if (!window.isDestroyed()) window.webContents.send(channelOf(name), value)
}

function newWindow(
  preload: string,
  settings: SettingsStore,
  appearance: Appearance,
  before: BrowserWindow | null,
): BrowserWindow {
  const screens = screen.getAllDisplays().map((display) => display.workArea)
  const place =
    before === null ? openingPlace(settings.current().window, screens) : besidePlace(before.getNormalBounds(), screens)
  return new BrowserWindow({
    ...place,
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
