import jschardet from 'jschardet'
import { decodeBytes } from './decoding.ts'
import { labelOf } from './labels.ts'
import { type RankedEncoding, rankEncodings } from './ranking.ts'
import { type EncodingSample, smallerSample, takeSample } from './sample.ts'
import { utf8Evidence } from './utf8.ts'

/** A few thousand telling bytes settle most files; where they do not, more are asked. */
const FIRST_SAMPLE = 4 * 1024
const SECOND_SAMPLE = 64 * 1024
/** The distance, in nats, from which on a guess has been right in the evaluation. */
const CLEAR = 14
/** Beyond that cost for each byte even the best explanation explains little. */
const MOST_COST = 5.8
/** What the other detector's opinion is worth where the ranking hardly tells, in nats. */
const OPINION = 3

export interface EncodingGuess {
  readonly encoding: string
  readonly certainty: 'certain' | 'likely' | 'unsure'
  /** Bytes at the beginning that belong to a character cut in two. */
  readonly skip: number
}

/** Guesses the encoding of bytes that have no mark and are not faultless UTF-8. */
export function guessEncoding(bytes: Uint8Array): EncodingGuess {
  const sample = takeSample(bytes, SECOND_SAMPLE)
  const { sequences, faults } = utf8Evidence(sample.telling)
  // A handful of broken characters in a good file, or one cut in two at its edge.
  if (sequences >= 2 && faults * 10 <= sequences)
    return { encoding: 'utf-8', certainty: faults === 0 && sequences >= 4 ? 'certain' : 'likely', skip: 0 }
  const first = judge(bytes, smallerSample(sample, FIRST_SAMPLE))
  return first.certainty === 'likely' || sample.telling.length <= FIRST_SAMPLE ? first : judge(bytes, sample)
}

function judge(bytes: Uint8Array, sample: EncodingSample): EncodingGuess {
  const { telling } = sample
  const ranked = withOpinion(rankEncodings(bytes, sample), telling)
  const best = ranked[0]
  if (best === undefined) return { encoding: 'windows-1252', certainty: 'unsure', skip: 0 }
  const isClear = marginOf(ranked, best, telling) >= CLEAR && best.cost <= MOST_COST * telling.length
  return { encoding: best.encoding, certainty: isClear ? 'likely' : 'unsure', skip: best.skip }
}

/** How far behind the next candidate is that reads the sample differently. */
function marginOf(ranked: readonly RankedEncoding[], best: RankedEncoding, telling: Uint8Array): number {
  const text = decodeBytes(telling.subarray(best.skip), best.encoding).text
  for (const other of ranked) {
    if (other === best) continue
    const margin = other.cost - best.cost
    if (margin >= CLEAR) return margin
    if (decodeBytes(telling.subarray(other.skip), other.encoding).text !== text) return margin
  }
  return Number.POSITIVE_INFINITY
}

function withOpinion(ranked: readonly RankedEncoding[], telling: Uint8Array): readonly RankedEncoding[] {
  const [best, next] = ranked
  if (best === undefined || next === undefined || next.cost - best.cost > OPINION) return ranked
  const name = jschardet.detect(Buffer.from(telling.subarray(0, FIRST_SAMPLE))).encoding
  const opinion = name === null ? undefined : labelOf(name)
  return ranked
    .map((each) => (each.encoding === opinion ? { ...each, cost: each.cost - OPINION } : each))
    .sort((a, b) => a.cost - b.cost)
}
