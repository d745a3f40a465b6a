import { ASCII_COST, CAPITAL, IMPOSSIBLE, sharesOf } from './ascii-model.ts'
import type { AlphabetLanguage } from './letter-frequencies.ts'
import { tableOf } from './single-byte.ts'

/** Cost in nats of a letter that the language lacks, of the same writing or of another. */
const FOREIGN_LETTER = 10
const LETTER_OF_OTHER_SCRIPT = 13
const SYMBOL = 10.5
const FREQUENT_SIGNS: Readonly<Record<string, number>> = {
  '’': 4.6,
  '“': 5,
  '”': 5,
  '–': 5.5,
  '—': 6,
  '‘': 6,
  '…': 6,
  '«': 6,
  '»': 6,
  '„': 6,
  '‹': 9,
  '›': 9,
  '\u00a0': 7,
  '§': 8,
  '°': 8.5,
  '€': 8,
  '£': 8.5,
  '·': 9,
  '№': 8,
  '¿': 9,
  '¡': 9.5,
  '،': 5,
  '؟': 6,
  '؛': 7,
  ـ: 8,
  '־': 6,
  '´': 9,
  '•': 8.5,
}
/** Signs that a language needs oftener than others. */
const OWN_SIGNS: Partial<Record<AlphabetLanguage, string>> = { es: '¿¡', ca: '·¿', it: '«»', el: '·΄' }

const SCRIPTS: Partial<Record<AlphabetLanguage, RegExp>> = {
  el: /\p{sc=Greek}/u,
  he: /\p{sc=Hebrew}/u,
  th: /\p{sc=Thai}/u,
  ...Object.fromEntries(['ru', 'uk', 'bg', 'be', 'sr', 'mk'].map((language) => [language, /\p{sc=Cyrillic}/u])),
  ...Object.fromEntries(['ar', 'fa', 'ur'].map((language) => [language, /[\p{sc=Arabic}\u064b-\u0652]/u])),
}

const languageCosts = new Map<string, Float32Array>()
const kindTables = new Map<string, Uint8Array>()

/** Costs in nats of the 256 bytes, if they are text of the language in the encoding. */
export function byteCosts(encoding: string, language: AlphabetLanguage): Float32Array {
  const key = `${encoding} ${language}`
  const known = languageCosts.get(key)
  if (known !== undefined) return known
  const shares = sharesOf(language)
  const table = tableOf(encoding)
  const cost = Float32Array.from({ length: 256 }, (_, byte) =>
    costOf(String.fromCharCode(table[byte] ?? 0), language, shares),
  )
  languageCosts.set(key, cost)
  return cost
}

function costOf(character: string, language: AlphabetLanguage, shares: ReadonlyMap<string, number>): number {
  const code = character.charCodeAt(0)
  const small = character.toLowerCase()
  const share = shares.get(small)
  const own =
    share === undefined ? Number.POSITIVE_INFINITY : -Math.log(share * 0.8) + (small === character ? 0 : CAPITAL)
  // Quotations and names in English stand in text of any language.
  if (code < 0x80) return Math.min(own, (ASCII_COST[code] ?? IMPOSSIBLE) + (language === 'en' ? 0 : 0.7))
  if (code === 0xfffd || code < 0xa0) return IMPOSSIBLE
  if (share !== undefined) return own
  const sign = FREQUENT_SIGNS[character]
  if (OWN_SIGNS[language]?.includes(character)) return 5.5
  if (sign !== undefined) return sign
  if (!/[\p{L}\p{M}]/u.test(character)) return SYMBOL
  const isHome = (SCRIPTS[language] ?? /\p{sc=Latin}/u).test(character)
  return (isHome ? FOREIGN_LETTER : LETTER_OF_OTHER_SCRIPT) + (small === character ? 0 : 1)
}

const NONE = 0
const LATIN_SMALL = 1
const LATIN_CAPITAL = 2
const OTHER_SMALL = 3
const OTHER_CAPITAL = 4
const CASELESS = 5
const MARK = 6
const OPENING = 7
const CLOSING = 8
const APOSTROPHE = 9
const SYMBOL_KIND = 10
const KINDS = 11

function kindOf(character: string): number {
  if (/\p{M}/u.test(character)) return MARK
  if (/\p{L}/u.test(character)) {
    const isLatin = /\p{sc=Latin}/u.test(character)
    if (/[ªº]/u.test(character)) return SYMBOL_KIND
    if (character.toLowerCase() !== character) return isLatin ? LATIN_CAPITAL : OTHER_CAPITAL
    if (character.toUpperCase() !== character || character === 'ß' || character === 'ĸ')
      return isLatin ? LATIN_SMALL : OTHER_SMALL
    return CASELESS
  }
  if ('“„«‘‹¿¡('.includes(character)) return OPENING
  if ('”»›)!?.,:;'.includes(character)) return CLOSING
  if (character === '’') return APOSTROPHE
  const isSymbol = character.charCodeAt(0) >= 0xa1 && !'–—…§°€£·№،؟؛־ـ•'.includes(character)
  return isSymbol ? SYMBOL_KIND : NONE
}

/** What it costs, in nats, that two kinds of characters stand side by side. */
const PAIR_COSTS: Float32Array = makePairCosts()

function makePairCosts(): Float32Array {
  const cost = new Float32Array(KINDS * KINDS)
  const put = (before: readonly number[], after: readonly number[], nats: number): void => {
    for (const first of before) for (const second of after) cost[first * KINDS + second] = nats
  }
  const latin = [LATIN_SMALL, LATIN_CAPITAL]
  const other = [OTHER_SMALL, OTHER_CAPITAL, CASELESS]
  const letters = [...latin, ...other, MARK]
  put(latin, other, 5)
  put(other, latin, 5)
  put([LATIN_SMALL], [LATIN_CAPITAL], 4)
  put([OTHER_SMALL], [OTHER_CAPITAL], 4)
  // Within a word in capitals, a capital is no rarer than a small letter.
  put([LATIN_CAPITAL], [LATIN_CAPITAL], -2)
  put([OTHER_CAPITAL], [OTHER_CAPITAL], -2.3)
  put([SYMBOL_KIND], letters, 2)
  put(letters, [SYMBOL_KIND], 2)
  put([SYMBOL_KIND], [SYMBOL_KIND], 1)
  put([NONE, SYMBOL_KIND, OPENING], [MARK], 5)
  put(letters, [OPENING], 3)
  put([OPENING], letters, -1)
  put(letters, [APOSTROPHE, CLOSING], -0.5)
  put([CLOSING], letters, 1)
  return cost
}

function kindsOf(encoding: string): Uint8Array {
  const known = kindTables.get(encoding)
  if (known !== undefined) return known
  const kinds = Uint8Array.from(tableOf(encoding), (unit) => kindOf(String.fromCharCode(unit)))
  kindTables.set(encoding, kinds)
  return kinds
}

/** What the neighbourhoods in a sample cost in an encoding, in nats: case, writing and signs where they belong. */
export function pairCost(sample: Uint8Array, encoding: string): number {
  const kinds = kindsOf(encoding)
  let before = NONE
  let sum = 0
  for (let at = 0; at < sample.length; at++) {
    const kind = kinds[sample[at] ?? 0] ?? NONE
    sum += PAIR_COSTS[before * KINDS + kind] ?? 0
    before = kind
  }
  return sum
}
