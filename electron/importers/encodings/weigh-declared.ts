import { decodeBytes } from './decoding.ts'
import { rankEncodings } from './ranking.ts'
import { takeSample } from './sample.ts'

/** As much as the guess looks at where a little does not settle it. */
const SAMPLE = 64 * 1024
/** Twice the distance from which on a guess without a declaration has been right: most declarations are true. */
const MARGIN = 28
/**
 * So many nats for each byte beyond ASCII. Rare characters and languages that the models do not know cost a true
 * declaration less than 1.2, measured on talk in all pairs of language and encoding; a false one costs 2 and more.
 */
const MARGIN_PER_BYTE = 1.5
/** Letters of one of these writings in the cells of an East Asian encoding: no chance makes them. */
const FOREIGN_LETTERS = /[\p{sc=Cyrillic}\p{sc=Greek}]/gu
const EAST_ASIAN = /^(?:gb18030|big5|shift_jis|euc-)/u

/**
 * Whether bytes are so much better explained by the encoding that was detected than by the one that was declared,
 * both by their labels, that the declaration must be an error. An encoding without a model is always believed.
 */
export function outweighs(bytes: Uint8Array, detected: string, declared: string): boolean {
  const sample = takeSample(bytes, SAMPLE)
  const ranked = rankEncodings(bytes, sample)
  const better = ranked.find(({ encoding }) => encoding === detected)
  const worse = ranked.find(({ encoding }) => encoding === declared)
  if (better === undefined || worse === undefined) return false
  const { telling } = sample
  const read = decodeBytes(telling.subarray(worse.skip), declared).text
  const other = decodeBytes(telling.subarray(better.skip), detected).text
  const beyondAscii = telling.reduce((count, byte) => count + (byte >= 0x80 ? 1 : 0), 0)
  const areEastAsian = EAST_ASIAN.test(declared) && EAST_ASIAN.test(detected)
  const differing = beyondAscii * (areEastAsian ? shareOfDifferent(read, other) : 1)
  if (worse.cost - better.cost < Math.max(MARGIN, MARGIN_PER_BYTE * differing)) return false
  return !EAST_ASIAN.test(declared) || (read.match(FOREIGN_LETTERS)?.length ?? 0) * 4 < beyondAscii
}

/** From this distance on, in nats, nine in ten false declarations are doubted, and true ones of pieces of a line alone. */
const DOUBT = 10
/** Fewer bytes beyond ASCII speak for nothing. */
const FEWEST_TO_DOUBT = 4

/**
 * Whether some encoding that reads the bytes otherwise explains them better than the one that was declared, by its
 * label: not so much that the declaration is wrong for certain, but that somebody should look.
 */
export function raisesDoubt(bytes: Uint8Array, declared: string): boolean {
  const sample = takeSample(bytes, SAMPLE)
  if (sample.telling.filter((byte) => byte >= 0x80).length < FEWEST_TO_DOUBT) return false
  const ranked = rankEncodings(bytes, sample)
  const own = ranked.find(({ encoding }) => encoding === declared)
  const best = ranked[0]
  if (own === undefined || best === undefined || own.cost - best.cost < DOUBT) return false
  const { telling } = sample
  const read = decodeBytes(telling.subarray(own.skip), declared).text
  const other = ranked.find((each) => decodeBytes(telling.subarray(each.skip), each.encoding).text !== read)
  return other !== undefined && own.cost - other.cost >= DOUBT
}

/** Encodings made after one pattern have kana, letters and signs in the same places: only the rest tells them apart. */
function shareOfDifferent(text: string, other: string): number {
  if (text.length !== other.length) return 1
  let different = 0
  let all = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit !== other.charCodeAt(at)) different++
    if (unit >= 0x80) all++
  }
  return Math.min(1, different / Math.max(1, all))
}
