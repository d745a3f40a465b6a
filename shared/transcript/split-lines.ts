import { endsSentence, isBlank, isCjk } from './characters.ts'
import { closeUp } from './letter-spacing.ts'
import {
  ASKING,
  BLANK,
  CLASSES,
  CLOSER,
  ESCAPED,
  FINAL,
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
  ENDS_IN_SIGN,
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
  const found: Measured = { stop: 0, width: 0, flags: 0, all: 0 }
  const classes = CLASSES
  let number = 1
  let cut = 0
  let lineStart = 0
  let all = 0
  /** Where the last line ends in a break that it joins on over. */
  let joint = -1
  for (let from = 0; from < text.length; ) {
    while (cut < cuts.length && (cuts[cut] ?? 0) <= from) cut++
    const limit = cut < cuts.length ? Math.min(text.length, cuts[cut] ?? 0) : text.length
    let start = from
    let first = text.charCodeAt(start)
    let bits = classes[first] ?? 0
    while ((bits & BLANK) !== 0 && first !== LF && start < limit) {
      all |= bits
      start++
      first = start < limit ? text.charCodeAt(start) : LF
      bits = classes[first] ?? 0
    }
    measure(text, start, limit, found)
    all |= found.all
    const { stop } = found
    let end = stop
    let last = end > start ? (classes[text.charCodeAt(end - 1)] ?? 0) : 0
    if ((last & BLANK) !== 0) {
      while (end > start && isBlank(text.charCodeAt(end - 1))) end--
      // Blanks at the end are no part of it.
      if (start < end) measure(text, start, end, found)
      last = classes[text.charCodeAt(end - 1)] ?? 0
    }
    if (start < end) {
      const indent = start === from || from !== lineStart ? 0 : indentOf(text, from, start)
      let { flags } = found
      if (isSentence(text, start, end, last)) flags |= ENDS_SENTENCE
      if ((last & (FURNITURE_SIGN | CLOSER)) !== 0) flags |= ENDS_IN_SIGN
      const joinsOn = (last & SPACELESS) !== 0 && (flags & LETTER_SPACED) === 0
      if (joinsOn) flags |= JOINS_ON
      if (start === joint + 1) lines.runOn()
      joint = joinsOn && end === stop && stop < limit ? end : -1
      lines.add(number, start, end, found.width, indent, flags, first)
    }
    from = stop
    if (stop < limit || text.charCodeAt(stop) === LF) {
      number++
      from = stop + 1
      lineStart = from
    }
  }
  lines.addClasses(all)
  return lines
}

/** Most lines tell by their last character, of the classes `last`, whether a sentence ends with them. */
function isSentence(text: string, start: number, end: number, last: number): boolean {
  return (last & FINAL) !== 0 || ((last & (CLOSER | BLANK)) !== 0 && endsSentence(text, start, end))
}

interface Measured {
  /** The line's break, or the limit. */
  stop: number
  width: number
  /** Without those that its last character tells alone. */
  flags: number
  /** Classes of all its characters. */
  all: number
}

/** What has to be looked at more closely where it stands. */
const NOTABLE = LABEL_END | OTHER_END | BLANK
/** A letter of East Asia, as most are, and nothing else: of no use to anything that is asked of all characters together. */
const PLAIN = WIDE | SPACELESS

/** Looks once at each character of a line that ends at its break, or at `limit`. */
function measure(text: string, start: number, limit: number, found: Measured): void {
  const classes = CLASSES
  let wide = 0
  let flags = 0
  let all = 0
  let hasSpaceInCjk = false
  let at = start
  // Up to here no line can be too wide to be measured further: no character takes more than two columns.
  let stop = Math.min(limit, start + WIDEST / 2)
  for (;;) {
    let bits = 0
    for (; at < stop; at++) {
      bits = classes[text.charCodeAt(at)] ?? 0
      if (bits === PLAIN) {
        wide++
        continue
      }
      if ((bits & NOTABLE) !== 0) break
      wide += bits & WIDE
      all |= bits
    }
    if (at >= stop) {
      const left = WIDEST - (at - start + wide)
      if (at >= limit || left <= 0) break
      stop = Math.min(limit, at + Math.max(1, left >> 1))
      continue
    }
    const code = text.charCodeAt(at)
    if (code === LF) break
    // The character behind the space is looked at by `closeUp`.
    if (code === 0x20 && at > start && isCjk(text.charCodeAt(at - 1))) hasSpaceInCjk = true
    if ((bits & (LABEL_END | OTHER_END)) !== 0 && at < start + LONGEST_LABEL) {
      const isBeforeSentence = (all & SENTENCE_MARK) === 0
      if ((bits & LABEL_END) !== 0 && (isBeforeSentence || (all & OPENER) !== 0)) flags |= HAS_LABEL_END
      if ((bits & OTHER_END) !== 0 && isBeforeSentence) flags |= HAS_OTHER_END
    }
    wide += bits & WIDE
    all |= bits
    at++
  }
  const width = at - start + wide
  const isMeasured = width < WIDEST
  if (!isMeasured) {
    // Not indexOf: before a limit it would run on to the next break, once a part of the line.
    for (; at < limit; at++) {
      const code = text.charCodeAt(at)
      if (code === LF) break
      all |= classes[code] ?? 0
    }
  }
  let dropped = 0
  if (hasSpaceInCjk) {
    if (isMeasured) dropped = closeUp(text, start, at).length - 1
    if (dropped > 0 || !isMeasured) flags |= LETTER_SPACED
  }
  if ((all & OF_LINE) !== 0) {
    if ((all & FURNITURE_SIGN) !== 0) flags |= HAS_FURNITURE_SIGN
    if ((all & QUESTION_MARK) !== 0) flags |= HAS_QUESTION_MARK
    if ((all & ASKING) !== 0) flags |= MAY_ASK
    if ((all & ESCAPED) !== 0) flags |= MAY_NEED_ESCAPE
  }
  found.stop = at
  found.width = width - dropped
  found.flags = flags
  found.all = all
}

/** What one character tells of its whole line. */
const OF_LINE = FURNITURE_SIGN | QUESTION_MARK | ASKING | ESCAPED

function indentOf(text: string, from: number, start: number): number {
  let columns = 0
  for (let at = from; at < start; at++) columns += text.charCodeAt(at) === 0x3000 ? 2 : 1
  return columns
}
