import type { SetAsideKind } from '#shared/model/set-aside-kind.ts'
import { MappedTextBuilder } from '#shared/text/mapped-text-builder.ts'
import type { BlockTable } from './block-table.ts'
import { BlockWriter, LengthCounter, type StretchSink, TextJoiner } from './block-writer.ts'
import { CLASSES, ESCAPED, QUESTION_MARK, SURROGATE } from './line-classes.ts'
import { HAS_QUESTION_MARK, MAY_ASK, MAY_NEED_ESCAPE } from './lines.ts'
import type { Page } from './paragraphs.ts'
import type { Block } from './reading.ts'
import { asksSomething } from './talk.ts'

/** Looks from the end on, where most of them stand. */
function holdsQuestionMark(text: string, start: number, end: number): boolean {
  for (let at = end - 1; at >= start; at--) {
    if (((CLASSES[text.charCodeAt(at)] ?? 0) & QUESTION_MARK) !== 0) return true
  }
  return false
}

/** The blocks of a reading, in source order. Their text is made when it is asked for, each time anew. */
export class LazyBlocks {
  readonly #page: Page
  readonly #table: BlockTable
  readonly #writer: BlockWriter
  readonly #counter = new LengthCounter()

  constructor(page: Page, table: BlockTable) {
    this.#page = page
    this.#table = table
    this.#writer = new BlockWriter(page, table)
  }

  get length(): number {
    return this.#table.length
  }

  isParagraph(index: number): boolean {
    return this.#table.isParagraph(index)
  }

  setAside(index: number): SetAsideKind | null {
    return this.#table.setAside(index)
  }

  /** UTF-16 position of its first character. */
  start(index: number): number {
    return this.#table.start(index)
  }

  /** UTF-16 position behind its last character. */
  end(index: number): number {
    return this.#table.end(index)
  }

  /** Whether the source text holds surrogates, in pairs or alone. */
  get holdsSurrogates(): boolean {
    return this.#page.lines.holds(SURROGATE)
  }

  /** Source line of its first character, from 1. */
  line(index: number): number {
    return this.#page.lines.number(this.#table.firstLine(index))
  }

  text(index: number): string {
    const table = this.#table
    if (this.#isOneStretch(index)) return this.#page.text.slice(table.start(index), table.end(index))
    const joiner = new TextJoiner(this.#page.text)
    this.#writer.write(index, joiner)
    return joiner.text
  }

  /** Length of the text, in UTF-16 units. */
  textLength(index: number): number {
    if (this.#isOneStretch(index)) return this.#table.end(index) - this.#table.start(index)
    this.#counter.length = 0
    this.#writer.write(index, this.#counter)
    return this.#counter.length
  }

  /** Whether a paragraph asks something. */
  asks(index: number): boolean {
    const { lines, furniture } = this.#page
    const first = this.#table.firstLine(index)
    const end = this.#table.endLine(index)
    let mayAsk = false
    for (let line = first; line < end; line++) {
      if (!lines.has(line, MAY_ASK | HAS_QUESTION_MARK) || (line > first && furniture.has(line))) continue
      if (lines.has(line, HAS_QUESTION_MARK)) {
        // On its first line a label may stand before it, which is not part of it.
        const start = Math.max(this.#table.start(index), lines.start(line))
        if (start === lines.start(line) || holdsQuestionMark(this.#page.text, start, lines.end(line))) return true
      }
      if (lines.has(line, MAY_ASK)) mayAsk = true
    }
    return mayAsk && asksSomething(this.text(index))
  }

  /** Whether something in its text may have to be escaped in JSON. */
  mayNeedEscape(index: number): boolean {
    const { lines } = this.#page
    if (!lines.holds(ESCAPED)) return false
    const end = this.#table.endLine(index)
    for (let line = this.#table.firstLine(index); line < end; line++) if (lines.has(line, MAY_NEED_ESCAPE)) return true
    return false
  }

  /** Gives what the text of one block consists of to `sink`. */
  write(index: number, sink: StretchSink): void {
    if (this.#isOneStretch(index)) sink.keep(this.#table.start(index), this.#table.end(index))
    else this.#writer.write(index, sink)
  }

  /** It stands on one line, and is read as it stands there. */
  #isOneStretch(index: number): boolean {
    const table = this.#table
    const first = table.firstLine(index)
    return table.isParagraph(index) && table.endLine(index) === first + 1 && !this.#page.lines.isLetterSpaced(first)
  }

  /** One block as an object, its text with the map that leads back to the source. */
  block(index: number): Block {
    const table = this.#table
    const builder = new MappedTextBuilder(this.#page.text)
    this.#writer.write(index, builder)
    const { text, pieces } = builder.build()
    return {
      kind: table.kind(index),
      text,
      pieces,
      span: table.span(index),
      turn: table.turn(index),
      setAside: table.setAside(index),
      line: this.line(index),
    }
  }

  all(): readonly Block[] {
    return Array.from({ length: this.length }, (_, index) => this.block(index))
  }
}
