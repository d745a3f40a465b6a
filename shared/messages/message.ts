/** The languages of the interface, as BCP 47 tags. */
export const LANGUAGES = ['zh-CN', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** One message in every language. Values stand in double braces: `{{count}}`. */
export interface Message {
  readonly zh: string
  readonly en: string
}

export type Messages = Readonly<Record<string, Message>>
