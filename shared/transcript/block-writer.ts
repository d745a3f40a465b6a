import type { BlockTable } from './block-table.ts'
import { isBlank, joinsWithSpace } from './characters.ts'
import { Hyphens } from './hyphens.ts'
import { closeUp, closeUpPart } from './letter-spacing.ts'
import { JOINS_ON } from './lines.ts'
import type { Page } from './paragraphs.ts'

/** What the stretches of the source that a block keeps are given to, in order. Positions are UTF-16 units, half-open. */
export interface StretchSink {
  readonly keep: (start: number, end: number) => void
  /** The line break at this position reads as a space. */
  readonly keepBreakAsSpace: (at: number) => void
  /** As `keep`, for lines right below each other at once: the `breaks` between them are not kept. */
  readonly keepLines?: (start: number, end: number, breaks: number) => void
}

/** Makes of them their text alone. */
export class TextJoiner implements StretchSink {
  readonly #sourceText: string
  text = ''

  constructor(sourceText: string) {
    this.#sourceText = sourceText
  }

  keep(start: number, end: number): void {
    this.text += this.#sourceText.slice(start, end)
  }

  keepBreakAsSpace(): void {
    this.text += ' '
  }
}

/** Counts only how long the text would be. */
export class LengthCounter implements StretchSink {
  length = 0

  keep(start: number, end: number): void {
    if (end > start) this.length += end - start
  }

  keepBreakAsSpace(): void {
    this.length++
  }

  keepLines(start: number, end: number, breaks: number): void {
    this.length += end - start - breaks
  }
}

/** Reads blocks out of one source text: joins lines, mends hyphenation, closes up letter-spacing, drops Markdown of labels. */
export class BlockWriter {
  readonly #page: Page
  readonly #table: BlockTable
  readonly #hyphens: Hyphens

  constructor(page: Page, table: BlockTable) {
    this.#page = page
    this.#table = table
    this.#hyphens = new Hyphens(page.text, page.lines)
  }

  /** Gives what the text of one block consists of to `sink`. */
  write(index: number, sink: StretchSink): void {
    const kind = this.#table.kind(index)
    if (kind === 'label') this.#writeLabel(index, sink)
    else this.#writeLines(index, kind === 'set-aside' ? this.#heading(index) : 0, kind === 'paragraph', sink)
  }

  /** The lines of a block as one text, without the first `mark` units. */
  #writeLines(block: number, mark: number, isSpeech: boolean, sink: StretchSink): void {
    const { text, lines, furniture } = this.#page
    const endLine = this.#table.endLine(block)
    let start = this.#table.start(block) + mark
    for (let index = this.#table.firstLine(block); index < endLine; ) {
      const last = sink.keepLines === undefined ? index : this.#lastRunningOn(index, endLine)
      if (last > index && sink.keepLines !== undefined) {
        const isWhole = last + 1 === endLine && !lines.isLetterSpaced(last)
        // The last of them may stand above what is set aside.
        const behind = lines.start(last)
        if (isWhole) sink.keepLines(start, lines.end(last), last - index)
        else sink.keepLines(start, behind - 1, last - index - 1)
        start = behind
        index = isWhole ? endLine : last
        continue
      }
      // What is set aside inside of a paragraph is a block of its own.
      let next = index + 1
      while (isSpeech && next < endLine && furniture.has(next)) next++
      const end = lines.end(index)
      const nextStart = lines.start(next)
      if (lines.has(index, JOINS_ON)) {
        sink.keep(start, end)
        start = nextStart
        index = next
        continue
      }
      const isLast = next >= endLine
      const isLetterSpaced = lines.isLetterSpaced(index)
      const drops = !isLast && !isLetterSpaced && this.#hyphens.isDropped(end, nextStart)
      if (isLetterSpaced) for (const [from, to] of closeUp(text, start, end)) sink.keep(from, to)
      else sink.keep(start, drops ? end - 1 : end)
      if (!isLast && !drops && joinsWithSpace(text, end, nextStart)) keepGap(text, sink, end, nextStart)
      start = nextStart
      index = next
    }
  }

  /** The last line to which lines run on from `index`, with nothing set aside between them. */
  #lastRunningOn(index: number, endLine: number): number {
    const { lines, furniture } = this.#page
    let last = lines.lastRunningOn(index, endLine)
    if (furniture.hasAny(index + 1, last + 1)) {
      last = index
      while (!furniture.has(last + 1)) last++
    }
    return last
  }

  /** Units of Markdown before the words of what is set aside. */
  #heading(block: number): number {
    const start = this.#table.start(block)
    const { text } = this.#page
    if (text.charCodeAt(start) !== 0x23) return 0
    const end = Math.min(this.#table.end(block), start + 16)
    return /^#{1,6}[ \t]+(?=\S)/u.exec(text.slice(start, end))?.[0].length ?? 0
  }

  /** The label of a turn, over one line or several: Markdown is dropped, all else stays as printed. */
  #writeLabel(block: number, sink: StretchSink): void {
    const { text, lines, furniture } = this.#page
    const start = this.#table.start(block)
    const end = this.#table.end(block)
    const mark = '#-•*_'.includes(text.charAt(start)) ? markLength(text.slice(start, end)) : 0
    let before = -1
    for (let index = this.#table.firstLine(block); index < this.#table.endLine(block); index++) {
      if (furniture.has(index)) continue
      const from = Math.max(lines.start(index), start + mark)
      const to = Math.min(lines.end(index), end)
      if (before !== -1 && joinsWithSpace(text, before, from)) keepGap(text, sink, before, from)
      if (!lines.isLetterSpaced(index)) keepWithoutEmphasis(text, sink, from, to)
      else
        for (const [keptFrom, keptTo] of closeUpPart(text, lines.line(index) ?? { start: from, end: to }, from, to))
          keepWithoutEmphasis(text, sink, keptFrom, keptTo)
      before = to
    }
  }
}

/** Between lines the break reads as a space; within one, the blank that stands there. */
function keepGap(text: string, sink: StretchSink, end: number, next: number): void {
  if (next <= end) return
  for (let at = end; at < next; at++) {
    if (text.charCodeAt(at) === 0x0a) {
      sink.keepBreakAsSpace(at)
      return
    }
  }
  if (isBlank(text.charCodeAt(end))) sink.keep(end, end + 1)
  else if (isBlank(text.charCodeAt(next - 1))) sink.keep(next - 1, next)
}

function markLength(printed: string): number {
  return /^(?:#{1,6}\s+|[-•]\s+(?=\*\*|__))/u.exec(printed)?.[0].length ?? 0
}

function keepWithoutEmphasis(text: string, sink: StretchSink, start: number, end: number): void {
  let from = start
  const printed = text.slice(start, end)
  if (!printed.includes('*') && !printed.includes('__')) {
    sink.keep(start, end)
    return
  }
  for (const mark of printed.matchAll(/\*+|__+/gu)) {
    sink.keep(from, start + mark.index)
    from = start + mark.index + mark[0].length
  }
  sink.keep(from, end)
}
