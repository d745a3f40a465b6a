import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

export interface TurnTruth {
  readonly speaker: string
  readonly role: string
  /** Lines from 1, empty ones included. */
  readonly labelLine: number
  readonly lastTextLine: number
}

/** What is true of a transcript, found by reading it; turns count from 0. */
export interface Truth {
  readonly speakers: readonly string[]
  readonly turns: readonly TurnTruth[]
  readonly exchanges: readonly { readonly questions: readonly number[]; readonly answers: readonly number[] }[]
}

export interface Transcript {
  readonly path: string
  readonly fileName: string
  readonly bytes: Uint8Array
  /** Decoded as UTF-8, line ends as LF. */
  readonly text: string
  readonly truth: Truth
}

/** The layout of the sample's truth file, which was made before the program. */
interface SampleTruth {
  readonly distinct_speakers: readonly string[]
  readonly turns: readonly {
    readonly role: string
    readonly speaker: string
    readonly label_line_first: number
    readonly last_text_line: number
  }[]
  readonly qa_pairs: readonly { readonly question_turn: number; readonly answer_turn: number }[]
}

const OWN = join(import.meta.dirname, 'fixtures-text')
const SAMPLES = resolve(import.meta.dirname, '../../shared/samples/transcripts')

export const OWN_TRANSCRIPT = join(OWN, 'hard-wrapped-zh.txt')
const SAMPLE_TRANSCRIPT = join(SAMPLES, 'press-conference-zh.txt')

export const isSampleThere = existsSync(SAMPLE_TRANSCRIPT)

export function ownTranscript(): Transcript {
  return transcriptAt(OWN_TRANSCRIPT, JSON.parse(readFileSync(join(OWN, 'hard-wrapped-zh.truth.json'), 'utf8')))
}

export function sampleTranscript(): Transcript {
  const truth: SampleTruth = JSON.parse(readFileSync(join(SAMPLES, 'press-conference-zh.truth.json'), 'utf8'))
  return transcriptAt(SAMPLE_TRANSCRIPT, {
    speakers: truth.distinct_speakers,
    turns: truth.turns.map((turn) => ({
      speaker: turn.speaker,
      role: turn.role === 'question' || turn.role === 'answer' ? turn.role : 'other',
      labelLine: turn.label_line_first,
      lastTextLine: turn.last_text_line,
    })),
    exchanges: truth.qa_pairs.map((pair) => ({ questions: [pair.question_turn - 1], answers: [pair.answer_turn - 1] })),
  })
}

function transcriptAt(path: string, truth: Truth): Transcript {
  const bytes = readFileSync(path)
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r\n?/g, '\n')
  return { path, fileName: path.slice(path.lastIndexOf('/') + 1), bytes, text, truth }
}
