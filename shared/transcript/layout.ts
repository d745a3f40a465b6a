import type { LineMeaning } from '#shared/model/source-structure.ts'
import { isBlank, isCjk } from './characters.ts'
import { HAS_LABEL_END, type Lines } from './lines.ts'
import { LocalColumns } from './local-columns.ts'
import { Tally } from './tally.ts'
import { wholeLines } from './whole-lines.ts'

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
  /** Every new paragraph is indented or has a blank line above it, so that short lines part none. */
  readonly isEachMarked: boolean
  /**
   * Columns by which a paragraph's first line is shorter than the others although the indent itself
   * got lost, as happens when text is taken out of a newspaper page; 0 where there is no such thing.
   */
  readonly lostIndent: number
  /** Letter-spaced lines hold fewer characters than others: they were stretched over the column. */
  readonly isSpacingStretched: boolean
  readonly columns: LocalColumns
}

const NARROWEST_COLUMN = 16
const WIDEST_COLUMN = 140
/** Share of the column that half of the lines cut at it leave empty at most. */
const MOST_RAGGED = 0.18

/**
 * Learns from widths, blank lines and indents whether and how the lines are hard-wrapped, as far as
 * the file does not say it: where each line is a paragraph none is, where they are those of a page all are.
 */
export function learnLayout(parts: Lines, meaning: LineMeaning = 'unknown'): Layout {
  const whole = wholeLines(parts)
  const layout = layoutOf(whole?.lines ?? parts, meaning)
  if (whole === null) return layout
  return { ...layout, columns: layout.columns.ofParts(whole.indices) }
}

function layoutOf(lines: Lines, meaning: LineMeaning): Layout {
  const columns = LocalColumns.of(lines)

  // In hard-wrapped text nearly every line that stops in mid-sentence is about as wide as the
  // column; where each line is an utterance, widths vary whether or not people write full stops.
  const gaps = new Tally()
  // Titles and dates stop in mid-sentence above blank lines, and say nothing of those that the column cuts.
  const otherGaps = new Tally()
  let brokenAtColumn = 0
  let indentedAfterEnd = 0
  let indentedAfterBreak = 0
  let ends = 0
  // Where nearly every line begins with a name, each is an utterance: a wrap leaves most lines without.
  let labelled = 0
  const firstShortfalls = new Tally()
  const innerShortfalls = new Tally()
  const spacedShortfalls = new Tally()
  const shortfalls = new Tally()
  const { length } = lines
  let wasBroken = false
  for (let index = 0; index < length; index++) {
    const isBehindBreak = wasBroken
    wasBroken = !lines.endsSentence(index)
    if (lines.has(index, HAS_LABEL_END)) labelled++
    if (index === length - 1) continue
    const isIndented = lines.indent(index + 1) >= 2
    if (!wasBroken) {
      ends++
      if (isIndented) indentedAfterEnd++
      continue
    }
    const column = columns.at(index)
    const width = lines.width(index)
    if (lines.isLetterSpaced(index)) spacedShortfalls.add(column - width)
    if (column > WIDEST_COLUMN || width < column * 0.7) {
      otherGaps.add(lines.gap(index + 1))
      continue
    }
    brokenAtColumn++
    const shortfall = column - width
    shortfalls.add(shortfall > 0 ? Math.max(0, shortfall - lines.indent(index)) : 0)
    if (isBehindBreak) innerShortfalls.add(shortfall)
    else if (index > 0 && lines.width(index - 1) < column * 0.8) firstShortfalls.add(shortfall)
    if (isIndented) indentedAfterBreak++
    gaps.add(lines.gap(index + 1))
  }

  const column = columns.median()
  const gap = gaps.mode()
  const seemsWrapped =
    labelled < lines.length * 0.7 &&
    // A title and a date above a blank line each are no paragraph that blank lines cut.
    brokenAtColumn >= (gap > 0 ? 6 : 2) &&
    (gap > 0
      ? brokenAtColumn >= (brokenAtColumn + otherGaps.total) * 0.6
      : gaps.count(0) >= (gaps.count(0) + otherGaps.count(0)) * 0.6) &&
    brokenAtColumn >= lines.length * 0.2 &&
    column >= NARROWEST_COLUMN &&
    shortfalls.median() <= column * MOST_RAGGED
  const isHardWrapped = meaning === 'wrapped' || (meaning === 'unknown' && seemsWrapped)
  const lineGap = meaning === 'unknown' && seemsWrapped ? gap : 0
  return {
    meaning,
    isHardWrapped,
    lineGap,
    isEachMarked: isHardWrapped && areParagraphsMarked(lines, lineGap, columns),
    indentMarksParagraph: indentedAfterEnd >= ends * 0.3 && indentedAfterBreak <= brokenAtColumn * 0.1 && ends > 0,
    isSpacingStretched: spacedShortfalls.total === 0 || spacedShortfalls.median() > 4,
    lostIndent: lostIndentOf(firstShortfalls, innerShortfalls),
    columns,
  }
}

/** So many paragraphs tell how they are parted, and so many of them are. */
const FEWEST_PARTED = 4
const PARTED = 0.85

/** Looks at short lines that end a sentence: what follows is a new paragraph, and mostly it is marked as one. */
function areParagraphsMarked(lines: Lines, lineGap: number, columns: LocalColumns): boolean {
  let parted = 0
  let all = 0
  for (let index = 0; index + 1 < lines.length; index++) {
    const next = index + 1
    // Labels need no mark.
    if (!lines.endsSentence(index) || lines.has(next, HAS_LABEL_END)) continue
    if (lines.width(index) > columns.at(index) * 0.75) continue
    all++
    if (lines.gap(next) > lineGap || lines.indent(next) >= lines.indent(index) + 2) parted++
  }
  return all >= FEWEST_PARTED && parted >= all * PARTED
}

/** An indent is between one and three East Asian characters, and it takes some lines to believe in it. */
function lostIndentOf(first: Tally, inner: Tally): number {
  if (first.total < 4 || inner.total < 4) return 0
  const difference = first.median() - inner.median()
  return difference >= 2 && difference <= 6 ? difference : 0
}

/**
 * Tells whether the line `next` goes on with the paragraph of the line `index` in a hard-wrapped text. A line that
 * stops in mid-sentence goes on unless it is far too short; a line that ends a sentence goes on
 * only if it is full, that is, if what follows would not have fitted behind it, and if what follows
 * does not itself look like a first line. `gap`: blank lines between the two; `isFirst`: the line is the first
 * of its paragraph.
 */
export function continuesParagraph(
  text: string,
  lines: Lines,
  index: number,
  next: number,
  gap: number,
  isFirst: boolean,
  column: number,
  layout: Layout,
): boolean {
  if (!layout.isHardWrapped || column > WIDEST_COLUMN || gap > layout.lineGap) return false
  if (layout.indentMarksParagraph && lines.indent(next) >= 2 && lines.indent(next) > lines.indent(index)) return false
  const width = lines.width(index)
  if (!lines.endsSentence(index)) return width >= column * 0.6 || isCutWord(text, lines.end(index), lines.start(next))
  if (layout.isEachMarked && lines.indent(next) <= lines.indent(index)) return true
  const isNextFirst =
    layout.lostIndent > 0 && !lines.endsSentence(next) && lines.width(next) < column - layout.lostIndent + 2
  if (isNextFirst && !lines.isLetterSpaced(next)) return false
  if (lines.isLetterSpaced(index) && layout.isSpacingStretched) return width >= column * 0.6
  return width + (isFirst ? layout.lostIndent : 0) + firstUnitWidth(text, lines, next) > column
}

/** A hyphen at the end, behind a letter, and a small letter at the beginning of the next line. */
function isCutWord(text: string, end: number, next: number): boolean {
  const last = text.charCodeAt(end - 1)
  if (last !== 0x2d && last !== 0xad && last !== 0x2010) return false
  return /\p{L}/u.test(text.charAt(end - 2)) && /\p{Ll}/u.test(text.charAt(next))
}

/** Columns that the least breakable beginning of a line takes: a word with its space, or a few characters. */
export function firstUnitWidth(text: string, lines: Lines, index: number): number {
  // Printers squeeze and stretch up to a character and a half to keep punctuation off a line's start.
  if (isCjk(lines.first(index))) return 4
  const start = lines.start(index)
  for (let at = start; at < start + 40 && at < text.length; at++)
    if (isBlank(text.charCodeAt(at))) return 1 + at - start
  return 1 + Math.min(40, lines.width(index))
}
