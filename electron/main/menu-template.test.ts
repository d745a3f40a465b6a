import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, it } from 'vitest'
import { COMMAND_IDS, COMMANDS } from '#shared/commands.ts'
import { keymapOf } from '#shared/keymap/keymap.ts'
import { translatorFor } from '#shared/messages/translate.ts'
import { type MenuContents, menuTemplate } from './menu-template.ts'

const english: MenuContents = {
  state: { enabled: ['undo'], checked: ['toggle-lines'], undo: null, redo: null },
  language: 'system',
  theme: 'dark',
  isMac: false,
  isInDevelopment: false,
  keymap: keymapOf({}),
  say: translatorFor('en'),
}
const actions = { run: () => {}, chooseLanguage: () => {}, chooseTheme: () => {} }

function allItems(items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? allItems(item.submenu) : [])])
}
const itemsOf = (contents: Partial<MenuContents> = {}): MenuItemConstructorOptions[] =>
  allItems(menuTemplate({ ...english, ...contents }, actions))
const item = (id: string, contents: Partial<MenuContents> = {}): MenuItemConstructorOptions | undefined =>
  itemsOf(contents).find((entry) => entry.id === id)

describe('menuTemplate', () => {
  it('holds every command once, in both languages', () => {
    for (const language of ['en', 'zh-CN'] as const) {
      const say = translatorFor(language)
      const items = itemsOf({ say })
      for (const id of COMMAND_IDS) {
        expect(items.filter((entry) => entry.id === id).map((entry) => entry.label)).toEqual([say(COMMANDS[id].title)])
      }
    }
  })

  it('shows what can be run and what is on', () => {
    expect(item('undo')?.enabled).toBe(true)
    expect(item('redo')?.enabled).toBe(false)
    expect([item('toggle-lines')?.type, item('toggle-lines')?.checked]).toEqual(['checkbox', true])
    expect(item('toggle-reading')?.checked).toBe(false)
    expect(item('theme-dark')?.checked).toBe(true)
    expect(item('language-system')?.checked).toBe(true)
  })

  it('names what undo takes back, without eating an ampersand', () => {
    const state = { ...english.state, undo: 'Coding “Q&A”' }
    expect(item('undo', { state })?.label).toBe('Undo Coding “Q&&A”')
    expect(item('redo', { state })?.label).toBe('Redo')
  })

  it('registers accelerators, and only shows single keys', () => {
    expect(item('find')).toMatchObject({ accelerator: 'CmdOrCtrl+F' })
    expect(item('find')?.registerAccelerator).toBeUndefined()
    expect(item('select-turn')).toMatchObject({ accelerator: 'T', registerAccelerator: false })
    expect(item('select-turn', { isMac: true })?.accelerator).toBeUndefined()
  })

  it('follows keys that were changed', () => {
    const keymap = keymapOf({
      find: { anywhere: 'CmdOrCtrl+Shift+f' },
      'select-turn': { inText: 'w' },
      'open-sources': { anywhere: null },
    })
    expect(item('find', { keymap })?.accelerator).toBe('CmdOrCtrl+Shift+F')
    expect(item('select-turn', { keymap })).toMatchObject({ accelerator: 'W', registerAccelerator: false })
    expect(item('open-sources', { keymap })?.accelerator).toBeUndefined()
  })

  it('never registers an accelerator twice', () => {
    const registered = itemsOf().flatMap((entry) =>
      entry.accelerator !== undefined && entry.registerAccelerator !== false ? [entry.accelerator] : [],
    )
    expect(new Set(registered).size).toBe(registered.length)
  })

  it('names languages in themselves whatever the language of the interface', () => {
    for (const language of ['en', 'zh-CN'] as const) {
      const say = translatorFor(language)
      expect([item('language-zh-CN', { say })?.label, item('language-en', { say })?.label]).toEqual(['中文', 'English'])
    }
  })

  it('gives every visible item words', () => {
    for (const isMac of [true, false]) {
      const wordless = itemsOf({ isMac }).filter(
        (entry) => entry.type !== 'separator' && entry.visible !== false && !entry.label,
      )
      expect(wordless).toEqual([])
    }
  })

  it('puts separators between groups only', () => {
    for (const { submenu } of itemsOf()) {
      if (!Array.isArray(submenu)) continue
      const types = submenu.map((entry) => entry.type)
      expect([types[0], types.at(-1)]).not.toContain('separator')
      expect(types.some((type, at) => type === 'separator' && types[at + 1] === 'separator')).toBe(false)
    }
  })

  it('leaves quitting to the menu that macOS has for it', () => {
    const firstRoles = (isMac: boolean): unknown[] =>
      menuTemplate({ ...english, isMac }, actions).map((menu) => [
        menu.label,
        allItems([menu]).some((entry) => entry.role === 'quit'),
      ])
    expect(firstRoles(true)[0]).toEqual(['Lectern', true])
    expect(firstRoles(true)[1]).toEqual(['File', false])
    expect(firstRoles(false)[0]).toEqual(['File', true])
  })
})
