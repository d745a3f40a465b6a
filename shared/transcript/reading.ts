import type { SetAsideKind } from '#shared/model/set-aside-kind.ts'
import type { TextSpan } from '#shared/model/text-span.ts'
import type { TurnRole } from '#shared/model/turn-role.ts'
import type { MappedText } from '#shared/text/mapped-text.ts'

/**
 * What the transcript is shown as, from top to bottom, in source order:
 * a speaker's label, a paragraph of speech, or something set aside.
 */
export interface Block extends MappedText {
  readonly kind: 'label' | 'paragraph' | 'set-aside'
  /** From the first to behind the last source character that belongs to the block, dropped ones inside included. */
  readonly span: TextSpan
  /** Index of the turn it belongs to, or `null` outside of all turns. */
  readonly turn: number | null
  /** Set for `set-aside` blocks only. */
  readonly setAside: SetAsideKind | null
  /** Source line of its first character, from 1. */
  readonly line: number
}

/** One speaker's stretch. */
export interface Turn {
  readonly index: number
  /** The name as a reader would say it, without colon, brackets or Markdown; `null` if nobody is named. */
  readonly speaker: string | null
  /** What is printed, line breaks and letter-spacing closed up. */
  readonly label: string
  /** What the label says beside the name: party, outlet, office; empty where it says nothing. */
  readonly affiliation: string
  readonly role: TurnRole
  /** From the label's first character to behind the last character of its speech. */
  readonly span: TextSpan
  /** Source line of the label, from 1. */
  readonly line: number
  /** A time printed with the label, as printed, or `null`. */
  readonly time: string | null
  /** Indices in `Reading.blocks`, half-open: its label, then its paragraphs, with what is set aside between them. */
  readonly firstBlock: number
  readonly endBlock: number
}

/** Question turns with the answer turns they drew. */
export interface Exchange {
  readonly index: number
  readonly questions: readonly number[]
  readonly answers: readonly number[]
}

/** A doubt that a person should look at. Its message is made by whoever shows it, from code and values. */
export interface ReadingWarning {
  readonly code:
    | 'label-split-over-lines'
    | 'rare-label'
    | 'possible-label'
    | 'long-turn'
    | 'unanswered-question'
    | 'alike-speakers'
    | 'no-turns'
  readonly values: Readonly<Record<string, string>>
  readonly span: TextSpan
  /** How likely the reading is wrong here, from 0 to 1: what to look at first. */
  readonly doubt: number
}

/** The reading of a source text: a view that can be made again at any time. What is kept of it (`StoredReading`) spares that, and is no part of a project. */
export interface Reading {
  readonly blocks: readonly Block[]
  readonly turns: readonly Turn[]
  readonly exchanges: readonly Exchange[]
  /** Each speaker once, in order of appearance. */
  readonly speakers: readonly string[]
  readonly warnings: readonly ReadingWarning[]
}
