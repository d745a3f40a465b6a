import { CLAIM_TEXTS } from './starter/claim-texts.ts'
import { RHETORIC_TEXTS } from './starter/rhetoric-texts.ts'
import type { StarterText } from './starter/starter-text.ts'
import { TOPIC_TEXTS } from './starter/topic-texts.ts'

const texts = { ...CLAIM_TEXTS, ...TOPIC_TEXTS, ...RHETORIC_TEXTS }

/** The lasting name of a code of the starter codebook, the same in every language: `claim`, `claim.fact`, … */
export type StarterCodeName = keyof typeof texts

/** Every text of the starter codebook, Chinese and English side by side, each family's root before its codes. */
export const STARTER_TEXTS: Readonly<Record<StarterCodeName, StarterText>> = texts
export const STARTER_CODE_NAMES = Object.keys(texts) as readonly StarterCodeName[]
