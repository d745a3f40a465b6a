import { app, Menu } from 'electron'
import type { MenuState, Theme } from '#shared/bridge.ts'
import { COMMAND_IDS, type CommandId } from '#shared/commands.ts'
import { type KeyChanges, keymapOf, soundChanges } from '#shared/keymap/keymap.ts'
import type { InterfaceLanguage } from './language.ts'
import { menuTemplate } from './menu-template.ts'
import type { Appearance } from './theme.ts'

export interface MenuBar {
  /** Takes in what the page of a window says of its commands; shown while that window is in front. */
  readonly update: (window: object, state: MenuState) => void
  /** Whether the page of a window said last that a command can be run there. */
  readonly canRun: (window: object, command: CommandId) => boolean
  /** Another window is in front. Without one all commands are greyed: there is no page that could run them. */
  readonly follow: (window: object | null) => void
  /** Shows and registers keys that somebody has changed. */
  readonly changeKeys: (changes: KeyChanges) => void
}

const NOTHING_TO_RUN: MenuState = { enabled: [], checked: [], undo: null, redo: null }

/** Sets up the menu bar and keeps it true to the language, the appearance and the page. */
export function setUpMenu(
  language: InterfaceLanguage,
  appearance: Appearance,
  isInDevelopment: boolean,
  run: (command: CommandId) => void,
): MenuBar {
  const states = new WeakMap<object, MenuState>()
  let inFront: object | null = null
  let state = NOTHING_TO_RUN
  let keys: KeyChanges = {}
  const build = (): void => {
    const { say } = language
    const contents = {
      state,
      language: language.choice(),
      theme: appearance.theme(),
      isMac: process.platform === 'darwin',
      isInDevelopment,
      keymap: keymapOf(keys),
      say,
    }
    const actions = {
      run: (command: CommandId): void => {
        // A check mark flips by itself when its item is chosen; only the page knows if it is on.
        showState(state)
        run(command)
      },
      chooseLanguage: language.choose,
      chooseTheme: (theme: Theme): void => appearance.choose(theme),
    }
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(contents, actions)))
    app.setAboutPanelOptions({
      applicationName: 'Lectern',
      applicationVersion: app.getVersion(),
      copyright: say('main.about'),
    })
  }
  const show = (): void => {
    const next = (inFront === null ? undefined : states.get(inFront)) ?? NOTHING_TO_RUN
    const isSameWording = next.undo === state.undo && next.redo === state.redo
    state = next
    // Labels cannot be changed once an item exists.
    if (isSameWording) showState(state)
    else build()
  }
  build()
  language.onChange(build)
  return {
    update: (window, next) => {
      states.set(window, next)
      if (window === inFront) show()
    },
    canRun: (window, command) => states.get(window)?.enabled.includes(command) === true,
    follow: (window) => {
      inFront = window
      show()
    },
    changeKeys: (changes) => {
      keys = soundChanges(changes)
      build()
    },
  }
}

function showState(state: MenuState): void {
  const bar = Menu.getApplicationMenu()
  for (const id of COMMAND_IDS) {
    const item = bar?.getMenuItemById(id)
    if (item === undefined || item === null) continue
    item.enabled = state.enabled.includes(id)
    if (item.type === 'checkbox') item.checked = state.checked.includes(id)
  }
}
