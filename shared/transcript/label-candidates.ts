import { columnsOf, isBlank, isCjk } from './characters.ts'
import type { Layout } from './layout.ts'
import type { Line } from './lines.ts'
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

/** No label is longer than this, in UTF-16 units with all its marks. */
const LONGEST_LABEL = 120
const LONGEST_NAME_COLUMNS = 64
const COLONS = ':：﹕︰'
const OPENERS = '([（［【'
const CLOSERS = ')]）］】'
const PUNCTUATION = `${COLONS}${OPENERS}${CLOSERS}。！？!?；;，…`
const EMPHASIS = /^(?:\*\*|__|\*)/u

/** Collects whatever could be a label, so that what recurs can be told from what does not. */
export function findCandidates(text: string, lines: readonly Line[], layout: Layout): readonly LabelCandidate[] {
  const candidates: LabelCandidate[] = []
  // The same few labels come over and over again.
  const known = new Map<string, LabelParts>()
  lines.forEach((line, index) => {
    const match = matchLabel(text, line)
    if (match === null) return
    const isAtParagraphStart = canBeginParagraph(lines, index, layout)
    const printed = text.slice(match.start, match.end)
    // In this form the full stop is what a colon is elsewhere.
    const parts = known.get(printed) ?? partsOfLabel(match.form === 'capitals' ? printed.slice(0, -1) : printed)
    known.set(printed, parts)
    if (isPossibleName(parts.speaker)) {
      candidates.push({ ...match, ...parts, line: index, lastLine: index, isAtParagraphStart })
    }
    const joined = isAtParagraphStart ? null : joinWithLineBefore(text, lines, index, match, layout)
    if (joined !== null) candidates.push(joined)
  })
  return candidates
}

type Match = Pick<LabelCandidate, 'form' | 'start' | 'end' | 'speech'>

function matchLabel(text: string, line: Line): Match | null {
  if (!mayHoldLabel(text, line)) return null
  const head = text.slice(line.start, Math.min(line.end, line.start + LONGEST_LABEL))
  const found = matchMarkedLabel(head, line.end - line.start <= LONGEST_LABEL) ?? matchColonLabel(head)
  if (found === null) return null
  const end = line.start + found.length
  return { form: found.form, start: line.start, end, speech: skipBlanks(text, end, line.end) }
}

/** Most lines hold no label and are passed over without a closer look: letters first, and no colon. */
function mayHoldLabel(text: string, line: Line): boolean {
  const first = text.charCodeAt(line.start)
  const isPlain = isCjk(first) && first > 0x3040 && first < 0xff00 && !'问答問'.includes(text.charAt(line.start))
  if (!isPlain) return true
  const end = Math.min(line.end, line.start + LONGEST_LABEL)
  for (let at = line.start; at < end; at++) if (COLONS.includes(text.charAt(at))) return true
  return false
}

function skipBlanks(text: string, from: number, to: number): number {
  let at = from
  while (at < to && isBlank(text.charCodeAt(at))) at++
  return at
}

/** `Name: speech`, also with a time before or in the name, and in bold. */
function matchColonLabel(head: string): { readonly form: LabelForm; readonly length: number } | null {
  const lead =
    /^(?:[-•]\s+(?=\*\*|__))?[[(（]?\d{1,2}:[0-5]\d(?::[0-5]\d)?(?:[.,]\d{1,3})?[\])）]?\s*[-–—]?\s*|^[-•]\s+(?=\*\*|__)/u.exec(
      head,
    )
  const from = lead?.[0].length ?? 0
  const emphasis = EMPHASIS.exec(head.slice(from))?.[0] ?? ''
  const colon = findColon(head, from + emphasis.length)
  if (colon === -1) return null
  let length = colon + 1
  if (emphasis !== '') {
    if (head.startsWith(emphasis, length)) length += emphasis.length
    else if (!head.slice(from + emphasis.length, colon).includes(emphasis)) return null
  }
  return { form: emphasis === '' ? 'colon' : 'bold', length }
}

/** The first colon outside of brackets that is not part of a time, a ratio or an address. */
function findColon(head: string, from: number): number {
  let depth = 0
  for (let at = from; at < head.length; at++) {
    const character = head.charAt(at)
    if (!PUNCTUATION.includes(character)) continue
    if (OPENERS.includes(character)) depth++
    else if (CLOSERS.includes(character)) depth--
    else if (depth !== 0) continue
    else if (!COLONS.includes(character)) return -1
    else if (!/\d/u.test(head.charAt(at - 1)) || !/\d/u.test(head.charAt(at + 1))) {
      return /[/\\]/u.test(head.charAt(at + 1)) ? -1 : at
    }
  }
  return -1
}

function isPossibleName(name: string): boolean {
  if (name === '' || columnsOf(name, 0, name.length, LONGEST_NAME_COLUMNS + 1) > LONGEST_NAME_COLUMNS) return false
  if (!/\p{L}/u.test(name)) return false
  if (/^[一二三四五六七八九十百\d]+[、.．)）]/u.test(name)) return false
  return name.split(/\s+/u).length <= 8
}

function canBeginParagraph(lines: readonly Line[], index: number, layout: Layout): boolean {
  const line = lines[index]
  const before = lines[index - 1]
  if (!layout.isHardWrapped || line === undefined || before === undefined) return true
  if (before.endsSentence || line.gap > layout.lineGap) return true
  return before.width < layout.columnAt(index - 1) * 0.6
}

/**
 * In hard-wrapped text a long label may be cut by the column. The line before then holds nothing
 * but the label's beginning: no punctuation, full, and at a paragraph's start.
 */
function joinWithLineBefore(
  text: string,
  lines: readonly Line[],
  index: number,
  match: Match,
  layout: Layout,
): LabelCandidate | null {
  const before = lines[index - 1]
  if (match.form !== 'colon' || before === undefined || !canBeginParagraph(lines, index - 1, layout)) return null
  if (before.width < layout.columnAt(index - 1) * 0.6) return null
  const beginning = text.slice(before.start, before.end)
  const tail = text.slice(match.start, match.end)
  const parts = partsOfLabel(beginning + (isCjk(tail.charCodeAt(0)) ? '' : ' ') + tail)
  if (/[，。！？、；：,;:!?…]/u.test(beginning) || !isPossibleName(parts.speaker)) return null
  return { ...match, ...parts, start: before.start, line: index - 1, lastLine: index, isAtParagraphStart: true }
}
