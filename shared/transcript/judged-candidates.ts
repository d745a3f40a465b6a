import { isCjk } from './characters.ts'
import type { LabelCandidate, LabelForm } from './label-candidates.ts'
import type { Line } from './lines.ts'
import { evidenceOfName, type NameEvidence } from './name-evidence.ts'
import { ANSWERER, ASKER, LATIN_TITLE, MODERATOR } from './vocabulary.ts'

/** Forms that are so particular that two labels are enough to know what a third one is. */
export const MARKED_FORMS: ReadonlySet<LabelForm> = new Set(['heading', 'circle', 'bold', 'tag', 'timed', 'capitals'])

/** A candidate, and how much speaks for it. */
export interface Judged {
  readonly candidate: LabelCandidate
  readonly score: number
  /** What its words alone say, see `NameEvidence`. */
  readonly evidence: number
  /** It stands alone: neither do its words say who speaks, nor does it come again. */
  readonly isRare: boolean
  /** Its words alone, or its form alone, say that it is a person. */
  readonly isNamed: boolean
  /** The same name stands in the same form elsewhere. */
  readonly recurs: boolean
}

/** Weighs each candidate by its words, its form and how often it comes; what is nobody is left out. */
export function judge(text: string, lines: readonly Line[], candidates: readonly LabelCandidate[]): readonly Judged[] {
  const usable = candidates.filter((candidate) => isSpoken(text, lines, candidate))
  const counts = countNames(usable)
  const bare = new Map<string, NameEvidence>()
  const withAffiliation = new Map<string, NameEvidence>()
  const judged: Judged[] = []
  for (const candidate of usable) {
    const evidences = candidate.affiliation === '' ? bare : withAffiliation
    let evidence = evidences.get(candidate.speaker)
    if (evidence === undefined) {
      evidence = evidenceOfName(candidate.speaker, candidate.affiliation)
      evidences.set(candidate.speaker, evidence)
    }
    const count = counts.get(candidate.form)?.get(candidate.speaker) ?? 0
    // In mid-paragraph only a name that is known from elsewhere is believed.
    const isKnown = count >= 3 && (evidence ?? 0) >= 2 && candidate.speaker.length >= 2
    if (evidence === null || (!candidate.isAtParagraphStart && !isKnown)) continue
    if (candidate.form === 'capitals' && count < 2 && !LATIN_TITLE.test(candidate.speaker)) {
      judged.push({ candidate, recurs: false, evidence, isNamed: false, score: 1, isRare: true })
      continue
    }
    if (count < 2 && evidence < 2 && isBareHeading(text, candidate)) continue
    // A word of Latin script that comes again is a heading as often as a name.
    const sure = isCjk(candidate.speaker.charCodeAt(0)) ? 4 : 6
    const recurrence = count >= sure ? 3 : count >= 4 ? 2.5 : count >= 2 ? 1.5 : 0
    judged.push({
      candidate,
      recurs: count >= 2,
      evidence,
      isNamed: evidence >= 2 || FORM_EVIDENCE[candidate.form] > 1,
      score: evidence + recurrence + FORM_EVIDENCE[candidate.form],
      isRare: count < 2 && evidence < 2 && !MARKED_FORMS.has(candidate.form),
    })
  }
  return judged
}

/** How often each name begins a paragraph, form by form. */
function countNames(candidates: readonly LabelCandidate[]): ReadonlyMap<LabelForm, ReadonlyMap<string, number>> {
  const counts = new Map<LabelForm, Map<string, number>>()
  for (const { form, speaker, isAtParagraphStart } of candidates) {
    const names = counts.get(form) ?? new Map<string, number>()
    if (names.size === 0) counts.set(form, names)
    if (isAtParagraphStart) names.set(speaker, (names.get(speaker) ?? 0) + 1)
  }
  return counts
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

/** A heading of one person's speech says so by its words alone. */
function isPerson(name: string): boolean {
  const isParty = ASKER.test(name) || ANSWERER.test(name) || MODERATOR.test(name)
  return isParty || isCjk(name.charCodeAt(0))
}

function isBareHeading(text: string, { form, start, end }: LabelCandidate): boolean {
  return form === 'heading' && !/[:：][*_\s]*$/u.test(text.slice(start, end))
}

/** A heading must name a person or end in a colon, a circle must be followed by sentences; else they mark something else. */
function isSpoken(text: string, lines: readonly Line[], candidate: LabelCandidate): boolean {
  const line = lines[candidate.lastLine]
  if (line === undefined) return false
  if (candidate.form === 'heading') {
    return !isBareHeading(text, candidate) || isPerson(candidate.speaker)
  }
  if (candidate.form === 'circle') return line.endsSentence || line.end - candidate.speech >= 8
  if (candidate.form === 'letter') return candidate.speaker !== 'A' || candidate.speech < line.end
  return true
}
