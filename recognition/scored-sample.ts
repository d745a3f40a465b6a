import type { Expectation } from './expectation.ts'
import type { SampleScore } from './score.ts'

/** One sample, imported, read and compared. */
export interface ScoredSample {
  /** Path below the folder of samples. */
  readonly file: string
  readonly expectation: Expectation
  /** Why it could not be imported, or `null`. */
  readonly failure: string | null
  readonly score: SampleScore
}
