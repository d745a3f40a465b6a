import { isCjk } from './characters.ts'
import { COLONS, isColon, matchColonLabel } from './colon-label.ts'
import type { KnownLabels } from './known-labels.ts'
import {
  canBeginParagraph,
  candidateOf,
  closedUp,
  type LabelCandidate,
  type LabelForm,
  skipBlanks,
  widthBeside,
} from './label-candidate.ts'
import type { Layout } from './layout.ts'
import { closeUp } from './letter-spacing.ts'
import type { LineKinds } from './line-kinds.ts'
import type { Line, Lines } from './lines.ts'
import { matchMarkedLabel } from './marked-labels.ts'
import { isPageBreak } from './paragraphs.ts'
import { LONGEST_LABEL } from './split-lines.ts'

/** A label is cut into this many lines at most. */
const MOST_LINES = 3

/**
 * In hard-wrapped text a long label may be cut by the column, anywhere. The lines before then hold
 * nothing but the label's beginning: no punctuation, no note in brackets, and from a paragraph's
 * start on. If they are not full, the label is believed only where its name is known from elsewhere.
 */
export function joinWithLinesBefore(
  text: string,
  lines: Lines,
  index: number,
  layout: Layout,
  furniture: LineKinds,
  isAtParagraphStart: boolean,
  known: KnownLabels,
): LabelCandidate | null {
  const isLoneColon = isColon(lines.first(index))
  let above = index - 1
  while (isPageBreak(furniture.get(above))) above--
  if ((!layout.isHardWrapped && !isLoneColon) || !lines.stopsMidSentence(above)) return null
  const line = lines.line(index)
  if (line === undefined) return null
  const rest = closedUp(text, line, line.start, Math.min(line.end, line.start + LONGEST_LABEL))
  if (!/[:：﹕︰\]】］]/u.test(rest)) return null
  let beginning = ''
  let isSure = isLoneColon || !isAtParagraphStart
  for (let first = above; first > above + 1 - MOST_LINES && first >= 0; first--) {
    const before = lines.line(first)
    if (before === undefined || before.end - before.start > LONGEST_LABEL || furniture.has(first)) return null
    const isFull = layout.isHardWrapped && widthBeside(lines, first, index) >= layout.columns.at(first) * 0.6
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
    const parts = known.partsOf(found.form, head.slice(0, found.length))
    if (parts === null) continue
    const end = placeOf(text, line, tail)
    const speech = skipBlanks(text, end, line.end)
    const { form } = found
    return candidateOf({ form, start: before.start, end, speech }, parts, null, first, index, isSure)
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

/** Where the source stands behind the first `length` units of a line, its letter-spacing closed up. */
function placeOf(text: string, line: Line, length: number): number {
  let left = length
  for (const [from, to] of line.isLetterSpaced ? closeUp(text, line.start, line.end) : []) {
    if (left <= to - from) return from + left
    left -= to - from
  }
  return line.start + length
}
