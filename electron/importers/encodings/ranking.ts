import { byteCosts, pairCost } from './alphabet-model.ts'
import { MULTI_BYTE, type MultiByteCandidate, SINGLE_BYTE, type SingleByteCandidate } from './candidates.ts'
import { decodeBytes } from './decoding.ts'
import { eastAsianCost } from './east-asian-model.ts'
import { markOf } from './marks.ts'
import { type EncodingSample, takeSample } from './sample.ts'
import { utf8Evidence } from './utf8.ts'

/** An encoding with how improbable the sample would be in it. */
export interface RankedEncoding {
  readonly encoding: string
  /** In nats: a difference of 7 is odds of about 1000 to 1, were the letters independent of each other. */
  readonly cost: number
  /** Bytes at the beginning that belong to a character cut in two. */
  readonly skip: number
}

/** The words without bytes beyond ASCII tell at most so much, in nats: names and quotations are foreign. */
const MOST_ELSEWHERE = 12
/** What a character cut in two costs, at either end. */
const CUT = 8
/** Text that is mostly ASCII is seldom East Asian. */
const SPARSE = 4

/** Any bytes can be read as UTF-16; beyond so many nats a byte they are none. */
const MOST_UTF16_COST = 5.5
/** So many bytes tell whether the first character was cut. */
const HEAD = 1024

/** Ranks all encodings by how well they explain a sample of bytes, best first. */
export function rankEncodings(bytes: Uint8Array, sample: EncodingSample): readonly RankedEncoding[] {
  const { telling, elsewhere } = sample
  const head = bytes.subarray(0, Math.max(HEAD, telling.length))
  const others = elsewhere.reduce((sum, count) => sum + count, 0)
  const prior = others > 20 * telling.length ? SPARSE : 0
  const utf8 = utf8Evidence(telling)
  return [
    ...MULTI_BYTE.map((candidate) =>
      isUtf16(candidate) ? utf16Cost(candidate, head, telling) : multiByteCost(candidate, telling, prior),
    ),
    ...singleByteCosts(sample),
    { encoding: 'utf-8', cost: utf8.cost, skip: 0 },
  ].sort((a, b) => a.cost - b.cost)
}

/**
 * How many bytes at the beginning belong to a character that was cut in two, if the bytes are text in the
 * encoding: read from there, all of what follows makes sense. None with a byte-order mark.
 */
export function skipOf(bytes: Uint8Array, encoding: string): number {
  const candidate = MULTI_BYTE.find((each) => each.encoding === encoding)
  if (candidate === undefined || markOf(bytes) !== null) return 0
  if (isUtf16(candidate)) return multiByteCost(candidate, bytes.subarray(0, HEAD), 0).skip
  const { telling } = takeSample(bytes.subarray(0, HEAD), HEAD)
  return telling[0] === bytes[0] && telling[1] === bytes[1] ? multiByteCost(candidate, telling, 0).skip : 0
}

function isUtf16({ encoding }: MultiByteCandidate): boolean {
  return encoding.startsWith('utf-16')
}

/** In UTF-16 no bytes can be left out, so its cost is that of the whole beginning, brought to the length of the sample. */
function utf16Cost(candidate: MultiByteCandidate, head: Uint8Array, telling: Uint8Array): RankedEncoding {
  const { encoding, cost, skip } = multiByteCost(candidate, head, 0)
  const isLikely = telling.length * 2 >= head.length && cost <= MOST_UTF16_COST * head.length
  return { encoding, cost: isLikely ? (cost * telling.length) / head.length : cost + head.length, skip }
}

function multiByteCost({ encoding, writings }: MultiByteCandidate, telling: Uint8Array, prior: number): RankedEncoding {
  let best: RankedEncoding = { encoding, cost: Number.POSITIVE_INFINITY, skip: 0 }
  // A lone byte before ASCII puts nothing out of step.
  const mayBeCut = encoding.startsWith('utf-16') || ((telling[0] ?? 0) >= 0x80 && (telling[1] ?? 0) >= 0x80)
  for (let skip = 0; skip <= (mayBeCut ? 1 : 0); skip++) {
    const { text } = decodeBytes(telling.subarray(skip), encoding)
    const isCut = text.endsWith('\ufffd')
    const whole = isCut ? text.slice(0, -1) : text
    const cuts = (skip + (isCut ? 1 : 0)) * CUT
    for (const [writing, nats] of writings) {
      const cost = eastAsianCost(whole, writing) + nats + prior + cuts
      if (cost < best.cost) best = { encoding, cost, skip }
    }
  }
  return best
}

function singleByteCosts({ telling, elsewhere }: EncodingSample): readonly RankedEncoding[] {
  const counts = new Uint32Array(256)
  for (const byte of telling) counts[byte] = (counts[byte] ?? 0) + 1
  const elsewhereCosts = new Map<string, number>()
  let least = Number.POSITIVE_INFINITY
  for (const { encoding, languages } of SINGLE_BYTE)
    for (const language of languages) {
      if (elsewhereCosts.has(language)) continue
      const cost = weigh(elsewhere, byteCosts(encoding, language))
      elsewhereCosts.set(language, cost)
      least = Math.min(least, cost)
    }
  const languageCost = (language: string): number =>
    Math.min(MOST_ELSEWHERE, (elsewhereCosts.get(language) ?? 0) - least)
  return SINGLE_BYTE.map(({ encoding, nats, languages }: SingleByteCandidate) => {
    let best = Number.POSITIVE_INFINITY
    for (const language of languages)
      best = Math.min(best, weigh(counts, byteCosts(encoding, language)) + languageCost(language))
    return { encoding, cost: best + pairCost(telling, encoding) + nats, skip: 0 }
  })
}

function weigh(counts: Uint32Array, costs: Float32Array): number {
  let sum = 0
  for (let byte = 0; byte < 256; byte++) sum += (counts[byte] ?? 0) * (costs[byte] ?? 0)
  return sum
}
