import { chooseAlone, mayStandAlone } from './alone-labels.ts'
import { believeFirstLabel, withoutGluedHeadlines } from './glued-headlines.ts'
import { joinWithLinesBefore } from './joined-label.ts'
import { KnownLabels } from './known-labels.ts'
import { canBeginParagraph, candidateOf, closedUp, type LabelCandidate } from './label-candidate.ts'
import type { Layout } from './layout.ts'
import type { LineKinds } from './line-kinds.ts'
import { believeLineStarts } from './line-start-labels.ts'
import { HAS_LABEL_END, type Lines } from './lines.ts'
import { matchLabel, mayHoldLabel } from './match-label.ts'
import { PlainLabels } from './plain-labels.ts'
import { settleNames } from './settled-names.ts'

/** Of these Markdown is made, which is not read. */
const MARK = /[#•*_-]/u

/** What the search for labels looks at. */
interface LabelContext {
  readonly text: string
  readonly lines: Lines
  readonly layout: Layout
  readonly furniture: LineKinds
  /** See `emphasisOf`. */
  readonly emphasis: Uint32Array | null
  /** Lines of which the file says who speaks them. */
  readonly spoken: ReadonlySet<number>
}

/** Collects whatever could be a label, so that what recurs can be told from what does not. */
export function findCandidates(context: LabelContext): readonly LabelCandidate[] {
  const { text, lines, layout, furniture, emphasis, spoken } = context
  const candidates: LabelCandidate[] = []
  const alone: Record<'alone' | 'bold-line', LabelCandidate[]> = { alone: [], 'bold-line': [] }
  const known = new KnownLabels()
  const plainLabels = new PlainLabels(text, lines, known)
  const linked = new Set<string>()
  // `Jane Roe`, and below it `10:42 AM`, as chats are copied from the screen.
  const timeBelow = (index: number): LabelCandidate | null => {
    const clock = clockAt(text, lines, index + 1)
    const [start, end] = [lines.start(index), lines.end(index + 1)]
    const parts = clock === null ? null : known.partsOf('timed', text.slice(start, lines.end(index)))
    if (parts === null || clock === null || lines.width(index) > LONGEST_ABOVE_CLOCK) return null
    const match = { form: 'timed' as const, start, end, speech: end }
    return candidateOf(match, { ...parts, time: clock }, null, index, index + 1, true)
  }
  const addClosely = (
    index: number,
    styled: number,
    isOpen: boolean,
    mayBeAlone: boolean,
    isAtParagraphStart: boolean,
  ): void => {
    const line = lines.line(index)
    if (line === undefined) return
    if (text.charCodeAt(line.start) === 0x5b)
      addLinked(linked, text.slice(line.start, Math.min(line.end, line.start + 200)))
    const below = timeBelow(index)
    if (below !== null) {
      candidates.push(below)
      return
    }
    const match =
      (isOpen ? matchLabel(text, line, styled) : null) ??
      (mayBeAlone ? { form: 'alone' as const, start: line.start, end: line.end, speech: line.end } : null)
    if (match === null) return
    const words = closedUp(text, line, match.start, match.end)
    const parts = known.partsOf(match.form, words)
    if (parts === null) return
    const printed = line.isLetterSpaced || MARK.test(words) ? null : words
    const candidate = candidateOf(match, parts, printed, index, index, isAtParagraphStart)
    if (match.form === 'alone' || match.form === 'bold-line') alone[match.form].push(candidate)
    else candidates.push(candidate)
  }
  for (let index = 0; index < lines.length; index++) {
    const styled = emphasis?.[index] ?? 0
    const isOpen = styled > 0 || mayHoldLabel(text, lines, index)
    const mayBeAlone = mayStandAlone(text, lines, index, layout, furniture)
    if (!isOpen && !mayBeAlone && !isClock(lines, index + 1)) continue
    if (furniture.has(index) || (spoken.size > 0 && spoken.has(index))) continue
    const isAtParagraphStart = canBeginParagraph(lines, index, layout, furniture)
    const plain = isOpen && styled === 0 ? plainLabels.at(index, isAtParagraphStart) : undefined
    if (plain === undefined) addClosely(index, styled, isOpen, mayBeAlone, isAtParagraphStart)
    else if (plain !== null) candidates.push(plain)
    if (!lines.has(index, HAS_LABEL_END)) continue
    const joined = joinWithLinesBefore(text, lines, index, layout, furniture, isAtParagraphStart, known)
    if (joined !== null) candidates.push(joined)
  }
  if (linked.size > 0) {
    const isLink = ({ form, speaker }: LabelCandidate): boolean =>
      form === 'bracket' && linked.has(speaker.toLowerCase())
    candidates.splice(0, candidates.length, ...candidates.filter((candidate) => !isLink(candidate)))
  }
  const standing = [
    ...chooseAlone(text, lines, alone.alone, candidates.length),
    ...chooseAlone(text, lines, alone['bold-line'], candidates.length),
  ]
  const all = standing.length === 0 ? candidates : [...candidates, ...standing].sort((a, b) => a.start - b.start)
  const believed = believeFirstLabel(text, lines, withoutGluedHeadlines(text, lines, layout, settleNames(all)))
  return believeLineStarts(text, believed)
}

/** Columns that a name above a time takes at most, and the time itself. */
const LONGEST_ABOVE_CLOCK = 48
const LONGEST_CLOCK = 8
const CLOCK = /^\d{1,2}:[0-5]\d\s?[AP]M$/u

/** Begins with a digit and is no wider than a time: most lines are not, and need no closer look. */
function isClock(lines: Lines, index: number): boolean {
  const first = lines.first(index)
  return first >= 0x30 && first <= 0x39 && lines.width(index) <= LONGEST_CLOCK && lines.gap(index) === 0
}

/** The time that a line holds and nothing else; `null`: it holds something else. */
function clockAt(text: string, lines: Lines, index: number): string | null {
  if (!isClock(lines, index)) return null
  const words = text.slice(lines.start(index), lines.end(index))
  return CLOCK.test(words) ? words : null
}

/** `[Name]: https://…`: what stands in these brackets leads somewhere, here and elsewhere. */
function addLinked(linked: Set<string>, line: string): void {
  const name = /^\[([^\]]{1,80})\]:\s+<?\S*[/#.]\S*>?(?:\s+["'(].*)?$/u.exec(line)?.[1]
  if (name !== undefined) linked.add(name.toLowerCase())
}
