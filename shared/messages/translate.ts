import { createInstance } from 'i18next'
import { type MessageKey, messages } from './catalogue.ts'
import type { Language } from './message.ts'

export type MessageValues = Readonly<Record<string, string | number>>

/** Says a message in the language it was made for. */
export type Translate = (key: MessageKey, values?: MessageValues) => string

const translators = new Map<Language, Translate>()

/**
 * The translator for one language. A message with plural forms takes `count` among its
 * values; the form is chosen by the language's own rules (`Intl.PluralRules`).
 */
export function translatorFor(language: Language): Translate {
  let translate = translators.get(language)
  if (translate === undefined) {
    translate = makeTranslator(language)
    translators.set(language, translate)
  }
  return translate
}

function makeTranslator(language: Language): Translate {
  const side = language === 'zh-CN' ? 'zh' : 'en'
  const i18n = createInstance()
  void i18n.init({
    lng: language,
    initAsync: false,
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    resources: {
      [language]: {
        translation: Object.fromEntries(Object.entries(messages).map(([key, message]) => [key, message[side]])),
      },
    },
  })
  return (key, values) => i18n.t(key, { ...values })
}

/** The interface language for a list of the system's preferred languages: Chinese for any Chinese, otherwise English. */
export function languageFor(preferred: readonly string[]): Language {
  const first = preferred.find((tag) => /^(zh|en)\b/i.test(tag))
  return first !== undefined && /^zh\b/i.test(first) ? 'zh-CN' : 'en'
}
