import type { Subject } from './figures.ts'

/** What a call of the benchmark asks for. */
export interface Task {
  readonly executable: string
  readonly env: NodeJS.ProcessEnv
  /** The program's, which it writes beside the readings that it keeps. */
  readonly recogniser: string
  readonly rounds: number
  /** How often something is done in one run. */
  readonly acts: number
  /** How long one run of one subject may take, in milliseconds. */
  readonly limit: number
  readonly isWanted: (subject: Subject) => boolean
}
