/**
 * A key as it is pressed, with what is held down: modifiers in the order `CmdOrCtrl`, `Ctrl` (of a Mac
 * only), `Alt`, `Shift`, then the key as `KeyboardEvent.key` names it, letters in lower case, joined
 * by `+`: `s`, `?`, `Shift+Enter`, `CmdOrCtrl+Shift+ArrowRight`. A character that is typed without
 * Ctrl and Alt stands for itself, however it is made: Shift and Caps Lock do not count.
 */
export type Press = string

/** What `pressOf` must know of a keyboard event. */
interface KeyEvent {
  readonly key: string
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
  readonly getModifierState?: (key: string) => boolean
}

const NO_KEYS: ReadonlySet<string> = new Set([
  'Alt',
  'AltGraph',
  'CapsLock',
  'Control',
  'Dead',
  'Fn',
  'Hyper',
  'Meta',
  'NumLock',
  'OS',
  'Process',
  'ScrollLock',
  'Shift',
  'Super',
  'Unidentified',
])

/** The characters of keys that Shift or Option make another character of. */
const BY_CODE: Readonly<Record<string, string>> = {
  Backquote: '`',
  Backslash: '\\',
  BracketLeft: '[',
  BracketRight: ']',
  Comma: ',',
  Equal: '=',
  Minus: '-',
  Period: '.',
  Quote: "'",
  Semicolon: ';',
  Slash: '/',
}

/** What was pressed, or `null` for a key that only changes others, and for one that is the system's. */
export function pressOf(event: KeyEvent, isMac: boolean): Press | null {
  if (NO_KEYS.has(event.key) || (event.metaKey && !isMac)) return null
  // With AltGr one types a character; Windows calls that Ctrl and Alt.
  const isTyped = event.getModifierState?.('AltGraph') === true
  const held = [
    ...((isMac ? event.metaKey : event.ctrlKey && !isTyped) ? ['CmdOrCtrl'] : []),
    ...(isMac && event.ctrlKey ? ['Ctrl'] : []),
    ...(event.altKey && !isTyped ? ['Alt'] : []),
  ]
  const isCharacter = [...event.key].length === 1 && event.key !== ' '
  if (isCharacter && held.length === 0) return event.key.toLowerCase()
  const name = event.key === ' ' ? 'Space' : isCharacter ? characterOf(event) : event.key
  return [...held, ...(event.shiftKey ? ['Shift'] : []), name].join('+')
}

/** The character that a key bears, where what is held down would make another one. */
function characterOf({ key, code, shiftKey }: KeyEvent): string {
  const isPlain = /^[\x21-\x7e]$/.test(key) && (!shiftKey || /^[a-z]$/i.test(key))
  const borne = BY_CODE[code] ?? /^(?:Key|Digit)([A-Z0-9])$/.exec(code)?.[1]
  return (isPlain ? key : (borne ?? key)).toLowerCase()
}

/** Takes a press apart; `+` may itself be the key. */
export function partsOf(press: Press): { readonly held: readonly string[]; readonly key: string } {
  const held: string[] = []
  let key = press
  for (let found = MODIFIER.exec(key); found !== null; found = MODIFIER.exec(key)) {
    held.push(found[1] ?? '')
    key = key.slice(found[0].length)
  }
  return { held, key }
}

const MODIFIER = /^(CmdOrCtrl|Ctrl|Alt|Shift)\+(?=.)/u

/** Whether it types a character: such a press is a key in the text only, or nobody could write any more. */
export function isTyping(press: Press): boolean {
  const { held, key } = partsOf(press)
  if (held.some((modifier) => modifier !== 'Shift')) return false
  return !/^F\d{1,2}$/.test(key)
}

/** Guards a press that comes from a file or from the database. */
export function isPress(value: unknown): value is Press {
  if (typeof value !== 'string' || value === '' || value.length > 40) return false
  const { key } = partsOf(value)
  return !/\s/u.test(key) && ([...key].length === 1 || /^[A-Z][A-Za-z0-9]*$/.test(key))
}

const ELECTRON_NAMES: Readonly<Record<string, string>> = {
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  ArrowUp: 'Up',
  Enter: 'Return',
  '+': 'Plus',
}
const OUR_NAMES = Object.fromEntries(Object.entries(ELECTRON_NAMES).map(([ours, electrons]) => [electrons, ours]))

/** A press in the notation of the menu bar (Electron's accelerators). */
export function acceleratorOf(press: Press): string {
  const { held, key } = partsOf(press)
  const name = ELECTRON_NAMES[key] ?? (key.length === 1 ? key.toUpperCase() : key)
  return [...held, name].join('+')
}

/** The press that an accelerator of the menu bar stands for. */
export function pressOfAccelerator(accelerator: string): Press {
  const { held, key } = partsOf(accelerator)
  const order = ['CmdOrCtrl', 'Ctrl', 'Alt', 'Shift'].filter((modifier) => held.includes(modifier))
  return [...order, OUR_NAMES[key] ?? (key.length === 1 ? key.toLowerCase() : key)].join('+')
}

const SIGNS: Readonly<Record<string, string>> = {
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  Delete: 'Del',
  Escape: 'Esc',
  PageDown: 'PgDn',
  PageUp: 'PgUp',
}
const MAC_SIGNS: Readonly<Record<string, string>> = { CmdOrCtrl: '⌘', Ctrl: '⌃', Alt: '⌥', Shift: '⇧' }

/** A press as it is shown to people: `Ctrl Shift →`, on a Mac `⌘ ⇧ →`. */
export function shownPress(press: Press, isMac: boolean): string {
  const { held, key } = partsOf(press)
  const shownHeld = held.map((modifier) => (isMac ? MAC_SIGNS[modifier] : modifier.replace('CmdOrCtrl', 'Ctrl')))
  return [...shownHeld, SIGNS[key] ?? (key.length === 1 ? key.toUpperCase() : key)].join(' ')
}
