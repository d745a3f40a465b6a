import { translatorFor } from '#shared/messages/translate.ts'

/** What the program calls things in the language in which it is measured. */
export const words = translatorFor('en')
