import type { Language } from '#shared/messages/message.ts'
import { languageFor, type Translate, translatorFor } from '#shared/messages/translate.ts'
import { LANGUAGE_CHOICES, type LanguageChoice, type SettingsStore } from './settings.ts'

/** The language of the interface, as the main process has it. */
export interface InterfaceLanguage {
  readonly choice: () => LanguageChoice
  readonly current: () => Language
  /** Says a message in the language of the moment. */
  readonly say: Translate
  readonly choose: (choice: LanguageChoice) => void
  /** Called after the language has changed; not when a new choice leads to the same language. */
  readonly onChange: (listener: (language: Language) => void) => void
}

/**
 * Sets up the language from the settings. `override` wins over what is stored until another language
 * is chosen, and is not stored: it is for tests and for trying the program in another language.
 */
export function setUpLanguage(
  settings: SettingsStore,
  override: string | undefined,
  systemLanguages: readonly string[],
): InterfaceLanguage {
  const resolve = (choice: LanguageChoice): Language => (choice === 'system' ? languageFor(systemLanguages) : choice)
  let choice = LANGUAGE_CHOICES.find((known) => known === override) ?? settings.current().language
  let language = resolve(choice)
  let translate = translatorFor(language)
  const listeners: ((language: Language) => void)[] = []
  return {
    choice: () => choice,
    current: () => language,
    say: (key, values) => translate(key, values),
    choose: (chosen) => {
      choice = chosen
      void settings.change({ language: chosen })
      const resolved = resolve(chosen)
      if (resolved === language) return
      language = resolved
      translate = translatorFor(language)
      for (const listener of listeners) listener(language)
    },
    onChange: (listener) => {
      listeners.push(listener)
    },
  }
}
