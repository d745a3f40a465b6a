import type { SetAsideKind } from '#shared/model/set-aside-kind.ts'
import type { TurnRole } from '#shared/model/turn-role.ts'

/** How hard a text is, and what is asked of its reading. */
export const SAMPLE_KINDS = ['clean', 'hard-wrapped', 'captions', 'prose'] as const
export type SampleKind = (typeof SAMPLE_KINDS)[number]

/** A turn as a careful reader finds it. */
export interface ExpectedTurn {
  /** As one would say it, without what the label says beside the name. */
  readonly speaker: string
  /** `null` where readers could disagree. */
  readonly role: TurnRole | null
  /** `keyOfSpeech` of what is said. */
  readonly key: string
}

/** Indices of expected turns. */
export interface ExpectedExchange {
  readonly questions: readonly number[]
  readonly answers: readonly number[]
}

/** What one or several files (the same text in other encodings and layouts) read as, found by reading them. */
export interface Expectation {
  /** Paths below the folder of samples, all with the same turns. */
  readonly files: readonly string[]
  readonly kind: SampleKind
  /** Said beside the lists, for whoever reads the file. Speakers are people: `names` are one. */
  readonly counts: {
    readonly turns: number
    readonly speakers: number
    readonly exchanges: number | null
  }
  readonly turns: readonly ExpectedTurn[]
  /** `null` where the text is no talk of questions and answers, or readers could disagree. */
  readonly exchanges: readonly ExpectedExchange[] | null
  /** Keys (`keyOfAside`) by kind. Kinds that are not named were not judged; `null`: none was. */
  readonly setAside: Readonly<Partial<Record<SetAsideKind, readonly string[]>>> | null
  /** Each list holds the names of one person or office, any of which is right for each of them. */
  readonly names?: readonly (readonly string[])[]
  /** The file holds no text to be read: that its import fails as empty is as good as an empty reading. */
  readonly mayBeEmpty?: boolean
}
