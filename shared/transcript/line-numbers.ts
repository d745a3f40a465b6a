import { spanOf, type TextSpan } from '#shared/model/text-span.ts'
import { isBlank } from './characters.ts'
import { matchColonLabel } from './colon-label.ts'

/** Lines at the start of a text that tell whether it may have its lines numbered. */
const FIRST_LINES = 40
const FEWEST = 6
/** Share of the lines that bear a number where lines are numbered, and of the numbers that count on. */
const NUMBERED = 0.8
const COUNTED_ON = 0.9
/** Share of the lines that go on in mid-sentence with a small letter, as lines do that a column cut. */
const GOING_ON = 0.3
const LF = 0x0a
/** `Q.`, `A.`: who asks and who answers in court. */
const LETTER = /^[QA](?=[.\s])/u

interface NumberedLine {
  readonly start: number
  readonly end: number
  readonly value: number
  /** `1.`, `1)`: it may count the turns of a talk, or the points of a list. */
  readonly isItem: boolean
  /** Where its words begin. */
  readonly words: number
}

/**
 * The numbers of lines, as courts and conversation analysts print them before each line, or of turns, in source
 * order. Numbers that count something else, such as the points of a list, are left alone: behind
 * those of lines stand labels that come again, or sentences that run on from line to line.
 */
export function lineNumbersOf(text: string): readonly TextSpan[] {
  const numbered: NumberedLine[] = []
  let filled = 0
  for (let from = 0; from < text.length; ) {
    let start = from
    while (start < text.length && isBlank(text.charCodeAt(start))) start++
    if (start === text.length) break
    filled++
    const line = numberAt(text, start)
    if (line !== null) numbered.push(line)
    if (filled === FIRST_LINES && numbered.length < filled * NUMBERED * 0.7) return []
    const stop = text.indexOf('\n', start)
    from = stop === -1 ? text.length : stop + 1
  }
  if (numbered.length < FEWEST || numbered.length < filled * NUMBERED) return []
  const following = numbered.filter(
    ({ value }, k) => k > 0 && (value === 1 || value === (numbered[k - 1]?.value ?? 0) + 1),
  )
  if (following.length < (numbered.length - 1) * COUNTED_ON || !areLines(text, numbered)) return []
  return numbered.map(({ start, end }) => spanOf(start, end))
}

/** One to three digits, perhaps with a full stop or a bracket, and blanks or the line's end behind them. */
function numberAt(text: string, start: number): NumberedLine | null {
  let end = start
  while (end < start + 4 && isDigit(text.charCodeAt(end))) end++
  if (end === start || end === start + 4) return null
  const value = Number(text.slice(start, end))
  const isItem = text.charAt(end) === '.' || text.charAt(end) === ')'
  if (isItem) end++
  if (end < text.length && !isBlank(text.charCodeAt(end))) return null
  let words = end
  while (words < text.length && text.charCodeAt(words) !== LF && isBlank(text.charCodeAt(words))) words++
  return { start, end, value, isItem, words }
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39
}

function areLines(text: string, numbered: readonly NumberedLine[]): boolean {
  const labels = new Map<string, number>()
  let goingOn = 0
  for (const { words } of numbered) {
    const head = text.slice(words, words + 60).split('\n', 1)[0] ?? ''
    if (/^\p{Ll}/u.test(head)) goingOn++
    const printed = LETTER.exec(head)?.[0] ?? head.slice(0, matchColonLabel(head)?.length ?? 0)
    if (printed === '') continue
    labels.set(printed, (labels.get(printed) ?? 0) + 1)
  }
  const isWrapped = numbered[0]?.isItem === false && goingOn >= numbered.length * GOING_ON
  return isWrapped || [...labels.values()].filter((count) => count >= 2).length >= 2
}
