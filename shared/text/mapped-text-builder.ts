import { utf16 } from '#shared/model/text-span.ts'
import type { MappedText, Piece } from './mapped-text.ts'

/** Collects stretches of one source text, in order, into reading text with its map. */
export class MappedTextBuilder {
  readonly #sourceText: string
  readonly #pieces: { -readonly [K in keyof Piece]: Piece[K] }[] = []
  #text = ''

  constructor(sourceText: string) {
    this.#sourceText = sourceText
  }

  /** Keeps the source stretch [start, end), UTF-16 units. */
  keep(start: number, end: number): void {
    this.#append(this.#sourceText.slice(start, end), start)
  }

  /** Lets the line break at this source position read as a space. */
  keepBreakAsSpace(at: number): void {
    this.#append(' ', at)
  }

  build(): MappedText {
    return { text: this.#text, pieces: this.#pieces }
  }

  #append(read: string, start: number): void {
    if (read === '') return
    const last = this.#pieces.at(-1)
    if (last !== undefined && last.source + last.length === start) last.length += read.length
    else this.#pieces.push({ at: this.#text.length, source: utf16(start), length: read.length })
    this.#text += read
  }
}
