import { endsSentence, isBlank, isCjk } from './characters.ts'
import { closeUp } from './letter-spacing.ts'
import {
  ASKING,
  BLANK,
  CLASSES,
  ESCAPED,
  FURNITURE_SIGN,
  LABEL_END,
  OPENER,
  OTHER_END,
  QUESTION_MARK,
  SENTENCE_MARK,
  SPACELESS,
  WIDE,
} from './line-classes.ts'
import {
  ENDS_SENTENCE,
  HAS_FURNITURE_SIGN,
  HAS_LABEL_END,
  HAS_OTHER_END,
  HAS_QUESTION_MARK,
  JOINS_ON,
  LETTER_SPACED,
  Lines,
  MAY_ASK,
  MAY_NEED_ESCAPE,
} from './lines.ts'

/** Nothing is hard-wrapped at so many columns, so lines need not be measured further. */
const WIDEST = 400
/** No label is longer, in UTF-16 units with all its marks. */
export const LONGEST_LABEL = 120
const LF = 0x0a
/** UTF-16 units to a line, break included, that there is room for. Room that is not used costs no memory, making more does. */
const SHORTEST_COLUMN = 12

/**
 * The non-blank lines of a source text, in order. `cuts`, ascending UTF-16 positions, part lines that
 * hold more than one thing: what stands behind a cut is a line of its own.
 */
export function splitLines(text: string, cuts: readonly number[] = []): Lines {
  const lines = new Lines(Math.ceil(text.length / SHORTEST_COLUMN) + 1)
  const found: Measured = { stop: 0, width: 0, flags: 0 }
  let number = 1
  let cut = 0
  let lineStart = 0
  for (let from = 0; from < text.length; ) {
    while (cut < cuts.length && (cuts[cut] ?? 0) <= from) cut++
    const limit = Math.min(text.length, cuts[cut] ?? text.length)
    let start = from
    while (start < limit && isBlank(text.charCodeAt(start)) && text.charCodeAt(start) !== LF) start++
    measure(text, start, limit, found)
    const { stop } = found
    let end = stop
    while (end > start && isBlank(text.charCodeAt(end - 1))) end--
    if (start < end) {
      // Blanks at the end are no part of it.
      if (end < stop) measure(text, start, end, found)
      const indent = start === from || from !== lineStart ? 0 : indentOf(text, from, start)
      lines.add(
        number,
        start,
        end,
        found.width,
        indent,
        found.flags | (endsSentence(text, start, end) ? ENDS_SENTENCE : 0),
        text.charCodeAt(start),
      )
    }
    if (text.charCodeAt(stop) === LF) {
      number++
      from = stop + 1
      lineStart = from
    } else from = stop
  }
  return lines
}

interface Measured {
  /** The line's break, or the limit. */
  stop: number
  width: number
  /** Without `ENDS_SENTENCE`. */
  flags: number
}

/** What has to be looked at more closely where it stands. */
const NOTABLE = LABEL_END | OTHER_END | BLANK

/** Looks once at each character of a line that ends at its break, or at `limit`. */
function measure(text: string, start: number, limit: number, found: Measured): void {
  const classes = CLASSES
  let width = 0
  let flags = 0
  let all = 0
  let before = 0
  let hasSpaceInCjk = false
  let at = start
  for (; at < limit && width < WIDEST; at++) {
    const code = text.charCodeAt(at)
    const bits = classes[code] ?? 0
    if ((bits & NOTABLE) !== 0) {
      if (code === LF) break
      // The character behind the space is looked at by `closeUp`.
      if (code === 0x20 && (before & SPACELESS) !== 0) hasSpaceInCjk = true
      if ((bits & (LABEL_END | OTHER_END)) !== 0 && at < start + LONGEST_LABEL) {
        const isBeforeSentence = (all & SENTENCE_MARK) === 0
        if ((bits & LABEL_END) !== 0 && (isBeforeSentence || (all & OPENER) !== 0)) flags |= HAS_LABEL_END
        if ((bits & OTHER_END) !== 0 && isBeforeSentence) flags |= HAS_OTHER_END
      }
    }
    width += 1 + (bits & WIDE)
    all |= bits
    before = bits
  }
  const isMeasured = width < WIDEST
  if (!isMeasured) at = breakBehind(text, at, limit)
  const dropped = hasSpaceInCjk && isMeasured ? closeUp(text, start, at).length - 1 : 0
  if (dropped > 0 || (hasSpaceInCjk && !isMeasured)) flags |= LETTER_SPACED
  if ((all & FURNITURE_SIGN) !== 0) flags |= HAS_FURNITURE_SIGN
  if ((all & QUESTION_MARK) !== 0) flags |= HAS_QUESTION_MARK
  if ((all & ASKING) !== 0 || !isMeasured) flags |= MAY_ASK
  if ((all & ESCAPED) !== 0 || !isMeasured) flags |= MAY_NEED_ESCAPE
  found.stop = at
  if (at > start && isCjk(text.charCodeAt(at - 1)) && (flags & LETTER_SPACED) === 0) flags |= JOINS_ON
  found.width = width - dropped
  found.flags = flags
}

function breakBehind(text: string, from: number, limit: number): number {
  // Not indexOf: before a limit it would run on to the next break, once a part of the line.
  let at = from
  while (at < limit && text.charCodeAt(at) !== LF) at++
  return at
}

function indentOf(text: string, from: number, start: number): number {
  let columns = 0
  for (let at = from; at < start; at++) columns += text.charCodeAt(at) === 0x3000 ? 2 : 1
  return columns
}
