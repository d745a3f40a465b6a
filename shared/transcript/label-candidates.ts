import type { SetAsideKind } from '#shared/model/set-aside-kind.ts'
import { columnsOf, isBlank, isCjk } from './characters.ts'
import { COLONS, matchColonLabel } from './colon-label.ts'
import type { Layout } from './layout.ts'
import { closeUp, closeUpPart } from './letter-spacing.ts'
import { type Line, LONGEST_LABEL } from './lines.ts'
import { matchMarkedLabel } from './marked-labels.ts'
import { type LabelParts, partsOfLabel } from './speaker-name.ts'

/** The ways in which labels are set apart from speech. */
export type LabelForm = 'colon' | 'bold' | 'heading' | 'bracket' | 'circle' | 'letter' | 'timed' | 'capitals' | 'tag'

/** A stretch at the start of a line that may be a label. Positions are UTF-16 units. */
export interface LabelCandidate {
  readonly form: LabelForm
  /** Index of the line that it begins on. */
  readonly line: number
  /** Index of the line that its speech begins on, or would, if it goes on behind the label. */
  readonly lastLine: number
  readonly start: number
  /** Behind the colon and all marks. */
  readonly end: number
  /** Where its speech begins on the label's last line; that line's end if there is none. */
  readonly speech: number
  readonly speaker: string
  readonly affiliation: string
  readonly time: string | null
  /** It stands where a paragraph can begin. */
  readonly isAtParagraphStart: boolean
}

const LONGEST_NAME_COLUMNS = 64
/** Labels that need no colon begin with one of these. */
const SIGNS = '问答問◯○〇◎●◆■□◇△▲▽▼'

/** Collects whatever could be a label, so that what recurs can be told from what does not. */
export function findCandidates(
  text: string,
  lines: readonly Line[],
  layout: Layout,
  furniture: ReadonlyMap<number, SetAsideKind>,
): readonly LabelCandidate[] {
  const candidates: LabelCandidate[] = []
  // The same few labels come over and over again; `null`: nobody is called that.
  const known = new Map<string, LabelParts | null>()
  lines.forEach((line, index) => {
    if (!mayHoldLabel(text, line) || furniture.has(index)) return
    const isAtParagraphStart = canBeginParagraph(lines, index, layout, furniture)
    const match = matchLabel(text, line)
    if (match !== null) {
      const printed = closedUp(text, line, match.start, match.end)
      let parts = known.get(printed)
      if (parts === undefined) {
        // In this form the full stop is what a colon is elsewhere.
        parts = partsOfLabel(match.form === 'capitals' ? printed.slice(0, -1) : printed)
        if (!isPossibleName(parts.speaker)) parts = null
        known.set(printed, parts)
      }
      if (parts !== null) candidates.push(candidateOf(match, parts, index, index, isAtParagraphStart))
    }
    if (!line.hasLabelEnd) return
    const joined = joinWithLinesBefore(text, lines, index, layout, furniture, isAtParagraphStart)
    if (joined !== null) candidates.push(joined)
  })
  return candidates
}

type Match = Pick<LabelCandidate, 'form' | 'start' | 'end' | 'speech'>

function candidateOf(
  match: Match,
  parts: LabelParts,
  line: number,
  lastLine: number,
  isAtParagraphStart: boolean,
): LabelCandidate {
  const { form, start, end, speech } = match
  const { speaker, affiliation, time } = parts
  return { form, line, lastLine, start, end, speech, speaker, affiliation, time, isAtParagraphStart }
}

function matchLabel(text: string, line: Line): Match | null {
  const head = text.slice(line.start, Math.min(line.end, line.start + LONGEST_LABEL))
  const found = matchMarkedLabel(head, line.end - line.start <= LONGEST_LABEL) ?? matchColonLabel(head)
  if (found === null) return null
  const end = line.start + found.length
  return { form: found.form, start: line.start, end, speech: skipBlanks(text, end, line.end) }
}

/** Most lines hold no label and are passed over without a closer look. */
function mayHoldLabel(text: string, line: Line): boolean {
  if (line.hasLabelEnd) return true
  const first = text.charCodeAt(line.start)
  if (first >= 0x41 && first <= 0x5a) {
    const second = text.charCodeAt(line.start + 1)
    // Capitals, or a title before them; letters that stand alone are Q and A.
    return (
      (second >= 0x41 && second <= 0x5a) ||
      !(second >= 0x61 && second <= 0x7a) ||
      'MDSRCTJ'.includes(text.charAt(line.start))
    )
  }
  return first < 0x80 ? first === 0x23 || first === 0x3c : SIGNS.includes(text.charAt(line.start))
}

function skipBlanks(text: string, from: number, to: number): number {
  let at = from
  while (at < to && isBlank(text.charCodeAt(at))) at++
  return at
}

function isPossibleName(name: string): boolean {
  if (name === '' || columnsOf(name, 0, name.length, LONGEST_NAME_COLUMNS + 1) > LONGEST_NAME_COLUMNS) return false
  if (!/\p{L}/u.test(name) || /[=<>{}|`$\\@^+~;()[\]#]/u.test(name)) return false
  if (/^[一二三四五六七八九十百\d]+[、.．)）]/u.test(name)) return false
  return name.split(/\s+/u).length <= 8
}

function canBeginParagraph(
  lines: readonly Line[],
  index: number,
  layout: Layout,
  furniture: ReadonlyMap<number, SetAsideKind>,
): boolean {
  const line = lines[index]
  // What the page is furnished with may stand in mid-paragraph; a picture with its credit does not.
  let last = index - 1
  while (furniture.has(last) && furniture.get(last) !== 'credit') last--
  if (furniture.has(last)) return true
  const before = lines[last]
  if (!layout.isHardWrapped || line === undefined || before === undefined) return true
  if (before.endsSentence || line.gap > layout.lineGap) return true
  return widthBeside(before, line) < layout.columnAt(last) * 0.6
}

/** Columns of a line as the line behind it would see them, first-line indent included. */
function widthBeside(before: Line, line: Line): number {
  return before.width + Math.max(0, before.indent - line.indent)
}

/** A label is cut into this many lines at most. */
const MOST_LINES = 3

/**
 * In hard-wrapped text a long label may be cut by the column, anywhere. The lines before then hold
 * nothing but the label's beginning: no punctuation, no note in brackets, and from a paragraph's
 * start on. If they are not full, the label is believed only where its name is known from elsewhere.
 */
function joinWithLinesBefore(
  text: string,
  lines: readonly Line[],
  index: number,
  layout: Layout,
  furniture: ReadonlyMap<number, SetAsideKind>,
  isAtParagraphStart: boolean,
): LabelCandidate | null {
  const line = lines[index]
  if (line === undefined) return null
  const isLoneColon = COLONS.includes(text.charAt(line.start))
  if ((!layout.isHardWrapped && !isLoneColon) || lines[index - 1]?.endsSentence !== false) return null
  const rest = closedUp(text, line, line.start, Math.min(line.end, line.start + LONGEST_LABEL))
  if (!/[:：﹕︰\]】］]/u.test(rest)) return null
  let beginning = ''
  let isSure = isLoneColon || !isAtParagraphStart
  for (let first = index - 1; first > index - MOST_LINES && first >= 0; first--) {
    const before = lines[first]
    if (before === undefined || before.end - before.start > LONGEST_LABEL || furniture.has(first)) return null
    const isFull = layout.isHardWrapped && widthBeside(before, line) >= layout.columnAt(first) * 0.6
    isSure &&= isFull || isLoneColon
    const words = closedUp(text, before, before.start, before.end)
    if (/[，。！？、；：,;:!?…]|^[（([].*[）)\]]$/u.test(words)) return null
    beginning = words + joint(words, beginning) + beginning
    if (!canBeginParagraph(lines, first, layout, furniture)) continue
    const head = beginning + joint(beginning, rest) + rest
    const found = matchMarkedLabel(head, false) ?? matchColonLabel(head)
    if (found === null || !JOINED_FORMS.has(found.form)) continue
    const tail = found.length - (head.length - rest.length)
    if (tail <= 0) continue
    const parts = partsOfLabel(head.slice(0, found.length))
    if (!isPossibleName(parts.speaker)) continue
    const end = placeOf(text, line, tail)
    const speech = skipBlanks(text, end, line.end)
    const { form } = found
    return candidateOf({ form, start: before.start, end, speech }, parts, first, index, isSure)
  }
  return null
}

/** Labels of these forms run on over a line's end; the others are known by their line alone. */
const JOINED_FORMS: ReadonlySet<LabelForm> = new Set(['colon', 'bold', 'bracket'])

function joint(before: string, behind: string): string {
  if (before === '' || behind === '') return ''
  const last = before.charCodeAt(before.length - 1)
  const first = behind.charCodeAt(0)
  return isCjk(last) || isCjk(first) || first === 0x2a || COLONS.includes(behind.charAt(0)) ? '' : ' '
}

/** Reading text of [start, end), a part of a line: letter-spacing closed up. */
function closedUp(text: string, line: Line, start: number, end: number): string {
  if (!line.isLetterSpaced) return text.slice(start, end)
  return closeUpPart(text, line, start, end)
    .map(([from, to]) => text.slice(from, to))
    .join('')
}

/** Where the source stands behind the first `length` units of a line, its letter-spacing closed up. */
function placeOf(text: string, line: Line, length: number): number {
  let left = length
  for (const [from, to] of line.isLetterSpaced ? closeUp(text, line.start, line.end) : []) {
    if (left <= to - from) return from + left
    left -= to - from
  }
  return line.start + length
}
