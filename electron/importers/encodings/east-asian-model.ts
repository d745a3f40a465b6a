import { ASCII_COST, IMPOSSIBLE } from './ascii-model.ts'
import { decodeBytes } from './decoding.ts'
import { CANTONESE, HANGUL, KANJI, SIMPLIFIED, TRADITIONAL } from './hanzi-frequencies.ts'

/** The ways of writing that encodings of more than one byte a character are made for. */
export type EastAsianWriting = 'zh-hans' | 'zh-hant' | 'yue' | 'ja' | 'ko'

const PUNCTUATION = '，。、：；？！「」『』《》（）“”‘’…—　・·〈〉【】～─．％'
const HIRAGANA = 'のにはをたがでてとしれさあいうるなかまりもすこきんっらだけどくおせそよめつえわみやちほばろじげ'
const COST_OF_UNKNOWN = 20

/** Costs (negative natural logarithms of probabilities) of all characters below U+10000. */
const costs = new Map<EastAsianWriting, Float32Array>()

/**
 * How improbable a text is in a way of writing: the sum of its characters' costs, in nats. Characters come in
 * classes, the more common ones by rank; the shares of the classes are rough measures of news and speech.
 */
export function eastAsianCost(text: string, writing: EastAsianWriting): number {
  const cost = costsOf(writing)
  let sum = 0
  let wasLetter = false
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    sum += cost[unit] ?? COST_OF_UNKNOWN
    const isLetter = (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a)
    // Words of two writings seldom touch.
    if (at > 0 && isLetter !== wasLetter && (isLetter ? text.charCodeAt(at - 1) : unit) > 0x2e80) sum += 1
    wasLetter = isLetter
  }
  return sum
}

function costsOf(writing: EastAsianWriting): Float32Array {
  const known = costs.get(writing)
  if (known !== undefined) return known
  const made = makeCosts(writing)
  costs.set(writing, made)
  return made
}

function makeCosts(writing: EastAsianWriting): Float32Array {
  const cost = new Float32Array(0x10000).fill(COST_OF_UNKNOWN)
  const even = (characters: string, share: number): void => {
    const each = -Math.log(share / characters.length)
    for (let at = 0; at < characters.length; at++) {
      const unit = characters.charCodeAt(at)
      if (unit >= 0x80) cost[unit] = Math.min(cost[unit] ?? each, each)
    }
  }
  const ranked = (characters: string, share: number): void => {
    const list = [...new Set(characters)]
    const sum = list.reduce((total, _, rank) => total + 1 / (rank + 20), 0)
    list.forEach((character, rank) => {
      const each = -Math.log(share / (rank + 20) / sum)
      const unit = character.charCodeAt(0)
      cost[unit] = Math.min(cost[unit] ?? each, each)
    })
  }
  // Any hanzi, any syllable, symbols, the wide forms of ASCII, letters of Europe, half-width katakana.
  even(range(0x4e00, 0x9fff), 0.002)
  even(range(0x3400, 0x4dbf), 0.00002)
  even(range(0xac00, 0xd7a3), 0.00001)
  even(range(0x3041, 0x30ff), 0.0005)
  even(range(0x2000, 0x266f), 0.001)
  even(range(0x3000, 0x303f), 0.001)
  even(range(0xff01, 0xff5e), 0.006)
  even(range(0x00a0, 0x024f) + range(0x0370, 0x045f), 0.00005)
  for (let unit = 0xd800; unit < 0xe000; unit++) cost[unit] = 9.5
  if (writing === 'zh-hans') {
    even(gridText('gb18030', 0xd8, 0xf7), 0.01)
    even(gridText('gb18030', 0xb0, 0xd7), 0.25)
    ranked(SIMPLIFIED, 0.6)
  } else if (writing === 'zh-hant' || writing === 'yue') {
    even(gridText('big5', 0xc9, 0xf9), 0.01)
    even(gridText('big5', 0xa4, 0xc6), 0.25)
    ranked(TRADITIONAL, writing === 'yue' ? 0.45 : 0.6)
    even(CANTONESE, writing === 'yue' ? 0.15 : 0.003)
  } else if (writing === 'ja') {
    even(range(0xff61, 0xff9f), 0.001)
    even(gridText('euc-jp', 0xd0, 0xf4), 0.003)
    even(gridText('euc-jp', 0xb0, 0xcf), 0.12)
    ranked(KANJI, 0.22)
    even(range(0x30a1, 0x30fe), 0.08)
    even(range(0x3041, 0x3093), 0.04)
    even(HIRAGANA, 0.42)
  } else {
    even(gridText('euc-kr', 0xca, 0xfd), 0.005)
    even(range(0xac00, 0xd7a3), 0.003)
    even(gridText('euc-kr', 0xb0, 0xc8), 0.28)
    ranked(HANGUL, 0.65)
  }
  even(PUNCTUATION, writing === 'ko' ? 0.02 : 0.13)
  for (let unit = 0; unit < 0x80; unit++) cost[unit] = ASCII_COST[unit] ?? IMPOSSIBLE
  cost[0xfffd] = IMPOSSIBLE
  for (let unit = 0x80; unit < 0xa0; unit++) cost[unit] = IMPOSSIBLE
  return cost
}

function range(first: number, last: number): string {
  return String.fromCharCode(...Array.from({ length: last - first + 1 }, (_, at) => first + at))
}

/** All characters whose lead bytes lie in a range: the national standards put what is common first. */
function gridText(encoding: string, firstLead: number, lastLead: number): string {
  const trails = encoding === 'big5' ? [...trailRange(0x40, 0x7e), ...trailRange(0xa1, 0xfe)] : trailRange(0xa1, 0xfe)
  const bytes: number[] = []
  for (let lead = firstLead; lead <= lastLead; lead++) for (const trail of trails) bytes.push(lead, trail)
  const { text } = decodeBytes(Uint8Array.from(bytes), encoding)
  return text.replace(/[\ufffd\ue000-\uf8ff\0-\x7f]|[\ud800-\udfff]/g, '')
}

function trailRange(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, at) => first + at)
}
