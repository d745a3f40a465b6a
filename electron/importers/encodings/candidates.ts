import type { EastAsianWriting } from './east-asian-model.ts'
import type { AlphabetLanguage } from './letter-frequencies.ts'

/**
 * How much rarer text in an encoding is than in the commonest ones, in nats (natural logarithm): rough,
 * and only of weight for a handful of characters.
 */
export interface MultiByteCandidate {
  readonly encoding: string
  readonly writings: readonly (readonly [EastAsianWriting, nats: number])[]
}

export const MULTI_BYTE: readonly MultiByteCandidate[] = [
  {
    encoding: 'gb18030',
    writings: [
      ['zh-hans', 0],
      ['zh-hant', 4],
      ['yue', 6],
      ['ja', 9],
      ['ko', 12],
    ],
  },
  {
    encoding: 'big5',
    writings: [
      ['zh-hant', 0],
      ['yue', 1],
      ['ja', 10],
    ],
  },
  { encoding: 'shift_jis', writings: [['ja', 0]] },
  { encoding: 'euc-jp', writings: [['ja', 1]] },
  { encoding: 'euc-kr', writings: [['ko', 0]] },
  ...(['utf-16le', 'utf-16be'] as const).map((encoding) => ({
    encoding,
    writings: (['zh-hans', 'zh-hant', 'ja', 'ko'] as const).map(
      (writing) => [writing, encoding === 'utf-16le' ? 8 : 9] as const,
    ),
  })),
]

export interface SingleByteCandidate {
  readonly encoding: string
  readonly nats: number
  readonly languages: readonly AlphabetLanguage[]
}

const WESTERN: readonly AlphabetLanguage[] = [
  'en',
  'de',
  'fr',
  'es',
  'pt',
  'it',
  'nl',
  'sv',
  'da',
  'nb',
  'fi',
  'is',
  'ca',
  'sq',
]
const CENTRAL: readonly AlphabetLanguage[] = ['pl', 'cs', 'sk', 'hu', 'sl', 'hr', 'ro', 'sq', 'de']
const SLAVIC: readonly AlphabetLanguage[] = ['ru', 'uk', 'bg', 'be', 'sr', 'mk']
const BALTIC: readonly AlphabetLanguage[] = ['lt', 'lv', 'et']

export const SINGLE_BYTE: readonly SingleByteCandidate[] = [
  { encoding: 'windows-1252', nats: 0, languages: WESTERN },
  { encoding: 'iso-8859-15', nats: 3, languages: WESTERN },
  { encoding: 'macintosh', nats: 4, languages: WESTERN },
  { encoding: 'windows-1250', nats: 2, languages: CENTRAL },
  { encoding: 'iso-8859-2', nats: 3, languages: CENTRAL },
  { encoding: 'iso-8859-16', nats: 7, languages: ['ro', 'hu', 'pl', 'sl', 'hr'] },
  { encoding: 'windows-1251', nats: 1, languages: SLAVIC },
  { encoding: 'koi8-r', nats: 3, languages: ['ru', 'bg'] },
  { encoding: 'koi8-u', nats: 3.5, languages: ['uk', 'ru', 'be'] },
  { encoding: 'iso-8859-5', nats: 4, languages: SLAVIC },
  { encoding: 'ibm866', nats: 4, languages: ['ru', 'uk', 'be', 'bg'] },
  { encoding: 'x-mac-cyrillic', nats: 6, languages: SLAVIC },
  { encoding: 'windows-1253', nats: 2, languages: ['el'] },
  { encoding: 'iso-8859-7', nats: 3, languages: ['el'] },
  { encoding: 'windows-1254', nats: 2, languages: ['tr'] },
  { encoding: 'windows-1255', nats: 2, languages: ['he'] },
  { encoding: 'iso-8859-8', nats: 4, languages: ['he'] },
  { encoding: 'windows-1256', nats: 2, languages: ['ar', 'fa', 'ur'] },
  { encoding: 'iso-8859-6', nats: 4, languages: ['ar'] },
  { encoding: 'windows-1257', nats: 3, languages: [...BALTIC, 'pl'] },
  { encoding: 'iso-8859-13', nats: 4, languages: [...BALTIC, 'pl'] },
  { encoding: 'iso-8859-4', nats: 5, languages: BALTIC },
  { encoding: 'windows-1258', nats: 3, languages: ['vi'] },
  { encoding: 'windows-874', nats: 2, languages: ['th'] },
  { encoding: 'iso-8859-3', nats: 6, languages: ['mt', 'eo', 'tr'] },
  { encoding: 'iso-8859-14', nats: 7, languages: ['cy'] },
]
