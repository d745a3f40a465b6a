import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { starterCodebook } from '#shared/codebook/starter-codebook.ts'
import { COMMAND_IDS, type CommandId } from '#shared/commands.ts'
import {
  charactersTaken,
  commandOfPress,
  coveredByCodes,
  isFixed,
  type KeyChanges,
  keyConflict,
  keymapOf,
  SLOTS,
  soundChanges,
  withKey,
  withoutChanges,
  withSwappedKey,
} from './keymap.ts'
import { keysAsJson, keysAsMarkdown, keysFromJson } from './keys-file.ts'
import { isPress, isTyping } from './press.ts'

let next = 0
const codes = starterCodebook('en', () => `00000000-0000-4000-8000-${String(next++).padStart(12, '0')}`)
const plain = keymapOf({})
const pressesOf = (changes: KeyChanges): readonly string[] =>
  COMMAND_IDS.flatMap((id) => SLOTS.flatMap((slot) => keymapOf(changes)[id][slot] ?? []))

describe('the keys that the program comes with', () => {
  test('are each one of a kind, sound, and not those of the starter codebook', () => {
    const presses = pressesOf({})
    expect(presses.filter((press, index) => presses.indexOf(press) !== index)).toEqual([])
    expect(presses.filter((press) => !isPress(press))).toEqual([])
    expect(COMMAND_IDS.filter((id) => plain[id].anywhere !== null && isTyping(plain[id].anywhere))).toEqual([])
    expect(coveredByCodes(plain, codes)).toEqual([])
  })

  test('are found by what is pressed', () => {
    expect(commandOfPress(plain, 's')).toBe('select-sentence')
    expect(commandOfPress(plain, 'Enter')).toBe('choose-code')
    expect(commandOfPress(plain, 'CmdOrCtrl+Shift+ArrowRight')).toBe('extend-word-forward')
    expect(commandOfPress(plain, 'm')).toBeNull()
    expect(charactersTaken(plain).has('s')).toBe(true)
  })
})

describe('a key', () => {
  const reasonFor = (command: CommandId, slot: 'anywhere' | 'inText', press: string): string | undefined =>
    keyConflict(plain, codes, command, slot, press)?.reason

  test('that another has is refused, and says who has it', () => {
    expect(keyConflict(plain, codes, 'select-turn', 'inText', 's')).toEqual({
      reason: 'command',
      by: 'select-sentence',
      slot: 'inText',
    })
    expect(reasonFor('select-turn', 'inText', 'm')).toBe('code')
    expect(reasonFor('select-turn', 'inText', 'CmdOrCtrl+o')).toBe('command')
    expect(reasonFor('find', 'anywhere', 'CmdOrCtrl+z')).toBe('fixed')
    expect(reasonFor('find', 'anywhere', 'CmdOrCtrl+c')).toBe('reserved')
    expect(reasonFor('find', 'inText', 'ArrowUp')).toBe('reserved')
    expect(reasonFor('find', 'anywhere', '§')).toBe('types')
    expect(reasonFor('find', 'anywhere', 'Shift+Enter')).toBe('types')
  })

  test('that nobody has is given, and the same one again', () => {
    for (const press of ['CmdOrCtrl+f', 'F12', 'CmdOrCtrl+Alt+F12'])
      expect(reasonFor('find', 'anywhere', press)).toBeUndefined()
    const changes = withKey({}, 'find', 'anywhere', 'F12')
    expect(keymapOf(changes).find.anywhere).toBe('F12')
    expect(withKey(changes, 'find', 'anywhere', 'CmdOrCtrl+f')).toEqual({})
  })

  test('can be swapped with the one that has it', () => {
    const changes = withSwappedKey({}, 'select-turn', 'inText', { by: 'select-sentence', slot: 'inText' })
    expect(keymapOf(changes)['select-turn'].inText).toBe('s')
    expect(keymapOf(changes)['select-sentence'].inText).toBe('t')
    // Put back, it leaves the other one's key to the other one.
    expect(keymapOf(withoutChanges(changes, 'select-turn'))['select-turn'].inText).toBeNull()
    expect(
      keymapOf(withoutChanges(withoutChanges(changes, 'select-turn'), 'select-sentence'))['select-sentence'].inText,
    ).toBe('s')
  })

  test('that only types stays in the text when keys are swapped', () => {
    const changes = withSwappedKey({}, 'select-turn', 'inText', { by: 'find', slot: 'anywhere' })
    expect(keymapOf(changes)['select-turn'].inText).toBe('CmdOrCtrl+f')
    expect(keymapOf(changes).find.anywhere).toBeNull()
  })
})

const aPress = fc.constantFrom(
  's',
  't',
  'b',
  '§',
  'F12',
  'CmdOrCtrl+o',
  'CmdOrCtrl+Alt+b',
  'Enter',
  'CmdOrCtrl+z',
  'Tab',
  'x y',
  '',
)
const someChanges = fc.dictionary(
  fc.constantFrom(...COMMAND_IDS.slice(0, 30), 'no-such-command', '__proto__'),
  fc.record(
    { anywhere: fc.oneof(aPress, fc.constant(null)), inText: fc.oneof(aPress, fc.constant(null), fc.integer()) },
    { requiredKeys: [] },
  ),
)

test('whatever a file says, no key stands for two commands, and fixed keys stay', () => {
  fc.assert(
    fc.property(someChanges, (claimed) => {
      const changes = soundChanges(claimed)
      const presses = pressesOf(changes)
      expect(new Set(presses).size).toBe(presses.length)
      for (const id of COMMAND_IDS.filter(isFixed)) expect(keymapOf(changes)[id]).toEqual(plain[id])
      expect(soundChanges(changes)).toEqual(changes)
      expect(keysFromJson(keysAsJson(changes))).toEqual(changes)
    }),
  )
})

test('a file that is none of ours is told apart', () => {
  for (const text of ['', '[]', 'null', '{"keys":{}}', '{"format":"lectern.keys/2","keys":{}}']) {
    expect(keysFromJson(text), text).toBeNull()
  }
})

test('the table can be read by Markdown whatever the keys are', () => {
  expect(
    keysAsMarkdown(
      ['Command', 'Key'],
      [
        ['a|b', '\\'],
        ['c', '`'],
      ],
    ),
  ).toBe('| Command | Key |\n| --- | --- |\n| a\\|b | \\\\ |\n| c | \\` |\n')
})
