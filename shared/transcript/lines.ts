import { endsSentence, isBlank } from './characters.ts'
import { closeUp } from './letter-spacing.ts'
import {
  CLASSES,
  FURNITURE_SIGN,
  LABEL_END,
  OPENER,
  OTHER_END,
  SENTENCE_MARK,
  SPACELESS,
  WIDE,
} from './line-classes.ts'

/** A source line that is not blank, without the blanks around it. Positions are UTF-16 units. */
export interface Line {
  /** Source line, from 1. A source line that was cut counts once. */
  readonly number: number
  readonly start: number
  readonly end: number
  /** Blank lines between it and the line before it. */
  readonly gap: number
  /** Columns of blanks before it. */
  readonly indent: number
  /** Columns it takes, two for an East Asian character, letter-spacing closed up; not counted beyond `WIDEST`. */
  readonly width: number
  readonly isLetterSpaced: boolean
  readonly endsSentence: boolean
  /** A colon or closing bracket stands near its beginning, before any full stop or comma of Chinese. */
  readonly hasLabelEnd: boolean
  /** It holds a sign that furniture of the page is known by. */
  readonly hasFurnitureSign: boolean
  /** It holds something that parts a name from what is said without a colon: a tab, a wide blank, a dash, a full stop. */
  readonly hasOtherEnd: boolean
}

/** Nothing is hard-wrapped at so many columns, so lines need not be measured further. */
const WIDEST = 400

/**
 * The non-blank lines of a source text, in order. `cuts`, ascending UTF-16 positions, part lines that
 * hold more than one thing: what stands behind a cut is a line of its own.
 */
export function splitLines(text: string, cuts: readonly number[] = []): readonly Line[] {
  const lines: Line[] = []
  let gap = 0
  let number = 1
  let cut = 0
  for (let from = 0; from <= text.length; number++) {
    const found = text.indexOf('\n', from)
    const to = found === -1 ? text.length : found
    const before = lines.length
    for (let part = from; part <= to; ) {
      while (cut < cuts.length && (cuts[cut] ?? 0) <= part) cut++
      const stop = Math.min(to, cuts[cut] ?? to)
      let start = part
      let end = stop
      while (start < end && isBlank(text.charCodeAt(start))) start++
      while (end > start && isBlank(text.charCodeAt(end - 1))) end--
      if (start < end) {
        lines.push(measure(text, number, part === from ? from : start, start, end, gap))
        gap = 0
      }
      part = stop === to ? to + 1 : stop
    }
    if (lines.length === before) gap++
    from = to + 1
  }
  return lines
}

/** No label is longer, in UTF-16 units with all its marks. */
export const LONGEST_LABEL = 120

function measure(text: string, number: number, from: number, start: number, end: number, gap: number): Line {
  let width = 0
  let hasSpaceInCjk = false
  let before = 0
  let all = 0
  let hasLabelEnd = false
  let hasOtherEnd = false
  const head = Math.min(end, start + LONGEST_LABEL)
  for (let at = start; at < end && width < WIDEST; at++) {
    const code = text.charCodeAt(at)
    const bits = CLASSES[code] ?? 0
    if ((bits & LABEL_END) !== 0 && at < head && ((all & SENTENCE_MARK) === 0 || (all & OPENER) !== 0))
      hasLabelEnd = true
    if ((bits & OTHER_END) !== 0 && at < head && (all & SENTENCE_MARK) === 0) hasOtherEnd = true
    // The character behind the space is looked at by `closeUp`.
    if (code === 0x20 && (before & SPACELESS) !== 0) hasSpaceInCjk = true
    width += 1 + (bits & WIDE)
    all |= bits
    before = bits
  }
  const dropped = hasSpaceInCjk && width < WIDEST ? closeUp(text, start, end).length - 1 : 0
  return {
    number,
    start,
    end,
    gap,
    indent: start === from ? 0 : indentOf(text, from, start),
    width: width - dropped,
    isLetterSpaced: dropped > 0 || (hasSpaceInCjk && width >= WIDEST),
    endsSentence: endsSentence(text, start, end),
    hasLabelEnd,
    hasFurnitureSign: (all & FURNITURE_SIGN) !== 0,
    hasOtherEnd,
  }
}

function indentOf(text: string, from: number, start: number): number {
  let columns = 0
  for (let at = from; at < start; at++) columns += text.charCodeAt(at) === 0x3000 ? 2 : 1
  return columns
}
