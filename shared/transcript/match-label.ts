import { matchColonLabel } from './colon-label.ts'
import { type LabelForm, type LabelMatch, skipBlanks } from './label-candidate.ts'
import { HAS_LABEL_END, HAS_OTHER_END, type Line, type Lines } from './lines.ts'
import { matchMarkedLabel } from './marked-labels.ts'
import { matchPartedLabel } from './parted-labels.ts'
import { LONGEST_LABEL } from './split-lines.ts'
import { timeMarkLength } from './time-marks.ts'

/** Where a plain hyphen stands behind what somebody is called in an interview, in UTF-16 units. */
const SHORTEST_BEFORE_HYPHEN = 5
const LONGEST_BEFORE_HYPHEN = 18
/** Labels that need no colon begin with one of these. */
const BEGINNINGS = '#<*_>('
const SIGNS = new Uint8Array(0x10000)
for (const sign of '（问答問◯○〇◎●◆■□◇△▲▽▼') SIGNS[sign.charCodeAt(0)] = 1

/**
 * Finds what may be a label at a line's beginning, by any form that shows in the line itself. `styled`: the
 * position behind its emphasised beginning, 0 if there is none. `null`: nothing.
 */
export function matchLabel(text: string, line: Line, styled: number): LabelMatch | null {
  const marks = countMarks(text, line)
  const from = line.start + marks
  const head = text.slice(from, Math.min(line.end, from + LONGEST_LABEL))
  const isWhole = line.end - line.start <= LONGEST_LABEL
  const found =
    matchMarkedLabel(head, isWhole) ??
    matchStyledLabel(head, styled - from, isWhole) ??
    matchPartedLabel(head) ??
    matchColonLabel(head)
  if (found === null) return null
  const end = behindTime(text, found.form, from + found.length, line.end)
  return { form: found.form, start: line.start, end, speech: skipBlanks(text, end, line.end) }
}

/** Recorders print the time behind the label: it is part of it. */
function behindTime(text: string, form: LabelForm, end: number, lineEnd: number): number {
  if (form === 'cell') return behindTimeCell(text, end, lineEnd)
  if (form !== 'colon' && form !== 'bold') return end
  const from = skipBlanks(text, end, lineEnd)
  const length = timeMarkLength(text, from)
  return length > 0 && from + length <= lineEnd ? from + length : end
}

/** Times alone in the cells between the speaker's and what is said: beginning, end, length. */
const TIME_CELL =
  /(?:\t[ ]*\[?\d{1,3}:[0-5]\d(?::[0-5]\d)?(?:[.,]\d{1,3})?(?:[ ]*[-–—][ ]*\d{1,3}:[0-5]\d(?::[0-5]\d)?(?:[.,]\d{1,3})?)?\]?[ ]*(?=\t))+/uy

function behindTimeCell(text: string, end: number, lineEnd: number): number {
  // The label may or may not hold the tab behind it.
  TIME_CELL.lastIndex = text.charCodeAt(end - 1) === 0x09 ? end - 1 : end
  const length = TIME_CELL.exec(text)?.[0].length ?? 0
  const behind = TIME_CELL.lastIndex
  return length > 0 && behind < lineEnd ? behind : end
}

/** Marks of direction before the first letter. */
function countMarks(text: string, { start, end }: Line): number {
  let at = start
  for (; at < end && at < start + 4; at++) {
    const code = text.charCodeAt(at)
    if (
      !((code >= 0x200b && code <= 0x200f) || (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069))
    )
      break
  }
  return at - start
}

/**
 * A line whose beginning is emphasised, `length` units of it: a name with a colon inside of it or
 * right behind it, a name and speech that is not emphasised, or a whole line.
 */
function matchStyledLabel(
  head: string,
  length: number,
  isWhole: boolean,
): (Pick<LabelMatch, 'form'> & { length: number }) | null {
  if (length <= 0 || length > head.length) return null
  const styled = head.slice(0, length).trimEnd()
  const colon = matchColonLabel(head)
  if (colon !== null && colon.length >= styled.length && colon.length <= length + 2)
    return { form: 'bold', length: colon.length }
  if (colon !== null && colon.length < styled.length) return null
  if (/[.。!?！？;；,，…]$/u.test(styled)) return null
  const isLine = length >= head.trimEnd().length
  if (isLine) return isWhole ? { form: 'bold-line', length: head.length } : null
  return { form: 'bold-run', length: styled.length }
}

/** Most lines hold no label and are passed over without a closer look. */
export function mayHoldLabel(text: string, lines: Lines, index: number): boolean {
  const first = lines.first(index)
  // Most lines of East Asian text begin with a letter, which is no sign.
  if (first >= 0x2e80) return lines.has(index, HAS_LABEL_END | HAS_OTHER_END) || SIGNS[first] === 1
  if (lines.has(index, HAS_LABEL_END)) return true
  const hasOtherEnd = lines.has(index, HAS_OTHER_END)
  const start = lines.start(index)
  if (first >= 0x41 && first <= 0x5a) {
    const second = text.charCodeAt(start + 1)
    // Capitals, or a title before them; letters that stand alone are Q and A.
    return (
      (second >= 0x41 && second <= 0x5a) ||
      !(second >= 0x61 && second <= 0x7a) ||
      hasOtherEnd ||
      'MDSRCTJ'.includes(text.charAt(start)) ||
      isBeforeHyphen(text, start, lines.end(index)) ||
      beginsRareTitle(first, second)
    )
  }
  if (first < 0x80)
    return (
      BEGINNINGS.includes(text.charAt(start)) || (hasOtherEnd && text.slice(start, lines.end(index)).includes('\t'))
    )
  // Capitals of other alphabets; letters of theirs that have no case never part a name with a full stop.
  if (first < 0x590) return /\p{Lu}/u.test(text.charAt(start))
  return hasOtherEnd || (first >= 0x2000 && first < 0x2070) || SIGNS[first] === 1
}

/** ` - ` behind a word or two, near the line's beginning: `Interviewer - …`. */
function isBeforeHyphen(text: string, start: number, end: number): boolean {
  const stop = Math.min(end, start + LONGEST_BEFORE_HYPHEN)
  for (let at = start + SHORTEST_BEFORE_HYPHEN; at < stop; at++)
    if (text.charCodeAt(at) === 0x2d) return text.charCodeAt(at - 1) === 0x20 && text.charCodeAt(at + 1) === 0x20
  return false
}

/** `Governor`, `General`, `Admiral`, `Ambassador`, `Vice`: letters that many other words begin with. */
function beginsRareTitle(first: number, second: number): boolean {
  if (first === 0x47) return second === 0x6f || second === 0x65
  if (first === 0x41) return second === 0x64 || second === 0x6d
  return first === 0x56 && second === 0x69
}
