import type { LineMeaning } from '#shared/model/source-structure.ts'
import { isCjk } from './characters.ts'
import type { Line } from './lines.ts'
import { Tally } from './tally.ts'

/** How a source text is set, learned from its own lines. */
export interface Layout {
  /** What the file itself says of its lines. */
  readonly meaning: LineMeaning
  /** Lines are cut at a column instead of at paragraphs' ends. */
  readonly isHardWrapped: boolean
  /** Blank lines between two lines of one paragraph: 0 in most texts, 1 in some taken from PDF. */
  readonly lineGap: number
  /** New paragraphs are indented and other lines are not. */
  readonly indentMarksParagraph: boolean
  /**
   * Columns by which a paragraph's first line is shorter than the others although the indent itself
   * got lost, as happens when text is taken out of a newspaper page; 0 where there is no such thing.
   */
  readonly lostIndent: number
  /** Letter-spaced lines hold fewer characters than others: they were stretched over the column. */
  readonly isSpacingStretched: boolean
  /** The width in columns that lines near this one are cut at. */
  readonly columnAt: (index: number) => number
}

const NARROWEST_COLUMN = 16
const WIDEST_COLUMN = 140
/** Share of the column that half of the lines cut at it leave empty at most. */
const MOST_RAGGED = 0.18
/** Lines are measured with their neighbours, since newspapers change the column within one text. */
const NEIGHBOURHOOD = 8

/**
 * Learns from widths, blank lines and indents whether and how the lines are hard-wrapped, as far as
 * the file does not say it: where each line is a paragraph none is, where they are those of a page all are.
 */
export function learnLayout(lines: readonly Line[], meaning: LineMeaning = 'unknown'): Layout {
  const columns = localColumns(lines)
  const columnAt = (index: number): number => columns[Math.floor(index / NEIGHBOURHOOD)] ?? 0

  // In hard-wrapped text nearly every line that stops in mid-sentence is about as wide as the
  // column; where each line is an utterance, widths vary whether or not people write full stops.
  const gaps = new Tally()
  let broken = 0
  let brokenAtColumn = 0
  let indentedAfterEnd = 0
  let indentedAfterBreak = 0
  let ends = 0
  const firstShortfalls = new Tally()
  const innerShortfalls = new Tally()
  const spacedShortfalls = new Tally()
  const shortfalls = new Tally()
  for (let index = 0; index < lines.length - 1; index++) {
    const line = lines[index]
    const next = lines[index + 1]
    if (line === undefined || next === undefined) continue
    const isIndented = next.indent >= 2
    if (line.endsSentence) {
      ends++
      if (isIndented) indentedAfterEnd++
      continue
    }
    broken++
    const column = columnAt(index)
    if (line.isLetterSpaced) spacedShortfalls.add(column - line.width)
    if (column > WIDEST_COLUMN || line.width < column * 0.7) continue
    brokenAtColumn++
    shortfalls.add(Math.max(0, column - line.width - line.indent))
    const before = lines[index - 1]
    if (before !== undefined && !before.endsSentence) innerShortfalls.add(column - line.width)
    else if (before !== undefined && before.width < column * 0.8) firstShortfalls.add(column - line.width)
    if (isIndented) indentedAfterBreak++
    gaps.add(next.gap)
  }

  const column = Tally.of(columns).median()
  // Where nearly every line begins with a name, each is an utterance: a wrap leaves most lines without.
  const labelled = lines.reduce((count, line) => count + (line.hasLabelEnd ? 1 : 0), 0)
  const seemsWrapped =
    labelled < lines.length * 0.7 &&
    // A title and a date above a blank line each are no paragraph that blank lines cut.
    brokenAtColumn >= (gaps.mode() > 0 ? 6 : 2) &&
    brokenAtColumn >= broken * 0.6 &&
    brokenAtColumn >= lines.length * 0.2 &&
    column >= NARROWEST_COLUMN &&
    shortfalls.median() <= column * MOST_RAGGED
  return {
    meaning,
    isHardWrapped: meaning === 'wrapped' || (meaning === 'unknown' && seemsWrapped),
    lineGap: meaning === 'unknown' && seemsWrapped ? gaps.mode() : 0,
    indentMarksParagraph: indentedAfterEnd >= ends * 0.3 && indentedAfterBreak <= brokenAtColumn * 0.1 && ends > 0,
    isSpacingStretched: spacedShortfalls.total === 0 || spacedShortfalls.median() > 4,
    lostIndent: lostIndentOf(firstShortfalls, innerShortfalls),
    columnAt,
  }
}

/** An indent is between one and three East Asian characters, and it takes some lines to believe in it. */
function lostIndentOf(first: Tally, inner: Tally): number {
  if (first.total < 4 || inner.total < 4) return 0
  const difference = first.median() - inner.median()
  return difference >= 2 && difference <= 6 ? difference : 0
}

function localColumns(lines: readonly Line[]): readonly number[] {
  const columns: number[] = []
  const widths = new Uint16Array(3 * NEIGHBOURHOOD)
  for (let from = 0; from < lines.length; from += NEIGHBOURHOOD) {
    const first = Math.max(0, from - NEIGHBOURHOOD)
    const end = Math.min(lines.length, from + 2 * NEIGHBOURHOOD)
    for (let index = first; index < end; index++) widths[index - first] = lines[index]?.width ?? 0
    const sorted = widths.subarray(0, end - first).sort()
    columns.push(sorted[Math.ceil(0.8 * (sorted.length - 1))] ?? 0)
  }
  return columns
}

/**
 * Tells whether `next` goes on with the paragraph of `line` in a hard-wrapped text. A line that
 * stops in mid-sentence goes on unless it is far too short; a line that ends a sentence goes on
 * only if it is full, that is, if what follows would not have fitted behind it, and if what follows
 * does not itself look like a first line. `isFirst`: `line` is the first of its paragraph.
 */
export function continuesParagraph(
  text: string,
  line: Line,
  next: Line,
  isFirst: boolean,
  column: number,
  layout: Layout,
): boolean {
  if (!layout.isHardWrapped || column > WIDEST_COLUMN || next.gap > layout.lineGap) return false
  if (layout.indentMarksParagraph && next.indent >= 2 && next.indent > line.indent) return false
  if (!line.endsSentence) return line.width >= column * 0.6 || isCutWord(text, line, next)
  const isNextFirst = layout.lostIndent > 0 && !next.endsSentence && next.width < column - layout.lostIndent + 2
  if (isNextFirst && !next.isLetterSpaced) return false
  const width = line.width + (isFirst ? layout.lostIndent : 0)
  if (line.isLetterSpaced && layout.isSpacingStretched) return line.width >= column * 0.6
  return width + firstUnitWidth(text, next) > column
}

/** A hyphen at the end, behind a letter, and a small letter at the beginning of the next line. */
function isCutWord(text: string, line: Line, next: Line): boolean {
  const last = text.charCodeAt(line.end - 1)
  if (last !== 0x2d && last !== 0xad && last !== 0x2010) return false
  return /\p{L}/u.test(text.charAt(line.end - 2)) && /\p{Ll}/u.test(text.charAt(next.start))
}

/** Columns that the least breakable beginning of a line takes: a word with its space, or a few characters. */
function firstUnitWidth(text: string, line: Line): number {
  // Printers squeeze and stretch up to a character and a half to keep punctuation off a line's start.
  if (isCjk(text.charCodeAt(line.start))) return 4
  const blank = text.slice(line.start, line.start + 40).search(/\s/)
  return 1 + (blank === -1 ? Math.min(40, line.width) : blank)
}
