import type { MessageKey } from './messages/catalogue.ts'

/** Where a command stands in the menu bar. */
export type MenuName = 'file' | 'edit' | 'coding' | 'codebook' | 'correct' | 'view' | 'go' | 'help'

/**
 * What is known of a command before it runs. The menu bar, the keyboard, the palette and the list
 * of keys are all made from these entries; what a command does stands in `renderer/commands`.
 */
interface CommandEntry {
  readonly title: MessageKey
  readonly menu: MenuName
  /** An accelerator in Electron's notation; works wherever the focus is. */
  readonly accelerator?: string
  /** A key that works while the transcript has the focus, as `shared/keymap/press.ts` writes it: `s`, `Shift+Enter`. */
  readonly key?: string
  /** Its keys cannot be changed. */
  readonly isFixed?: true
  /** The submenu in which it stands; commands of one submenu follow one another. */
  readonly submenu?: MessageKey
  /** Shown with a check mark while it is on. */
  readonly isToggle?: true
  /** A line is drawn above it in the menu. */
  readonly startsGroup?: true
}

const entries = {
  'open-sources': { title: 'command.openSources', menu: 'file', accelerator: 'CmdOrCtrl+O' },
  'open-folder': { title: 'command.openFolder', menu: 'file', accelerator: 'CmdOrCtrl+Shift+O' },
  'open-sample': { title: 'command.openSample', menu: 'file' },
  'stop-import': { title: 'command.stopImport', menu: 'file', accelerator: 'CmdOrCtrl+.' },
  'read-with-encoding': { title: 'command.readWithEncoding', menu: 'file', startsGroup: true },
  'new-project': { title: 'command.newProject', menu: 'file', accelerator: 'CmdOrCtrl+Shift+N', startsGroup: true },
  'show-projects': { title: 'command.showProjects', menu: 'file', accelerator: 'CmdOrCtrl+Shift+P' },
  'show-library': { title: 'command.showLibrary', menu: 'file', accelerator: 'CmdOrCtrl+Shift+S' },
  'edit-variables': { title: 'command.editVariables', menu: 'file' },
  'edit-speakers': { title: 'command.editSpeakers', menu: 'file' },
  'export-csv': { title: 'command.exportCsv', menu: 'file', accelerator: 'CmdOrCtrl+E', startsGroup: true },
  'new-window': { title: 'command.newWindow', menu: 'file', accelerator: 'CmdOrCtrl+Alt+N', startsGroup: true },
  undo: { title: 'command.undo', menu: 'edit', accelerator: 'CmdOrCtrl+Z', isFixed: true },
  redo: { title: 'command.redo', menu: 'edit', accelerator: 'CmdOrCtrl+Shift+Z', isFixed: true },
  'show-history': { title: 'command.showHistory', menu: 'edit', accelerator: 'CmdOrCtrl+Shift+H' },
  'select-all': {
    title: 'command.selectAll',
    menu: 'edit',
    accelerator: 'CmdOrCtrl+A',
    isFixed: true,
    startsGroup: true,
  },
  find: { title: 'command.find', menu: 'edit', accelerator: 'CmdOrCtrl+F', startsGroup: true },
  'choose-code': { title: 'command.chooseCode', menu: 'coding', accelerator: 'CmdOrCtrl+K', key: 'Enter' },
  'hold-selection': { title: 'command.holdSelection', menu: 'coding', key: '&' },
  'quick-list': { title: 'command.quickList', menu: 'coding', key: 'Shift+Enter' },
  'code-again': { title: 'command.codeAgain', menu: 'coding', key: 'g' },
  'code-in-vivo': { title: 'command.codeInVivo', menu: 'coding', key: 'n' },
  'select-word': { title: 'command.selectWord', menu: 'coding', startsGroup: true },
  'select-sentence': { title: 'command.selectSentence', menu: 'coding', key: 's' },
  'select-paragraph': { title: 'command.selectParagraph', menu: 'coding', key: 'd' },
  'select-turn': { title: 'command.selectTurn', menu: 'coding', key: 't' },
  'select-exchange': { title: 'command.selectExchange', menu: 'coding', key: 'z' },
  'grow-selection': { title: 'command.growSelection', menu: 'coding', key: '=' },
  'shrink-selection': { title: 'command.shrinkSelection', menu: 'coding', key: '-' },
  'extend-word-forward': {
    title: 'command.extendWordForward',
    menu: 'coding',
    submenu: 'menu.extend',
    key: 'CmdOrCtrl+Shift+ArrowRight',
  },
  'extend-word-back': {
    title: 'command.extendWordBack',
    menu: 'coding',
    submenu: 'menu.extend',
    key: 'CmdOrCtrl+Shift+ArrowLeft',
  },
  'extend-sentence-forward': {
    title: 'command.extendSentenceForward',
    menu: 'coding',
    submenu: 'menu.extend',
    key: 'Alt+Shift+ArrowRight',
  },
  'extend-sentence-back': {
    title: 'command.extendSentenceBack',
    menu: 'coding',
    submenu: 'menu.extend',
    key: 'Alt+Shift+ArrowLeft',
  },
  'extend-paragraph-forward': {
    title: 'command.extendParagraphForward',
    menu: 'coding',
    submenu: 'menu.extend',
    key: 'CmdOrCtrl+Shift+ArrowDown',
  },
  'extend-paragraph-back': {
    title: 'command.extendParagraphBack',
    menu: 'coding',
    submenu: 'menu.extend',
    key: 'CmdOrCtrl+Shift+ArrowUp',
  },
  'extend-turn-forward': {
    title: 'command.extendTurnForward',
    menu: 'coding',
    submenu: 'menu.extend',
    key: 'Alt+Shift+ArrowDown',
  },
  'extend-turn-back': {
    title: 'command.extendTurnBack',
    menu: 'coding',
    submenu: 'menu.extend',
    key: 'Alt+Shift+ArrowUp',
  },
  'extend-exchange-forward': {
    title: 'command.extendExchangeForward',
    menu: 'coding',
    submenu: 'menu.extend',
    key: 'Alt+Shift+PageDown',
  },
  'extend-exchange-back': {
    title: 'command.extendExchangeBack',
    menu: 'coding',
    submenu: 'menu.extend',
    key: 'Alt+Shift+PageUp',
  },
  'next-coding': { title: 'command.nextCoding', menu: 'coding', key: ']', startsGroup: true },
  'previous-coding': { title: 'command.previousCoding', menu: 'coding', key: '[' },
  'open-inspector': { title: 'command.openInspector', menu: 'coding', key: 'i' },
  'next-incomplete-coding': { title: 'command.nextIncomplete', menu: 'coding', accelerator: 'F7' },
  'choose-coding': { title: 'command.chooseCoding', menu: 'coding', key: 'v' },
  recode: { title: 'command.recode', menu: 'coding', key: 'x' },
  'edit-family': { title: 'command.editFamily', menu: 'coding' },
  'start-earlier': { title: 'command.startEarlier', menu: 'coding', key: '<', startsGroup: true },
  'start-later': { title: 'command.startLater', menu: 'coding', key: '>' },
  'end-earlier': { title: 'command.endEarlier', menu: 'coding', key: ',' },
  'end-later': { title: 'command.endLater', menu: 'coding', key: '.' },
  'start-word-earlier': {
    title: 'command.startWordEarlier',
    menu: 'coding',
    submenu: 'menu.edgesByWord',
    key: 'Alt+Shift+,',
  },
  'start-word-later': {
    title: 'command.startWordLater',
    menu: 'coding',
    submenu: 'menu.edgesByWord',
    key: 'Alt+Shift+.',
  },
  'end-word-earlier': { title: 'command.endWordEarlier', menu: 'coding', submenu: 'menu.edgesByWord', key: 'Alt+,' },
  'end-word-later': { title: 'command.endWordLater', menu: 'coding', submenu: 'menu.edgesByWord', key: 'Alt+.' },
  'add-part': { title: 'command.addPart', menu: 'coding', key: '+', startsGroup: true },
  'name-part': { title: 'command.namePart', menu: 'coding', key: ':' },
  'join-parts': { title: 'command.joinParts', menu: 'coding', key: '_' },
  'remove-part': { title: 'command.removePart', menu: 'coding', key: '~' },
  'next-part': { title: 'command.nextPart', menu: 'coding', key: ')' },
  'previous-part': { title: 'command.previousPart', menu: 'coding', key: '(' },
  'link-coding': { title: 'command.linkCoding', menu: 'coding', key: '@', startsGroup: true },
  'show-links': { title: 'command.showLinks', menu: 'coding', accelerator: 'CmdOrCtrl+Shift+K' },
  'use-as-example': { title: 'command.useAsExample', menu: 'coding' },
  'write-memo': { title: 'command.writeMemo', menu: 'coding', accelerator: 'CmdOrCtrl+Shift+M', startsGroup: true },
  'show-memos': { title: 'command.showMemos', menu: 'coding', accelerator: 'CmdOrCtrl+Alt+M' },
  'remove-coding': { title: 'command.removeCoding', menu: 'coding', key: 'Delete', startsGroup: true },
  'codebook-table': { title: 'command.codebookTable', menu: 'codebook', accelerator: 'CmdOrCtrl+B' },
  'merge-codes': { title: 'command.mergeCodes', menu: 'codebook', startsGroup: true },
  'split-code': { title: 'command.splitCode', menu: 'codebook' },
  'code-sets': { title: 'command.codeSets', menu: 'codebook', startsGroup: true },
  'codebook-versions': { title: 'command.codebookVersions', menu: 'codebook' },
  'review-reading': { title: 'command.reviewReading', menu: 'correct', accelerator: 'F8' },
  'edit-turn': { title: 'command.editTurn', menu: 'correct', accelerator: 'CmdOrCtrl+T', startsGroup: true },
  'mark-label': { title: 'command.markLabel', menu: 'correct', accelerator: 'CmdOrCtrl+L' },
  'unmark-label': { title: 'command.unmarkLabel', menu: 'correct', accelerator: 'CmdOrCtrl+Alt+L' },
  'split-paragraph': {
    title: 'command.splitParagraph',
    menu: 'correct',
    accelerator: 'CmdOrCtrl+Return',
    startsGroup: true,
  },
  'join-paragraph': { title: 'command.joinParagraph', menu: 'correct', accelerator: 'CmdOrCtrl+J' },
  'set-aside': { title: 'command.setAside', menu: 'correct', accelerator: 'CmdOrCtrl+D' },
  'bring-back': { title: 'command.bringBack', menu: 'correct', accelerator: 'CmdOrCtrl+Shift+D' },
  'exchange-begins': { title: 'command.exchangeBegins', menu: 'correct', startsGroup: true },
  'exchange-continues': { title: 'command.exchangeContinues', menu: 'correct' },
  'reset-reading': { title: 'command.resetReading', menu: 'correct', startsGroup: true },
  'next-turn': { title: 'command.nextTurn', menu: 'go', accelerator: 'Alt+Down' },
  'previous-turn': { title: 'command.previousTurn', menu: 'go', accelerator: 'Alt+Up' },
  'next-uncoded-turn': { title: 'command.nextUncodedTurn', menu: 'go', key: '}' },
  'previous-uncoded-turn': { title: 'command.previousUncodedTurn', menu: 'go', key: '{' },
  'next-doubt': { title: 'command.nextDoubt', menu: 'go', accelerator: 'F9' },
  'previous-doubt': { title: 'command.previousDoubt', menu: 'go', accelerator: 'Shift+F9' },
  'focus-outline': { title: 'command.focusOutline', menu: 'go', accelerator: 'CmdOrCtrl+1', startsGroup: true },
  'focus-transcript': { title: 'command.focusTranscript', menu: 'go', accelerator: 'CmdOrCtrl+2' },
  'focus-codebook': { title: 'command.focusCodebook', menu: 'go', accelerator: 'CmdOrCtrl+3' },
  'focus-inspector': { title: 'command.focusInspector', menu: 'go', accelerator: 'CmdOrCtrl+4' },
  'switch-pane': { title: 'command.switchPane', menu: 'go', accelerator: 'F6' },
  'toggle-reading': { title: 'command.toggleReading', menu: 'view', accelerator: 'CmdOrCtrl+Shift+R', isToggle: true },
  'toggle-set-aside': {
    title: 'command.toggleSetAside',
    menu: 'view',
    accelerator: 'CmdOrCtrl+Shift+A',
    isToggle: true,
  },
  'toggle-pinned': { title: 'command.togglePinned', menu: 'view', isToggle: true },
  'toggle-quick-list': { title: 'command.toggleQuickList', menu: 'view', isToggle: true },
  'toggle-lines': { title: 'command.toggleLines', menu: 'view', accelerator: 'CmdOrCtrl+Shift+L', isToggle: true },
  'filter-codings': {
    title: 'command.filterCodings',
    menu: 'view',
    accelerator: 'CmdOrCtrl+Shift+F',
    isToggle: true,
    startsGroup: true,
  },
  'clear-filter': { title: 'command.clearFilter', menu: 'view', accelerator: 'CmdOrCtrl+Shift+Backspace' },
  'toggle-beside': {
    title: 'command.toggleBeside',
    menu: 'view',
    accelerator: 'CmdOrCtrl+\\',
    isToggle: true,
    startsGroup: true,
  },
  'show-keys': { title: 'command.showKeys', menu: 'help', key: '?' },
} as const satisfies Record<string, CommandEntry>

export type CommandId = keyof typeof entries

export const COMMANDS: Readonly<Record<CommandId, CommandEntry>> = entries
export const COMMAND_IDS = Object.keys(entries) as readonly CommandId[]

/** Guards a command id that comes over the bridge. */
export function isCommandId(value: unknown): value is CommandId {
  return typeof value === 'string' && Object.hasOwn(entries, value)
}
