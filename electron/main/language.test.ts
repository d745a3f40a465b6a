import { describe, expect, it } from 'vitest'
import { setUpLanguage } from './language.ts'
import type { Settings, SettingsStore } from './settings.ts'

function storeWith(language: Settings['language']): SettingsStore {
  let current: Settings = { language, theme: 'system', window: null, exportFolder: null }
  return {
    current: () => current,
    change: async (part) => {
      current = { ...current, ...part }
    },
  }
}

describe('setUpLanguage', () => {
  it('follows the system, the settings, and before both the override', () => {
    expect(setUpLanguage(storeWith('system'), undefined, ['zh-Hans-CN']).current()).toBe('zh-CN')
    expect(setUpLanguage(storeWith('en'), undefined, ['zh-Hans-CN']).current()).toBe('en')
    expect(setUpLanguage(storeWith('en'), 'zh-CN', ['en']).current()).toBe('zh-CN')
    expect(setUpLanguage(storeWith('en'), 'klingon', ['zh']).current()).toBe('en')
  })

  it('stores what is chosen and not what overrides', () => {
    const store = storeWith('system')
    const language = setUpLanguage(store, 'zh-CN', ['en'])
    expect(store.current().language).toBe('system')
    language.choose('en')
    expect([store.current().language, language.current(), language.choice()]).toEqual(['en', 'en', 'en'])
  })

  it('speaks the new language and says so, but only when it is another', () => {
    const language = setUpLanguage(storeWith('en'), undefined, ['en-GB'])
    const heard: string[] = []
    language.onChange((changed) => heard.push(`${changed} ${language.say('menu.file')}`))
    language.choose('system')
    language.choose('zh-CN')
    expect(heard).toEqual(['zh-CN 文件'])
  })
})
