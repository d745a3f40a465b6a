import { columnsOf, isBlank } from './characters.ts'
import type { Layout } from './layout.ts'
import { closeUpPart } from './letter-spacing.ts'
import type { LineKinds } from './line-kinds.ts'
import type { Line, Lines } from './lines.ts'
import type { LabelParts } from './speaker-name.ts'

/** The ways in which labels are set apart from speech. */
export type LabelForm =
  | 'colon'
  | 'bold'
  | 'heading'
  | 'bracket'
  | 'circle'
  | 'letter'
  | 'timed'
  | 'capitals'
  | 'tag'
  /** Behind a tab, a wide blank, a dash. */
  | 'cell'
  | 'spaced'
  | 'dashed'
  /** In bold, with neither colon nor anything else behind it, or with speech right behind it. */
  | 'bold-line'
  | 'bold-run'
  /** A line that holds nothing else. */
  | 'alone'
  /** Known from the file's structure, not from what is printed. */
  | 'spoken'
  /** A dash or chevrons. */
  | 'unnamed'

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
  /** As `speaker`: what tells one person from the other, see `Label`. */
  readonly person: string
  readonly affiliation: string
  /** What stood behind the name and says what is done, `追问`; empty if nothing did. */
  readonly verb: string
  readonly time: string | null
  /** The source from `start` to `end`, where the label reads as it stands there; else `null`. */
  readonly printed: string | null
  /** It stands where a paragraph can begin. */
  readonly isAtParagraphStart: boolean
  /** As long as nobody has found that it is, see `Label`. */
  readonly isRare: boolean
}

/** Where a label stands on its line, before it is known what it says. */
export type LabelMatch = Pick<LabelCandidate, 'form' | 'start' | 'end' | 'speech'>

/** A candidate of what was matched and what it says. `printed`: see `LabelCandidate`. */
export function candidateOf(
  match: LabelMatch,
  parts: LabelParts,
  printed: string | null,
  line: number,
  lastLine: number,
  isAtParagraphStart: boolean,
): LabelCandidate {
  const { form, start, end, speech } = match
  const { speaker, affiliation, time } = parts
  return {
    form,
    line,
    lastLine,
    start,
    end,
    speech,
    speaker,
    person: speaker,
    affiliation,
    verb: '',
    time,
    printed,
    isAtParagraphStart,
    isRare: false,
  }
}

const LONGEST_NAME_COLUMNS = 64
/** With an office behind a comma. */
const LONGEST_NAME_WITH_OFFICE = 100

/** Who is in no list of contacts is called by it in exports of chats. */
export const PHONE_NUMBER = /^\+\d[\d\s().-]{6,20}$/u

const LETTER = /\p{L}/u
const SENTENCE_INSIDE = /\p{Ll}{4}[.!?]\s/u

/** Tells whether words may be a name: not too long, letters in it, no signs of programs, addresses and lists. */
export function isPossibleName(name: string): boolean {
  if (PHONE_NUMBER.test(name)) return true
  const hasOffice = name.includes(',')
  const longest = hasOffice ? LONGEST_NAME_WITH_OFFICE : LONGEST_NAME_COLUMNS
  if (name === '' || columnsOf(name, 0, name.length, longest + 1) > longest) return false
  if (!LETTER.test(name) || /[=<>{}|`$\\@^+~;()[\]#]/u.test(name)) return false
  if (/^[^\p{L}\p{M}\p{N}《〈「『“„]|['"`]$|\t/u.test(name)) return false
  if (SENTENCE_INSIDE.test(name)) return false
  // A year: dates, heads of pages.
  if (/\d{4}/u.test(name)) return false
  if (/^[一二三四五六七八九十百\d]+[、.．)）]/u.test(name)) return false
  return name.split(/\s+/u).length <= (hasOffice ? 14 : 8)
}

/** Tells whether a line stands where a paragraph can begin. */
export function canBeginParagraph(lines: Lines, index: number, layout: Layout, furniture: LineKinds): boolean {
  // What the page is furnished with may stand in mid-paragraph; a picture with its credit does not.
  let last = index - 1
  while (furniture.has(last) && furniture.get(last) !== 'credit') last--
  if (furniture.has(last)) return true
  if (!layout.isHardWrapped || last < 0) return true
  if (lines.endsSentence(last) || lines.gap(index) > layout.lineGap) return true
  return widthBeside(lines, last, index) < layout.columns.at(last) * 0.6
}

/** Columns of a line as a line behind it would see them, first-line indent included. */
export function widthBeside(lines: Lines, index: number, behind: number): number {
  return lines.width(index) + Math.max(0, lines.indent(index) - lines.indent(behind))
}

/** Reading text of [start, end), a part of a line: letter-spacing closed up. */
export function closedUp(text: string, line: Line, start: number, end: number): string {
  if (!line.isLetterSpaced) return text.slice(start, end)
  return closeUpPart(text, line, start, end)
    .map(([from, to]) => text.slice(from, to))
    .join('')
}

/** The first position from `from` on that is no blank, `to` at most. */
export function skipBlanks(text: string, from: number, to: number): number {
  let at = from
  while (at < to && isBlank(text.charCodeAt(at))) at++
  return at
}
