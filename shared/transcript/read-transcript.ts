import { NO_STRUCTURE, type SourceStructure } from '#shared/model/source-structure.ts'
import { readLazily } from './read-lazily.ts'
import type { Reading } from './reading.ts'

/**
 * Reads a source text as a transcript: joins hard-wrapped lines, closes up letter-spacing, finds
 * turns by the conventions that this text itself keeps and by what its file says of it, and sets
 * aside what is no speech. Pure, deterministic and linear in the text's length. Text without
 * speakers stays paragraphs.
 */
export function readTranscript(sourceText: string, structure: SourceStructure = NO_STRUCTURE): Reading {
  const { blocks, turns, exchanges, speakers, warnings } = readLazily(sourceText, structure)
  return { blocks: blocks.all(), turns: turns.all(), exchanges, speakers, warnings }
}
