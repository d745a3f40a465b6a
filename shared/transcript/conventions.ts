import type { LabelCandidate, LabelForm } from './label-candidates.ts'
import type { Line } from './lines.ts'
import { evidenceOfName, type NameEvidence } from './name-evidence.ts'

/** A candidate that was taken for a label. */
export interface Label extends LabelCandidate {
  /** It stands alone: neither do its words say who speaks, nor does it come again. */
  readonly isRare: boolean
}

/** Forms that are so particular that two labels are enough to know what a third one is. */
const MARKED_FORMS: ReadonlySet<LabelForm> = new Set(['heading', 'circle', 'bold', 'tag', 'timed', 'capitals'])
interface Judged {
  readonly candidate: LabelCandidate
  readonly score: number
  readonly isRare: boolean
  /** Its words alone, or its form alone, say that it is a person. */
  readonly isNamed: boolean
  /** The same name stands in the same form elsewhere. */
  readonly recurs: boolean
}

/** What counts as a label without help from others. */
const STRONG = 3

/**
 * Chooses the labels among the candidates by learning this text's own conventions: which names
 * come again, which forms they are set in, which endings they share. A text in which nothing of
 * the kind is found has no labels.
 */
export function chooseLabels(
  text: string,
  lines: readonly Line[],
  candidates: readonly LabelCandidate[],
): readonly Label[] {
  const judged = judge(text, lines, candidates)
  const strong = judged.filter(({ score }) => score >= STRONG)
  const fair = strong.length >= 2 ? judged.filter(({ score }) => score >= 2) : fewLabels(text, lines, judged)
  if (!fair.some(({ isNamed }) => isNamed) && !soundsLikeTalk(text, fair)) return []
  const habits = habitsOf(fair)
  const isFair = new Set(fair)
  const weak = fair.length < 2 ? [] : judged.filter((one) => !isFair.has(one) && isLikeOthers(one, habits))
  const chosen = withUsualForms([...fair, ...weak])
  return withoutHead(text, lines, withoutOverlaps(inUsualPlace(lines, chosen)))
}

function judge(text: string, lines: readonly Line[], candidates: readonly LabelCandidate[]): readonly Judged[] {
  const usable = candidates.filter((candidate) => isSpoken(text, lines, candidate))
  const counts = new Map<string, number>()
  for (const { speaker, form, isAtParagraphStart } of usable) {
    if (isAtParagraphStart) counts.set(form + speaker, (counts.get(form + speaker) ?? 0) + 1)
  }
  const evidences = new Map<string, NameEvidence>()
  const judged: Judged[] = []
  for (const candidate of usable) {
    const key = `${candidate.speaker}\n${candidate.affiliation === '' ? '' : '()'}`
    let evidence = evidences.get(key)
    if (evidence === undefined) {
      evidence = evidenceOfName(candidate.speaker, candidate.affiliation)
      evidences.set(key, evidence)
    }
    const count = counts.get(candidate.form + candidate.speaker) ?? 0
    // In mid-paragraph only a name that is known from elsewhere is believed.
    if (evidence === null || (!candidate.isAtParagraphStart && (count < 3 || evidence < 2))) continue
    const recurrence = count >= 4 ? 2.5 : count >= 2 ? 1.5 : 0
    judged.push({
      candidate,
      recurs: count >= 2,
      isNamed: evidence >= 2 || FORM_EVIDENCE[candidate.form] >= 1,
      score: evidence + recurrence + FORM_EVIDENCE[candidate.form],
      isRare: count < 2 && evidence < 2 && !MARKED_FORMS.has(candidate.form),
    })
  }
  return judged
}

/** How much a form alone speaks for a label, beyond what the name does. */
const FORM_EVIDENCE: Readonly<Record<LabelForm, number>> = {
  colon: 0,
  bold: 0,
  heading: 0,
  bracket: 0.5,
  circle: 1.5,
  letter: 0,
  timed: 2,
  capitals: 1,
  tag: 3,
}

/** A heading must recur or end in a colon, a circle must be followed by sentences; else they mark something else. */
function isSpoken(text: string, lines: readonly Line[], candidate: LabelCandidate): boolean {
  const line = lines[candidate.lastLine]
  if (line === undefined) return false
  if (candidate.form === 'heading') return /[:：][*_\s]*$/u.test(text.slice(candidate.start, candidate.end))
  if (candidate.form === 'circle') return line.endsSentence || line.end - candidate.speech >= 8
  if (candidate.form === 'letter') return candidate.speaker !== 'A' || candidate.speech < line.end
  return true
}

/**
 * A text of few labels, none of which comes again: taken for a talk only if it begins with them,
 * consists of them, has at least two names, and somebody asks or addresses somebody.
 */
function fewLabels(text: string, lines: readonly Line[], judged: readonly Judged[]): readonly Judged[] {
  const named = judged.filter(({ score }) => score >= 1)
  const first = named[0]?.candidate
  if (first === undefined || first.line > 2 || new Set(named.map(({ candidate }) => candidate.speaker)).size < 2)
    return []
  const covered = lines.length - first.line
  if (named.length * 6 < covered) return []
  return soundsLikeTalk(text, named) ? named : []
}

/** Somebody asks or addresses somebody, at least in the first pages, or labels are set as nothing but labels is. */
function soundsLikeTalk(text: string, labels: readonly Judged[]): boolean {
  if (labels.some(({ candidate }) => FORM_EVIDENCE[candidate.form] >= 1)) return true
  const start = labels[0]?.candidate.end ?? text.length
  return /[?？؟]|[你您]|\b(?:you|I)\b/u.test(text.slice(start, start + 20_000))
}

/** Two-character endings that several names share: 记者 where the list above knows no 记者. */
function sharedEndings(fair: readonly Judged[]): ReadonlySet<string> {
  const namesByEnding = new Map<string, Set<string>>()
  for (const { candidate } of fair) {
    const ending = candidate.speaker.slice(-2)
    const names = namesByEnding.get(ending) ?? new Set()
    namesByEnding.set(ending, names.add(candidate.speaker))
  }
  return new Set([...namesByEnding].filter(([, names]) => names.size >= 2).map(([ending]) => ending))
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
  const lengths = new Set<string>()
  for (const { candidate } of fair) {
    counts.set(candidate.form, (counts.get(candidate.form) ?? 0) + 1)
    lengths.add(lengthOf(candidate))
  }
  return { counts, lengths, endings: sharedEndings(fair) }
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

/**
 * Where nearly all labels stand alone on their line, or nearly none does, a name that comes once
 * and stands otherwise is part of the text.
 */
function inUsualPlace(lines: readonly Line[], judged: readonly Judged[]): readonly Judged[] {
  const isAlone = ({ candidate }: Judged): boolean => candidate.speech >= (lines[candidate.lastLine]?.end ?? 0)
  const plain = judged.filter(({ candidate }) => candidate.form === 'colon')
  const alone = plain.filter(isAlone).length
  if (plain.length < 8 || (alone > plain.length * 0.1 && alone < plain.length * 0.9)) return judged
  const usually = alone > plain.length / 2
  return judged.filter((one) => one.candidate.form !== 'colon' || one.recurs || isAlone(one) === usually)
}

/** Texts keep to a form or two: a third one is taken for content, unless it names the same people. */
function withUsualForms(judged: readonly Judged[]): readonly Judged[] {
  const byForm = new Map<LabelForm, Judged[]>()
  for (const one of judged) {
    const list = byForm.get(one.candidate.form) ?? []
    list.push(one)
    byForm.set(one.candidate.form, list)
  }
  const [main] = [...byForm.values()].sort((a, b) => b.length - a.length)
  if (main === undefined) return []
  const people = new Set(main.map(({ candidate }) => candidate.speaker))
  return judged.filter(({ candidate }) => {
    const sameForm = byForm.get(candidate.form) ?? []
    return sameForm.length >= main.length * 0.25 || people.has(candidate.speaker)
  })
}

function withoutOverlaps(judged: readonly Judged[]): readonly Label[] {
  const labels: Label[] = []
  for (const { candidate, isRare } of [...judged].sort((a, b) => a.candidate.start - b.candidate.start)) {
    const last = labels.at(-1)
    if (last === undefined || candidate.line > last.lastLine) labels.push({ ...candidate, isRare })
  }
  return labels
}

/** `Interviewer: Jane Roe` among `Date: …` and `Place: …` says who was there, not what was said. */
function withoutHead(text: string, lines: readonly Line[], labels: readonly Label[]): readonly Label[] {
  const isHeadLine = (index: number): boolean => {
    const line = lines[index]
    if (line === undefined || line.end - line.start > 80) return false
    const [name, value] = text.slice(line.start, line.end).split(/[:：]/u)
    return name !== undefined && value !== undefined && evidenceOfName(name.replace(/[*#_]/gu, '').trim(), '') === null
  }
  let from = 0
  for (const [index, label] of labels.entries()) {
    const line = lines[label.lastLine]
    if (line === undefined || label.line > 12 || line.endsSentence || line.end - label.speech > 40) break
    const near = [-2, -1, 1, 2, 3].map((step) => label.line + step)
    if (near.some(isHeadLine) && labels.length - index > 2) from = index + 1
    else break
  }
  return labels.slice(from)
}
