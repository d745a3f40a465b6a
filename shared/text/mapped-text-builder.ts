import { utf16 } from '#shared/model/text-span.ts'
import type { MappedText, Piece } from './mapped-text.ts'

/** Collects stretches of one source text, in order, into reading text with its map. */
export interface MappedTextBuilder {
  /** Keeps the source stretch [start, end), UTF-16 units. */
  readonly keep: (start: number, end: number) => void
  /** Lets the line break at this source position read as a space. */
  readonly keepBreakAsSpace: (at: number) => void
  readonly build: () => MappedText
}

export function buildMappedText(sourceText: string): MappedTextBuilder {
  const parts: string[] = []
  const pieces: { -readonly [K in keyof Piece]: Piece[K] }[] = []
  let length = 0

  function append(read: string, start: number): void {
    if (read === '') return
    const last = pieces.at(-1)
    if (last !== undefined && last.source + last.length === start) last.length += read.length
    else pieces.push({ at: length, source: utf16(start), length: read.length })
    parts.push(read)
    length += read.length
  }

  return {
    keep: (start, end) => append(sourceText.slice(start, end), start),
    keepBreakAsSpace: (at) => append(' ', at),
    build: () => ({ text: parts.join(''), pieces }),
  }
}
