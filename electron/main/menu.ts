import { app, Menu } from 'electron'
import type { MenuState, Theme } from '#shared/bridge.ts'
import { COMMAND_IDS, type CommandId } from '#shared/commands.ts'
import type { InterfaceLanguage } from './language.ts'
import { menuTemplate } from './menu-template.ts'
import type { Appearance } from './theme.ts'

export interface MenuBar {
  /** Shows what the page says of its commands. */
  readonly update: (state: MenuState) => void
  /** Greys all commands: there is no page that could run them. */
  readonly reset: () => void
}

const NOTHING_TO_RUN: MenuState = { enabled: [], checked: [], undo: null, redo: null }

/** Sets up the menu bar and keeps it true to the language, the appearance and the page. */
export function setUpMenu(
  language: InterfaceLanguage,
  appearance: Appearance,
  isInDevelopment: boolean,
  run: (command: CommandId) => void,
): MenuBar {
  let state = NOTHING_TO_RUN
  const build = (): void => {
    const { say } = language
    const contents = {
      state,
      language: language.choice(),
      theme: appearance.theme(),
      isMac: process.platform === 'darwin',
      isInDevelopment,
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
  const update = (next: MenuState): void => {
    const isSameWording = next.undo === state.undo && next.redo === state.redo
    state = next
    // Labels cannot be changed once an item exists.
    if (isSameWording) showState(state)
    else build()
  }
  build()
  language.onChange(build)
  return { update, reset: () => update(NOTHING_TO_RUN) }
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
