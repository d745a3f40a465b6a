import { COMMAND_IDS, COMMANDS, type CommandId, isCommandId } from '#shared/commands.ts'
import type { Code } from '#shared/model/code.ts'
import type { CodeId } from '#shared/model/ids.ts'
import { isPress, isTyping, type Press, partsOf, pressOfAccelerator } from './press.ts'

/** Where a key works: wherever the focus is, or while the transcript has it. */
export const SLOTS = ['anywhere', 'inText'] as const
export type Slot = (typeof SLOTS)[number]

/** The keys of one command. */
export type CommandKeys = Readonly<Record<Slot, Press | null>>

/** What somebody has changed of the keys; what is not in it is as the program has it. */
export type KeyChanges = Readonly<Partial<Record<CommandId, Partial<CommandKeys>>>>

export type Keymap = Readonly<Record<CommandId, CommandKeys>>

/** The keys that a command has as long as nobody changes them. */
export function defaultKeys(command: CommandId): CommandKeys {
  const { accelerator, key } = COMMANDS[command]
  return { anywhere: accelerator === undefined ? null : pressOfAccelerator(accelerator), inText: key ?? null }
}

const keymaps = new WeakMap<KeyChanges, Keymap>()

/** All keys, with what was changed; the same object for the same changes. */
export function keymapOf(changes: KeyChanges): Keymap {
  let keymap = keymaps.get(changes)
  if (keymap === undefined) {
    keymap = Object.fromEntries(COMMAND_IDS.map((id) => [id, { ...defaultKeys(id), ...changes[id] }])) as Keymap
    keymaps.set(changes, keymap)
  }
  return keymap
}

const tables = new WeakMap<Keymap, ReadonlyMap<Press, CommandId>>()

/** The command that a key in the text stands for, or `null`. */
export function commandOfPress(keymap: Keymap, press: Press): CommandId | null {
  let table = tables.get(keymap)
  if (table === undefined) {
    table = new Map(COMMAND_IDS.flatMap((id) => (keymap[id].inText === null ? [] : [[keymap[id].inText, id]])))
    tables.set(keymap, table)
  }
  return table.get(press) ?? null
}

/** Keys that are the text's own, the system's, or those of what every menu bar has. */
const RESERVED: ReadonlySet<Press> = new Set([
  ...['Tab', 'Shift+Tab', 'Escape', 'Backspace', '/', 'ContextMenu', 'Shift+F10', 'F10', 'F11', 'Alt+F4'],
  ...['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End'].flatMap((key) => [
    key,
    `Shift+${key}`,
    `CmdOrCtrl+${key}`,
  ]),
  ...['CmdOrCtrl+Shift+Home', 'CmdOrCtrl+Shift+End'],
  ...['c', 'x', 'v', 'y', 'q', 'w', '=', '-', '0', '+'].map((key) => `CmdOrCtrl+${key}`),
  'CmdOrCtrl+Shift+=',
])

/** Why a key cannot be that of a command. */
export type KeyConflict =
  /** It would type a character, so it can only be a key of the text. */
  | { readonly reason: 'types' }
  | { readonly reason: 'reserved' }
  /** Of a command whose keys are not changed, or in a place that cannot be given up. */
  | { readonly reason: 'fixed'; readonly by: CommandId }
  /** The other command has it; the two may change. */
  | { readonly reason: 'command'; readonly by: CommandId; readonly slot: Slot }
  | { readonly reason: 'code'; readonly by: CodeId }

/** Whether a command's keys can be changed: those of the browser's own editing cannot be taken from it. */
export function isFixed(command: CommandId): boolean {
  return COMMANDS[command].isFixed === true
}

/** What stands in the way of giving a key to a command, or `null`. */
export function keyConflict(
  keymap: Keymap,
  codes: Iterable<Code>,
  command: CommandId,
  slot: Slot,
  press: Press,
): KeyConflict | null {
  if (slot === 'anywhere' && isTyping(press)) return { reason: 'types' }
  if (RESERVED.has(press)) return { reason: 'reserved' }
  for (const id of COMMAND_IDS) {
    if (id === command) continue
    const held = SLOTS.find((other) => keymap[id][other] === press)
    if (held !== undefined) return isFixed(id) ? { reason: 'fixed', by: id } : { reason: 'command', by: id, slot: held }
  }
  for (const code of codes) if (code.key?.toLowerCase() === press) return { reason: 'code', by: code.id }
  return null
}

/** The changes with another key for a command; what is as it was from the start is no change. */
export function withKey(changes: KeyChanges, command: CommandId, slot: Slot, press: Press | null): KeyChanges {
  const { [command]: before, ...others } = changes
  const { [slot]: _, ...rest } = before ?? {}
  const own = defaultKeys(command)[slot] === press ? rest : { ...rest, [slot]: press }
  return Object.keys(own).length === 0 ? others : { ...others, [command]: own }
}

/** The changes with the key of another command, which gets the one that this command had, if it can be there. */
export function withSwappedKey(
  changes: KeyChanges,
  command: CommandId,
  slot: Slot,
  from: { readonly by: CommandId; readonly slot: Slot },
): KeyChanges {
  const keymap = keymapOf(changes)
  const gained = keymap[from.by][from.slot]
  const lost = keymap[command][slot]
  const isLostUsable = lost !== null && !(from.slot === 'anywhere' && isTyping(lost))
  return withKey(withKey(changes, from.by, from.slot, isLostUsable ? lost : null), command, slot, gained)
}

/** The changes but for those of one command, as far as nobody else has its keys meanwhile. */
export function withoutChanges(changes: KeyChanges, command: CommandId): KeyChanges {
  const { [command]: _, ...others } = changes
  const keymap = keymapOf(others)
  let result: KeyChanges = others
  for (const slot of SLOTS) {
    const press = keymap[command][slot]
    const isTaken =
      press !== null && COMMAND_IDS.some((id) => id !== command && SLOTS.some((at) => keymap[id][at] === press))
    if (isTaken) result = withKey(result, command, slot, null)
  }
  return result
}

/** The sound part of what claims to be changes of keys: known commands, real presses, no key twice. */
export function soundChanges(value: unknown): KeyChanges {
  if (typeof value !== 'object' || value === null) return {}
  let changes: KeyChanges = {}
  for (const [id, keys] of Object.entries(value)) {
    if (!isCommandId(id) || isFixed(id) || typeof keys !== 'object' || keys === null) continue
    for (const slot of SLOTS) {
      const press = (keys as Record<string, unknown>)[slot]
      if (press === null || (isPress(press) && !(slot === 'anywhere' && isTyping(press)) && !RESERVED.has(press))) {
        changes = withKey(changes, id, slot, press)
      }
    }
  }
  return withoutDoubles(changes)
}

/** Of two commands with one key the one that had it from the start gives it up: the other was given it on purpose. */
function withoutDoubles(changes: KeyChanges): KeyChanges {
  let result = changes
  const taken = new Set<Press>()
  const inOrder = [...COMMAND_IDS].sort((a, b) => Number(b in changes) - Number(a in changes))
  for (const id of [...COMMAND_IDS.filter(isFixed), ...inOrder.filter((other) => !isFixed(other))]) {
    for (const slot of SLOTS) {
      const press = keymapOf(result)[id][slot]
      if (press === null) continue
      if (taken.has(press)) result = withKey(result, id, slot, null)
      else taken.add(press)
    }
  }
  return result
}

/** The characters that commands take in the text: no code may have them. */
export function charactersTaken(keymap: Keymap): ReadonlySet<string> {
  const presses = COMMAND_IDS.flatMap((id) => keymap[id].inText ?? [])
  return new Set(['/', ...presses.filter((press) => [...partsOf(press).key].length === 1 && isTyping(press))])
}

/** The commands whose key in the text applies a code of the project: there the code comes first. */
export function coveredByCodes(
  keymap: Keymap,
  codes: Iterable<Code>,
): readonly { readonly command: CommandId; readonly code: Code }[] {
  return [...codes].flatMap((code) => {
    const command = code.key === null ? null : commandOfPress(keymap, code.key.toLowerCase())
    return command === null ? [] : [{ command, code }]
  })
}
