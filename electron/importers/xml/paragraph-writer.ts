import type { SourceTextBuilder } from '#electron/importers/source-text-builder.ts'
import type { Style } from '#shared/model/source-structure.ts'

/** How characters look, as a set of bits. */
export const BOLD = 1
export const ITALIC = 2
export const UNDERLINE = 4
const STYLE_OF_BIT: readonly Style[] = ['bold', 'italic', 'underline']

/** What a word processor says of a whole paragraph. */
export interface ParagraphKind {
  readonly heading?: boolean
  readonly listItem?: boolean
  /** It stands in a table's cell, which ends later. */
  readonly inTable?: boolean
  /** It belongs to a footnote, an endnote or a comment. */
  readonly note?: boolean
}

/** As many marks as the largest transcripts need a hundredfold; a file that asks for more is made to fill the memory. */
const MOST_MARKS = 1_000_000

/**
 * Writes what word processors hold, paragraphs of runs and tables of cells, as source text: each
 * paragraph a line, soft line breaks as line breaks too, each row of a table a line with its cells
 * parted by tabs. Runs that look alike become one styled stretch, which ends with its line at the latest.
 */
export class ParagraphWriter {
  readonly #builder: SourceTextBuilder
  /** Not yet written characters that look alike. */
  #run = ''
  #look = 0
  /** Where the styles that are on began, by bit; -1 for those that are off. */
  readonly #openStyles = [-1, -1, -1]
  #paragraphStart: number
  #lineStart: number
  /** Where the current cell began, if it holds finished paragraphs. */
  #cellStart: number | null = null
  /** A cell has ended, and whether another one follows in its row is not known yet. */
  #owesTab = false
  #marks = 0

  constructor(builder: SourceTextBuilder) {
    this.#builder = builder
    this.#paragraphStart = builder.length
    this.#lineStart = builder.length
  }

  /** Writes characters without line breaks; `look` is a set of `BOLD`, `ITALIC` and `UNDERLINE`. */
  write(text: string, look: number): void {
    if (text === '') return
    if (this.#owesTab) this.#payTab()
    if (look !== this.#look) this.#turn(look)
    this.#run += text
  }

  /** A line ends within a paragraph. */
  breakLine(): void {
    this.#endLine()
  }

  /** Ends the line if anything stands on it: before pages, sections and the end of all. */
  endLineIfAny(kind: ParagraphKind = {}): void {
    if (this.#owesTab) this.endRow()
    else if (this.#run !== '' || this.#builder.length > this.#lineStart) this.endParagraph(kind)
  }

  endParagraph(kind: ParagraphKind): void {
    if (this.#owesTab) this.#payTab()
    this.#turn(0)
    if (kind.heading === true) this.#mark(this.#paragraphStart, 'heading')
    else if (kind.listItem === true) this.#mark(this.#paragraphStart, 'list-item')
    if (kind.note === true && this.#marks++ < MOST_MARKS) this.#builder.setAside(this.#paragraphStart, 'note')
    if (kind.inTable === true) this.#cellStart ??= this.#paragraphStart
    else this.#cellStart = null
    this.#endLine()
    this.#paragraphStart = this.#builder.length
  }

  endCell(): void {
    if (this.#owesTab) this.#payTab()
    this.#turn(0)
    this.#mark(this.#cellStart ?? this.#paragraphStart, 'table-cell')
    this.#cellStart = null
    this.#paragraphStart = this.#builder.length
    this.#owesTab = true
  }

  endRow(): void {
    this.#owesTab = false
    this.#cellStart = null
    this.#endLine()
    this.#paragraphStart = this.#builder.length
  }

  #payTab(): void {
    this.#owesTab = false
    this.#turn(0)
    this.#builder.write('\t')
    this.#paragraphStart = this.#builder.length
  }

  #endLine(): void {
    if (this.#owesTab) this.#payTab()
    this.#turn(0)
    this.#builder.write('\n')
    this.#lineStart = this.#builder.length
  }

  /** From here on characters look otherwise. */
  #turn(look: number): void {
    this.#builder.write(this.#run)
    this.#run = ''
    if (look === this.#look) return
    this.#look = look
    for (const [index, style] of STYLE_OF_BIT.entries()) {
      const start = this.#openStyles[index] ?? -1
      const isOn = (look & (1 << index)) !== 0
      if (isOn === start >= 0) continue
      if (start >= 0) this.#mark(start, style)
      this.#openStyles[index] = isOn ? this.#builder.length : -1
    }
  }

  #mark(start: number, style: Style): void {
    if (this.#marks++ < MOST_MARKS) this.#builder.style(start, style)
  }
}
