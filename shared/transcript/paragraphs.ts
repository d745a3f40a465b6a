import type { SetAsideKind } from '#shared/model/set-aside-kind.ts'
import { continuesParagraph, type Layout } from './layout.ts'
import type { LineKinds } from './line-kinds.ts'
import type { Lines } from './lines.ts'

/** A source text with what is known of its lines. */
export interface Page {
  readonly text: string
  readonly lines: Lines
  readonly layout: Layout
  readonly furniture: LineKinds
}

/** Columns. */
const SHORTEST_TITLE = 24
const LONGEST_TITLE = 120

/** Indices of lines, half-open. */
export type LineRange = readonly [first: number, end: number]

/**
 * Parts the lines [first, end) of speech into paragraphs. Furniture stands alone, but for the head,
 * foot or number of a page in mid-sentence: the paragraph that goes on behind it holds it.
 */
export function paragraphsOf(page: Page, first: number, end: number): readonly LineRange[] {
  const widest = widestOfSpeech(page, first, end)
  return rangesOf(first, end, (from) => endOfParagraph(page, from, end, widest))
}

/** As `paragraphsOf`, one by one: the line behind the paragraph that begins with the line `from`. `widest`: see `widestOfSpeech`. */
export function endOfParagraph(page: Page, from: number, end: number, widest: number): number {
  return endOfLines(page, from, end, widest, speechGoesOn)
}

/** A turn of a few lines may be set in its own column, which the lines around it hide: the width of its widest line; 0 for longer ones. */
export function widestOfSpeech({ lines }: Page, first: number, end: number): number {
  return end - first > 12 ? 0 : widestOf(lines, first, end)
}

function speechGoesOn(page: Page, widest: number, index: number, next: number, gap: number, from: number): boolean {
  const { text, lines, layout } = page
  const around = layout.columns.at(index)
  const column = widest > around * 1.3 ? widest : around
  return continuesParagraph(text, lines, index, next, gap, index === from, column, layout)
}

function rangesOf(first: number, end: number, endOf: (from: number) => number): readonly LineRange[] {
  const ranges: LineRange[] = []
  for (let from = first; from < end; ) {
    const stop = endOf(from)
    ranges.push([from, stop])
    from = stop
  }
  return ranges
}

/**
 * Parts the lines around the speech into paragraphs. Headlines and captions are set wider than the
 * column, or in it, and change from line to line, so lines go together by what they are next to.
 */
export function surroundingParagraphsOf(page: Page, first: number, end: number, isHead: boolean): readonly LineRange[] {
  const { text, lines, layout } = page
  const column = layout.columns.at(isHead ? end : Math.max(0, first - 1))
  const wide = column * 1.15 + 2
  const widest = widestOf(lines, first, end)

  const goesOn: GoesOn = (_page, _widest, index, next, gap, from) => {
    const width = lines.width(index)
    const nextWidth = lines.width(next)
    const ends = lines.endsSentence(index)
    const isTitle = !isHead && !ends && !lines.endsSentence(next) && width >= SHORTEST_TITLE
    // A headline of two lines, outside of hard-wrapped text or narrower than its column.
    if (isTitle && !layout.isHardWrapped) return gap === 0 && width <= LONGEST_TITLE
    if (isTitle && width < column * 0.6 && nextWidth < column * 0.8) return gap <= layout.lineGap
    const mayGoOn = layout.isHardWrapped && gap <= layout.lineGap && !ends
    if (!mayGoOn || width > wide === nextWidth > wide) {
      if (mayGoOn && width > wide && nextWidth > width + 4 && endsAsSentence(lines, index + 1, end)) return false
      return continuesParagraph(text, lines, index, next, gap, index === from, width > wide ? widest : column, layout)
    }
    if (nextWidth > wide) return false
    // The last line of a headline is short; what fills the column and goes on in it is something else.
    return !(
      nextWidth >= column * 0.8 &&
      !lines.endsSentence(next) &&
      index + 2 < end &&
      lines.width(index + 2) <= wide
    )
  }
  return rangesOf(first, end, (from) => endOfLines(page, from, end, widest, goesOn))
}

function endsAsSentence(lines: Lines, from: number, end: number): boolean {
  for (let index = from; index < Math.min(end, from + 4); index++) if (lines.endsSentence(index)) return true
  return false
}

/** Whether the paragraph that began with the line `from` goes on behind the line `index`, with `next`, `gap` blank lines below. */
type GoesOn = (page: Page, widest: number, index: number, next: number, gap: number, from: number) => boolean

/** The line behind the paragraph, or the furniture, that begins with the line `from`. */
function endOfLines(page: Page, from: number, end: number, widest: number, goesOn: GoesOn): number {
  if (!page.furniture.hasAny(from, end)) return endOfPlainLines(page, from, end, widest, goesOn)
  const { text, lines, furniture } = page
  if (furniture.has(from)) return endOfEvent(page, from, end)
  for (let index = from; ; ) {
    let behind = index + 1
    let isPageTurned = false
    while (behind < end && furniture.has(behind)) {
      const isInside = isInset(lines, behind)
      if (!isInside && !isPageBreak(furniture.get(behind))) break
      isPageTurned ||= !isInside
      behind++
    }
    // Parts of one source line read on.
    const isSameLine = behind > index + 1 && lines.number(behind) === lines.number(index)
    const gap = isPageTurned ? 0 : Math.max(0, lines.number(behind) - lines.number(index) - 1)
    const isTogether =
      behind < end &&
      !furniture.has(behind) &&
      !isMarked(text, lines, index) &&
      !isMarked(text, lines, behind) &&
      (!isPageTurned || goesOnBehindPage(page, index, behind)) &&
      (isSameLine || goesOn(page, widest, index, behind, gap, from))
    if (!isTogether) return index + 1
    index = behind
  }
}

/** Where a line that is set aside ends; an event may be printed on several, up to the bracket that closes. */
function endOfEvent({ text, lines, furniture }: Page, from: number, end: number): number {
  let next = from + 1
  while (
    next < end &&
    furniture.get(next) === 'event' &&
    furniture.get(next - 1) === 'event' &&
    !/[)）\]］〕][.。]?$/u.test(text.slice(Math.max(0, lines.end(next - 1) - 2), lines.end(next - 1)))
  )
    next++
  return next
}

/** As `endOfLines`, where nothing is set aside. */
function endOfPlainLines(page: Page, from: number, end: number, widest: number, goesOn: GoesOn): number {
  const { text, lines } = page
  if (isMarked(text, lines, from)) return from + 1
  for (let next = from + 1; next < end; next++) {
    if (isMarked(text, lines, next) || !goesOn(page, widest, next - 1, next, lines.gap(next), from)) return next
  }
  return end
}

/** Tells whether a line that is set aside is part of a source line: the line's number, a time printed in it. */
function isInset(lines: Lines, index: number): boolean {
  return lines.number(index) === lines.number(index - 1) || lines.number(index) === lines.number(index + 1)
}

/** What stands between the end of one page and the beginning of the next. */
export function isPageBreak(kind: SetAsideKind | undefined): boolean {
  return kind === 'page-number' || kind === 'running-head'
}

/** Only in mid-sentence is it certain that a paragraph goes on, on the next page. */
function goesOnBehindPage({ text, lines, layout }: Page, index: number, next: number): boolean {
  // A colon and a semicolon end an item of a list, but no sentence.
  const isOver = lines.endsSentence(index) && !':：;；'.includes(text.charAt(lines.end(index) - 1))
  return !isOver && (layout.meaning !== 'paragraphs' || lines.indent(next) === 0)
}

function widestOf(lines: Lines, first: number, end: number): number {
  let widest = 0
  for (let index = first; index < end; index++) widest = Math.max(widest, lines.width(index))
  return widest
}

/** Headings and block quotes of Markdown never run on. */
function isMarked(text: string, lines: Lines, index: number): boolean {
  const first = lines.first(index)
  if (first !== 0x23 && first !== 0x3e) return false
  const start = lines.start(index)
  return /^(?:#{1,6}\s|>)/u.test(text.slice(start, start + 8))
}
