import type { MenuItemConstructorOptions } from 'electron'
import { type MenuState, THEMES, type Theme } from '#shared/bridge.ts'
import { COMMAND_IDS, COMMANDS, type CommandId, type MenuName } from '#shared/commands.ts'
import type { Keymap } from '#shared/keymap/keymap.ts'
import { acceleratorOf, type Press } from '#shared/keymap/press.ts'
import type { MessageKey } from '#shared/messages/catalogue.ts'
import type { Language } from '#shared/messages/message.ts'
import type { Translate } from '#shared/messages/translate.ts'
import { LANGUAGE_CHOICES, type LanguageChoice } from './settings.ts'

/** Everything the menu bar is made from. */
export interface MenuContents {
  readonly state: MenuState
  readonly language: LanguageChoice
  readonly theme: Theme
  readonly isMac: boolean
  readonly isInDevelopment: boolean
  /** The keys, as somebody may have changed them. */
  readonly keymap: Keymap
  readonly say: Translate
}

/** What its items do. */
export interface MenuActions {
  readonly run: (command: CommandId) => void
  readonly chooseLanguage: (choice: LanguageChoice) => void
  readonly chooseTheme: (theme: Theme) => void
}

type Item = MenuItemConstructorOptions

/** Each in itself, so that whoever cannot read the interface finds the way out. */
const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { 'zh-CN': '中文', en: 'English' }

const separator: Item = { type: 'separator' }

/** Makes the menu bar: our commands from their one list, between them what every program has. */
export function menuTemplate(contents: MenuContents, actions: MenuActions): Item[] {
  const { say, isMac } = contents
  const groups = (menu: MenuName): Item[][] => commandGroups(menu, contents, actions)
  const [undoing = [], ...furtherEdit] = groups('edit')
  const about: Item = { role: 'about', label: say('menu.about') }
  const quit: Item = { role: 'quit', label: say('menu.quit') }
  const close: Item = { role: 'close', label: say('menu.close') }
  return [
    ...(isMac ? [macMenu(about, quit, say)] : []),
    menu('file', say, [...groups('file'), isMac ? [close] : [close, quit]]),
    menu('edit', say, [undoing, clipboardItems(say), ...furtherEdit]),
    menu('coding', say, groups('coding')),
    menu('codebook', say, groups('codebook')),
    menu('correct', say, groups('correct')),
    menu('view', say, [
      ...groups('view'),
      zoomItems(say),
      [languageItem(contents, actions), themeItem(contents, actions)],
      ...(contents.isInDevelopment ? [developerItems] : []),
    ]),
    menu('go', say, groups('go')),
    { ...menu('help', say, [...groups('help'), ...(isMac ? [] : [[about]])]), role: 'help' },
  ]
}

/** The label of a menu item: a single `&` in the words would vanish and underline what follows it. */
function literally(words: string): string {
  return words.replaceAll('&', '&&')
}

/** The words of one command's item: undo and redo name the act they would take back or repeat. */
function commandLabel(command: CommandId, { undo, redo }: MenuState, say: Translate): string {
  if (command === 'undo' && undo !== null) return literally(say('menu.undoNamed', { act: undo }))
  if (command === 'redo' && redo !== null) return literally(say('menu.redoNamed', { act: redo }))
  return say(COMMANDS[command].title)
}

function menu(name: MenuName, say: Translate, groups: readonly Item[][]): Item {
  const filled = groups.filter((group) => group.length > 0)
  return {
    label: say(`menu.${name}`),
    submenu: filled.flatMap((group, at) => (at === 0 ? group : [separator, ...group])),
  }
}

/** The commands of one menu, parted where the list of commands says that a group starts, and gathered in its submenus. */
function commandGroups(name: MenuName, contents: MenuContents, actions: MenuActions): Item[][] {
  const groups: Item[][] = [[]]
  const submenus = new Map<MessageKey, Item[]>()
  for (const id of COMMAND_IDS) {
    const { menu: place, startsGroup, submenu } = COMMANDS[id]
    if (place !== name) continue
    if (startsGroup) groups.push([])
    const item = commandItem(id, contents, actions)
    const inside = submenu === undefined ? undefined : submenus.get(submenu)
    if (inside !== undefined) inside.push(item)
    else if (submenu === undefined) groups.at(-1)?.push(item)
    else {
      const items = [item]
      submenus.set(submenu, items)
      groups.at(-1)?.push({ label: contents.say(submenu), submenu: items })
    }
  }
  return groups
}

function commandItem(id: CommandId, { state, say, isMac, keymap }: MenuContents, actions: MenuActions): Item {
  const { isToggle } = COMMANDS[id]
  const { anywhere, inText } = keymap[id]
  const isChecked = state.checked.includes(id)
  return {
    id,
    label: commandLabel(id, state, say),
    enabled: state.enabled.includes(id),
    ...(isToggle ? { type: 'checkbox', checked: isChecked } : {}),
    ...(anywhere === null ? keyShown(inText, isMac) : { accelerator: acceleratorOf(anywhere) }),
    click: () => actions.run(id),
  }
}

/**
 * Shows a key that only the transcript listens to. It must not be registered, or nobody could type
 * that letter any more; macOS cannot show one without registering it.
 */
function keyShown(key: Press | null, isMac: boolean): Item {
  return key === null || isMac ? {} : { accelerator: acceleratorOf(key), registerAccelerator: false }
}

function clipboardItems(say: Translate): Item[] {
  return [
    { role: 'cut', label: say('menu.cut') },
    { role: 'copy', label: say('menu.copy') },
    { role: 'paste', label: say('menu.paste') },
  ]
}

function zoomItems(say: Translate): Item[] {
  return [
    { role: 'zoomIn', label: say('menu.zoomIn') },
    // On most keyboards plus needs Shift, and people press the key without.
    { role: 'zoomIn', accelerator: 'CmdOrCtrl+=', visible: false },
    { role: 'zoomOut', label: say('menu.zoomOut') },
    { role: 'resetZoom', label: say('menu.zoomReset') },
    { role: 'togglefullscreen', label: say('menu.fullScreen') },
  ]
}

function languageItem({ language, say }: MenuContents, actions: MenuActions): Item {
  return {
    label: say('menu.language'),
    submenu: LANGUAGE_CHOICES.map((choice) => ({
      id: `language-${choice}`,
      type: 'radio',
      label: choice === 'system' ? say('menu.language.system') : LANGUAGE_NAMES[choice],
      checked: choice === language,
      click: () => actions.chooseLanguage(choice),
    })),
  }
}

function themeItem({ theme, say }: MenuContents, actions: MenuActions): Item {
  return {
    label: say('menu.theme'),
    submenu: THEMES.map((choice) => ({
      id: `theme-${choice}`,
      type: 'radio',
      label: say(`menu.theme.${choice}`),
      checked: choice === theme,
      click: () => actions.chooseTheme(choice),
    })),
  }
}

/** Without words of their own, since users never see them. */
const developerItems: Item[] = [
  { role: 'reload', visible: false },
  { role: 'toggleDevTools', visible: false },
]

/** The menu that macOS names after the program. */
function macMenu(about: Item, quit: Item, say: Translate): Item {
  return {
    label: 'Lectern',
    submenu: [
      about,
      separator,
      { role: 'hide', label: say('menu.hide') },
      { role: 'hideOthers', label: say('menu.hideOthers') },
      { role: 'unhide', label: say('menu.unhide') },
      separator,
      quit,
    ],
  }
}
