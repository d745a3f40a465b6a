import { expect, test } from 'vitest'
import { acceleratorOf, isPress, isTyping, partsOf, pressOf, pressOfAccelerator, shownPress } from './press.ts'

const NONE = { code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }

test('a character stands for itself, whatever was held to type it', () => {
  expect(pressOf({ ...NONE, key: 'S', shiftKey: true }, false)).toBe('s')
  expect(pressOf({ ...NONE, key: '?', code: 'Slash', shiftKey: true }, false)).toBe('?')
  const altGr = {
    ...NONE,
    key: '}',
    ctrlKey: true,
    altKey: true,
    getModifierState: (key: string) => key === 'AltGraph',
  }
  expect(pressOf(altGr, false)).toBe('}')
})

test('with Ctrl or Alt it is the key that counts', () => {
  expect(pressOf({ ...NONE, key: 'F', code: 'KeyF', ctrlKey: true, shiftKey: true }, false)).toBe('CmdOrCtrl+Shift+f')
  expect(pressOf({ ...NONE, key: '<', code: 'Comma', altKey: true, shiftKey: true }, false)).toBe('Alt+Shift+,')
  expect(pressOf({ ...NONE, key: '≤', code: 'Comma', altKey: true }, true)).toBe('Alt+,')
  expect(pressOf({ ...NONE, key: 'ArrowRight', code: 'ArrowRight', altKey: true, shiftKey: true }, false)).toBe(
    'Alt+Shift+ArrowRight',
  )
  expect(pressOf({ ...NONE, key: 'k', code: 'KeyK', metaKey: true }, true)).toBe('CmdOrCtrl+k')
  expect(pressOf({ ...NONE, key: 'k', code: 'KeyK', ctrlKey: true }, true)).toBe('Ctrl+k')
})

test('modifiers alone, the system’s key and unfinished input are no press', () => {
  for (const key of ['Shift', 'Control', 'Dead', 'Process']) expect(pressOf({ ...NONE, key }, false)).toBeNull()
  expect(pressOf({ ...NONE, key: 'l', metaKey: true }, false)).toBeNull()
})

test('the menu bar’s notation and ours say the same', () => {
  for (const [accelerator, press] of [
    ['CmdOrCtrl+Shift+R', 'CmdOrCtrl+Shift+r'],
    ['CmdOrCtrl+Return', 'CmdOrCtrl+Enter'],
    ['Alt+Down', 'Alt+ArrowDown'],
    ['CmdOrCtrl+Plus', 'CmdOrCtrl++'],
    ['CmdOrCtrl+Alt+L', 'CmdOrCtrl+Alt+l'],
    ['F8', 'F8'],
  ] as const) {
    expect(pressOfAccelerator(accelerator)).toBe(press)
    expect(acceleratorOf(press)).toBe(accelerator)
    expect(isPress(press)).toBe(true)
  }
  expect(pressOfAccelerator('Shift+Alt+X')).toBe('Alt+Shift+x')
  expect(partsOf('+')).toEqual({ held: [], key: '+' })
})

test('what types a character is told from what does not', () => {
  for (const press of ['a', '?', 'Enter', 'Shift+Enter', 'Delete', 'Space']) expect(isTyping(press), press).toBe(true)
  for (const press of ['F8', 'Shift+F9', 'CmdOrCtrl+a', 'Alt+Shift+ArrowUp']) expect(isTyping(press), press).toBe(false)
})

test('people see signs', () => {
  expect(shownPress('CmdOrCtrl+Shift+ArrowRight', false)).toBe('Ctrl Shift →')
  expect(shownPress('CmdOrCtrl+Shift+r', true)).toBe('⌘ ⇧ R')
})
