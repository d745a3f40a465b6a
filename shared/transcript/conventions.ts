import { type Judged, judge, MARKED_FORMS } from './judged-candidates.ts'
import type { LabelCandidate, LabelForm } from './label-candidate.ts'
import { labelledThroughout } from './labelled-throughout.ts'
import type { Layout } from './layout.ts'
import type { LineKinds } from './line-kinds.ts'
import type { Lines } from './lines.ts'
import { evidenceOfName } from './name-evidence.ts'
import { partsOfLabel } from './speaker-name.ts'
import { endsAsSpeech, isTalk } from './talk.ts'
import { withTimes } from './times-beside.ts'

/** A candidate that was taken for a label: mostly the candidate itself, since a long source has a great many. */
export interface Label extends Omit<LabelCandidate, 'speaker' | 'person' | 'isRare'> {
  /** `null` where a turn begins and nobody is named. */
  readonly speaker: string | null
  /** What tells one person of this text from the other, also where nobody is named. */
  readonly person: string
  /** It stands alone: neither do its words say who speaks, nor does it come again. */
  readonly isRare: boolean
}

/** What counts as a label without help from others. */
const STRONG = 3

/**
 * Chooses the labels among the candidates by learning this text's own conventions: which names
 * come again, which forms they are set in, which endings they share. A text in which nothing of
 * the kind is found has no labels. `isTimed`: it has the times of captions.
 */
export function chooseLabels(
  text: string,
  lines: Lines,
  candidates: readonly LabelCandidate[],
  layout: Layout,
  furniture: LineKinds,
  isTimed: boolean,
): readonly Label[] {
  const judged = judge(text, lines, candidates)
  const strong = judged.reduce((count, { score }) => (score >= STRONG ? count + 1 : count), 0)
  const least = strong >= 2 ? 2 : leastOfFew(lines, furniture, judged)
  const areAllStrong = strong === judged.length && strong >= 2
  const fair = areAllStrong ? judged : judged.filter(({ score }) => score >= least)
  const others = areAllStrong ? [] : judged.filter(({ score }) => score < least)
  const habits = others.length === 0 ? null : habitsOf(fair)
  const weak = fair.length < 2 || habits === null ? [] : others.filter((one) => isLikeOthers(one, habits))
  const once = labelledThroughout(text, lines, layout, fair, others)
  const added = new Set([...weak, ...once, ...betweenTurns(text, fair, others)])
  const chosen = withUsualForms(added.size === 0 ? fair : [...fair, ...added])
  const labels = inOrder(inUsualPlace(lines, layout, chosen))
  if (isTimed && labels.length === 0) return onlySpeaker(judged)
  return isTalk(text, lines, labels)
    ? withTimes(text, lines, withoutHead(text, lines, layout, withoutOverlaps(labels)))
    : []
}

/** In source order, as most lists are already. */
function inOrder(judged: readonly Judged[]): readonly Judged[] {
  let last = -1
  for (const { candidate } of judged) {
    if (candidate.start < last) return [...judged].sort((a, b) => a.candidate.start - b.candidate.start)
    last = candidate.start
  }
  return judged
}

/** In captions of one person's speech the first cue says who speaks, and no other. */
function onlySpeaker(judged: readonly Judged[]): readonly Label[] {
  const [only] = judged
  if (only === undefined || judged.length > 1 || only.candidate.line > 0 || only.evidence < 2) return []
  return [labelOf(only.candidate, true)]
}

/**
 * What counts as a label in a text of few labels, none of which comes again: it is taken for a talk only if it
 * begins with them, consists of them, and has at least two names.
 */
function leastOfFew(lines: Lines, furniture: LineKinds, judged: readonly Judged[]): number {
  const named = judged.filter(({ score }) => score >= 1)
  const first = named[0]?.candidate
  if (first === undefined || new Set(named.map(({ candidate }) => candidate.speaker)).size < 2)
    return Number.POSITIVE_INFINITY
  // Those who come again and take turns need no such proof, however much is printed above them.
  const otherwise = takeTurns(named) ? 2 : Number.POSITIVE_INFINITY
  const isAtHead = countRead(furniture, 0, Math.min(first.line, LONGEST_HEAD), LAST_OF_HEAD + 1) <= LAST_OF_HEAD
  if (!isAtHead || first.line >= LONGEST_HEAD) return otherwise
  const most = named.length * 6
  return countRead(furniture, first.line, lines.length, most + 1) > most ? otherwise : 1
}

/** Two at least come again, nobody speaks twice in a row, and hardly anybody else is there. */
function takeTurns(named: readonly Judged[]): boolean {
  const again = named.filter(({ recurs, candidate }) => recurs && candidate.isAtParagraphStart)
  const names = new Set(again.map(({ candidate }) => candidate.speaker))
  return (
    names.size >= 2 &&
    again.length >= Math.max(FEWEST_TAKING_TURNS, named.length * 0.6) &&
    again.every(({ candidate }, k) => again[k + 1]?.candidate.speaker !== candidate.speaker)
  )
}

const FEWEST_TAKING_TURNS = 6
/** Lines above the first label of such a text at most, and with what is set aside among them. */
const LAST_OF_HEAD = 2
const LONGEST_HEAD = 100

/** Lines from `from` to `to` that are not set aside; `most` at most. */
function countRead(furniture: LineKinds, from: number, to: number, most: number): number {
  let count = 0
  for (let index = from; index < to && count < most; index++) if (!furniture.has(index)) count++
  return count
}

/** Two-character endings that several names share: 记者 where the list above knows no 记者. */
function sharedEndings(names: Iterable<string>): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name.slice(-2), (counts.get(name.slice(-2)) ?? 0) + 1)
  return new Set([...counts].filter(([, count]) => count >= 2).map(([ending]) => ending))
}

/** In plain forms it takes more. */
const FEWEST_ALIKE = 4

/** How the labels look that much speaks for. */
interface Habits {
  readonly counts: ReadonlyMap<LabelForm, number>
  /** Form and number of words, parted by a space. */
  readonly lengths: ReadonlySet<string>
  readonly endings: ReadonlySet<string>
}

function habitsOf(fair: readonly Judged[]): Habits {
  const counts = new Map<LabelForm, number>()
  const examples = new Map<string, LabelCandidate>()
  for (const { candidate } of fair) {
    counts.set(candidate.form, (counts.get(candidate.form) ?? 0) + 1)
    examples.set(candidate.speaker, candidate)
  }
  return { counts, lengths: new Set([...examples.values()].map(lengthOf)), endings: sharedEndings(examples.keys()) }
}

function lengthOf({ form, speaker }: LabelCandidate): string {
  return `${form} ${speaker.split(' ').length}`
}

/** Tells whether a label that little speaks for is made as those are that much speaks for. */
function isLikeOthers({ candidate, score }: Judged, { counts, lengths, endings }: Habits): boolean {
  const alike = counts.get(candidate.form) ?? 0
  if (MARKED_FORMS.has(candidate.form)) return alike >= 2
  const sharesEnding = alike >= 2 && endings.has(candidate.speaker.slice(-2))
  if (score < 1 || alike < FEWEST_ALIKE || !/\p{Ll}|\p{Lu}/u.test(candidate.speaker)) return sharesEnding
  return lengths.has(lengthOf(candidate))
}

/** So many labels tell whether the talk is written with full stops. */
const MOST_JUDGED = 200
const FEWEST_GAPS = 3
const MOST_BETWEEN = 3000
const ITEM = /^(?:第|其[一二三四五]|[一二三四五六七八九十])|(?:问题|問題|[点點])$/u

/**
 * Nobody prints a name twice in a row if nobody else spoke between: where one person's turns follow
 * each other, and mostly some label, however unlikely, stands between them that comes again or has
 * a question behind it, that is who spoke.
 */
function betweenTurns(text: string, fair: readonly Judged[], others: readonly Judged[]): readonly Judged[] {
  if (others.length === 0) return []
  const known = [...fair].sort((a, b) => a.candidate.start - b.candidate.start)
  const found: Judged[] = []
  let gaps = 0
  let at = 0
  for (const [index, { candidate }] of known.entries()) {
    const next = known[index + 1]?.candidate
    if (next === undefined || next.speaker !== candidate.speaker || next.form !== candidate.form) continue
    gaps++
    while ((others[at]?.candidate.start ?? Number.POSITIVE_INFINITY) < candidate.speech) at++
    let speaker: Judged | null = null
    for (; (others[at]?.candidate.start ?? Number.POSITIVE_INFINITY) < next.start; at++) {
      const one = others[at]
      if (one === undefined || ITEM.test(one.candidate.speaker) || one.candidate.form !== candidate.form) continue
      const speech = text.slice(one.candidate.end, Math.min(next.start, one.candidate.end + MOST_BETWEEN))
      if (one.candidate.isAtParagraphStart && (one.recurs || /[?？؟]/u.test(speech))) speaker = one
    }
    if (speaker !== null) found.push(speaker)
  }
  const isSure = found.length >= FEWEST_GAPS || found.some(({ recurs }) => recurs)
  if (!isSure || found.length < gaps * 0.6) return []
  const names = new Set(found.map(({ candidate }) => candidate.speaker))
  const again = others.filter(({ candidate, recurs }) => recurs && names.has(candidate.speaker))
  return [...found, ...again.filter(({ candidate }) => candidate.isAtParagraphStart)]
}

/**
 * Where nearly all labels stand alone on their line, or nearly none does, a name that comes once
 * and stands otherwise is part of the text.
 */
function inUsualPlace(lines: Lines, layout: Layout, judged: readonly Judged[]): readonly Judged[] {
  let plain = 0
  let alone = 0
  for (const { candidate } of judged) {
    if (candidate.form !== 'colon') continue
    plain++
    if (standsAlone(lines, layout, candidate)) alone++
  }
  if (plain < 8 || (alone > plain * 0.1 && alone < plain * 0.9)) return judged
  const usually = alone > plain / 2
  const isUsual = ({ candidate, recurs, evidence }: Judged): boolean =>
    candidate.form !== 'colon' || recurs || evidence >= 3 || standsAlone(lines, layout, candidate) === usually
  return judged.every(isUsual) ? judged : judged.filter(isUsual)
}

/** Nothing is said on its line, and not because the column left no room for it. */
function standsAlone(lines: Lines, layout: Layout, { line, lastLine, speech }: LabelCandidate): boolean {
  if (speech < lines.end(lastLine) || line !== lastLine) return false
  return !(layout.isHardWrapped && lines.width(lastLine) > layout.columns.at(line) - 6)
}

/** Texts keep to a form or two: a third one is taken for content, unless it names the same people. */
function withUsualForms(judged: readonly Judged[]): readonly Judged[] {
  const counts = new Map<LabelForm, number>()
  for (const { candidate } of judged) counts.set(candidate.form, (counts.get(candidate.form) ?? 0) + 1)
  const [main] = [...counts].sort(([, a], [, b]) => b - a)
  if (main === undefined || counts.size === 1) return judged
  const [mainForm, most] = main
  const people = new Set<string>()
  for (const { candidate } of judged) if (candidate.form === mainForm) people.add(candidate.speaker)
  // `Q.` and `A.` name nobody: in court others speak up between them, and are named.
  const isLettered = mainForm === 'letter'
  return judged.filter(({ candidate, evidence }) => {
    if ((counts.get(candidate.form) ?? 0) >= most * 0.25 || people.has(candidate.speaker)) return true
    return isLettered && candidate.form === 'colon' && evidence >= 2 && !/\p{Ll}{2}/u.test(candidate.speaker)
  })
}

function labelOf(candidate: LabelCandidate, isRare: boolean): Label {
  return isRare ? { ...candidate, isRare } : candidate
}

function withoutOverlaps(judged: readonly Judged[]): readonly Label[] {
  const labels: Label[] = []
  for (const { candidate, isRare } of judged) {
    const last = labels.at(-1)
    if (last === undefined || candidate.line > last.lastLine) labels.push(labelOf(candidate, isRare))
  }
  return labels
}

/** So far down a head may go, in lines. */
const LAST_HEAD_LINE = 12

/** `Interviewer: Jane Roe` among `Date: …` and `Place: …` says who was there, not what was said. */
function withoutHead(text: string, lines: Lines, layout: Layout, labels: readonly Label[]): readonly Label[] {
  const labelled = new Set<number>()
  for (const { line } of labels) {
    if (line > LAST_HEAD_LINE + 3) break
    labelled.add(line)
  }
  const isHeadLine = (index: number): boolean => {
    const line = lines.line(index)
    if (line === undefined || line.end - line.start > 80 || line.endsSentence || labelled.has(index)) return false
    const [printed, value] = text.slice(line.start, line.end).split(/[:：]/u)
    if (printed === undefined || value === undefined || printed.length > 24 || /^\p{Ll}/u.test(printed)) return false
    const { speaker } = partsOfLabel(printed)
    return speaker !== '' && evidenceOfName(speaker, '') === null
  }
  let from = unspokenHead(text, lines, labels)
  for (const [index, label] of labels.entries()) {
    if (index < from) continue
    const isLong = lines.end(label.lastLine) - label.speech > 40
    if (label.line > LAST_HEAD_LINE || lines.endsSentence(label.lastLine) || isLong) break
    // A line that the column cut ends no sentence, nor does a name alone on its line; what goes on behind it does.
    const goesOn = layout.isHardWrapped || label.speech >= lines.end(label.lastLine)
    if (goesOn && saysSentence(lines, label, labels[index + 1]?.line ?? lines.length)) break
    const near = [-2, -1, 1, 2, 3].map((step) => label.line + step)
    if (near.some(isHeadLine) && labels.length - index > 2) from = index + 1
    else break
  }
  return labels.slice(from)
}

/** A sentence ends before the next label, in one of the few lines behind this one, each of which goes on with it. */
function saysSentence(lines: Lines, label: Label, next: number): boolean {
  for (let index = label.lastLine + 1; index < Math.min(next, label.lastLine + 6); index++) {
    if (lines.gap(index) > lines.gap(label.lastLine + 1)) return false
    if (lines.endsSentence(index)) return true
  }
  return false
}

/**
 * Who was there, what was talked of: before the talk begins, words with colons are followed by lists.
 * Where nearly everything that is said ends in full stops, what ends in none before the first that does is a head.
 */
function unspokenHead(text: string, lines: Lines, labels: readonly Label[]): number {
  const isSpoken = labels.slice(0, MOST_JUDGED).map((label, index) => {
    const end = Math.min(labels[index + 1]?.line ?? lines.length, label.lastLine + 4)
    const speech = text.slice(label.speech, Math.max(label.speech, lines.end(end - 1)))
    return endsAsSpeech(speech)
  })
  const first = isSpoken.indexOf(true)
  const behind = isSpoken.slice(Math.max(0, first))
  const isUsual = behind.filter(Boolean).length >= behind.length * 0.8
  if (first < 1 || !isUsual || labels.length - first < 4) return 0
  const later = new Set(labels.slice(first).map(({ speaker }) => speaker))
  return labels.slice(0, first).some(({ speaker }) => later.has(speaker)) ? 0 : first
}
