import type { SampleScore, Shares } from './score.ts'
import type { ScoredSample } from './scored-sample.ts'

/** The shares of a score, in the order of the table. */
export const SHARES = [
  'precision',
  'recall',
  'speakers',
  'roles',
  'exchanges',
  'asidePrecision',
  'asideRecall',
] as const satisfies readonly (keyof Shares)[]

const COUNTS = ['turns', 'speakers', 'exchanges'] as const

/** What of one sample is kept: its shares with four decimals, and whether it could be imported at all. */
export interface KeptSample extends Shares {
  readonly failure: string | null
  readonly invented: number
}

/** Counts that are found instead of the expected ones. */
export type KnownMiss = Partial<Record<(typeof COUNTS)[number], number>>

/** The score that a change must not make worse, by file, with what is known to be missed. */
export interface KeptScore {
  readonly samples: Readonly<Record<string, KeptSample>>
  readonly misses: Readonly<Record<string, KnownMiss>>
}

/** Half of the last decimal that is kept, and a little more: what rounding alone can change. */
const ROUNDING = 0.00006

/** Makes of scores what is to be kept of them. */
export function keepScore(samples: readonly ScoredSample[]): KeptScore {
  return {
    samples: Object.fromEntries(samples.map((sample) => [sample.file, keepSample(sample)])),
    misses: Object.fromEntries(
      samples.map((sample) => [sample.file, missesOf(sample)] as const).filter(([, miss]) => miss !== null),
    ) as Record<string, KnownMiss>,
  }
}

function keepSample({ failure, score }: ScoredSample): KeptSample {
  return {
    failure,
    invented: score.invented,
    precision: rounded(score.precision),
    recall: rounded(score.recall),
    speakers: rounded(score.speakers),
    roles: rounded(score.roles),
    exchanges: rounded(score.exchanges),
    asidePrecision: rounded(score.asidePrecision),
    asideRecall: rounded(score.asideRecall),
  }
}

function rounded(share: number | null): number | null {
  return share === null ? null : Math.round(share * 10_000) / 10_000
}

/** The counts in which a reading differs from what is expected; `null` for none. */
function missesOf({ expectation, score }: Pick<ScoredSample, 'expectation' | 'score'>): KnownMiss | null {
  const missed = COUNTS.filter((count) => {
    const expected = expectation.counts[count]
    return expected !== null && expected !== score.found[count]
  })
  return missed.length === 0 ? null : Object.fromEntries(missed.map((count) => [count, score.found[count]]))
}

/** What has become worse since the score was kept, a line for each; a sample that is new cannot be worse. */
export function worseThanKept(kept: KeptScore, samples: readonly ScoredSample[]): readonly string[] {
  return samples.flatMap(({ file, failure, score }) => {
    const before = kept.samples[file]
    if (before === undefined) return []
    if (failure !== null) return before.failure === null ? [`${file}: cannot be imported any more: ${failure}`] : []
    return [...worseShares(file, before, score), ...worseCount(file, before.invented, score.invented)]
  })
}

function worseShares(file: string, before: KeptSample, now: SampleScore): readonly string[] {
  return SHARES.flatMap((share) => {
    const [was, is] = [before[share], now[share]]
    return was !== null && is !== null && is < was - ROUNDING ? [`${file}: ${share} ${was} → ${rounded(is)}`] : []
  })
}

function worseCount(file: string, was: number, is: number): readonly string[] {
  return is > was ? [`${file}: invented turns ${was} → ${is}`] : []
}

/**
 * Whether each count is the expected one or, where it is known to be missed, at least as near to it
 * as what was kept. Says what is not.
 */
export function unknownMisses(kept: KeptScore, sample: ScoredSample): readonly string[] {
  const known = kept.misses[sample.file] ?? {}
  return Object.entries(missesOf(sample) ?? {}).flatMap(([name, found]) => {
    const count = name as (typeof COUNTS)[number]
    const expected = sample.expectation.counts[count] ?? 0
    const allowed = Math.abs((known[count] ?? expected) - expected)
    return Math.abs(found - expected) <= allowed ? [] : [`${count}: ${found} found, ${expected} expected`]
  })
}
