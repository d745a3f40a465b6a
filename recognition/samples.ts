import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { importBytes } from '#electron/importers/import-bytes.ts'
import { readTranscript } from '#shared/transcript/read-transcript.ts'
import type { Expectation } from './expectation.ts'
import type { KeptScore } from './kept-score.ts'
import { scoreNothing, scoreReading } from './score.ts'
import type { ScoredSample } from './scored-sample.ts'

/** The folder of the samples. */
export const SAMPLES = new URL('../../shared/samples/', import.meta.url)
const EXPECTATIONS = new URL('expectations/', import.meta.url)
const KEPT = new URL('score.json', import.meta.url)

/** Where `score.json` lies. */
export const KEPT_FILE = fileURLToPath(KEPT)

/** The samples are no part of the project; without them there is nothing to score. */
export function hasSamples(): boolean {
  return existsSync(SAMPLES)
}

/** Every expectation, in the order of file names. */
export function loadExpectations(): readonly Expectation[] {
  const names = readdirSync(EXPECTATIONS).filter((name) => name.endsWith('.json'))
  return names.sort().map((name) => JSON.parse(readFileSync(new URL(name, EXPECTATIONS), 'utf8')) as Expectation)
}

/** What was kept as the score that must not be lost; empty before the first time. */
export function loadKeptScore(): KeptScore {
  return existsSync(KEPT) ? (JSON.parse(readFileSync(KEPT, 'utf8')) as KeptScore) : { samples: {}, misses: {} }
}

/** Imports and reads every file that something is expected of. */
export async function scoreSamples(expectations: readonly Expectation[]): Promise<readonly ScoredSample[]> {
  const scored: ScoredSample[] = []
  for (const expectation of expectations) {
    for (const file of expectation.files) scored.push(await scoreSample(file, expectation))
  }
  return scored
}

async function scoreSample(file: string, expectation: Expectation): Promise<ScoredSample> {
  const nothing = (failure: string | null): ScoredSample => {
    return { file, expectation, failure, score: scoreNothing(expectation) }
  }
  try {
    const outcome = await importBytes(file, new Uint8Array(readFileSync(new URL(file, SAMPLES))))
    if (outcome.kind === 'imported') {
      const { text, structure } = outcome.file
      return { file, expectation, failure: null, score: scoreReading(expectation, readTranscript(text, structure)) }
    }
    const { reason, detail } = outcome.failure
    if (reason === 'empty' && expectation.mayBeEmpty === true) return nothing(null)
    return nothing(detail === '' ? reason : `${reason} (${detail})`)
  } catch (error) {
    // A bug, but one sample's: the others are scored all the same.
    return nothing(`thrown: ${error instanceof Error ? error.message : String(error)}`)
  }
}
