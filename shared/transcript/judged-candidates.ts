import { isCjk } from './characters.ts'
import type { LabelCandidate, LabelForm } from './label-candidate.ts'
import type { Line, Lines } from './lines.ts'
import { evidenceOfName, type NameEvidence } from './name-evidence.ts'
import { surnamesOf } from './surnames.ts'
import { ANSWERER, ASKER, isBareChair, LATIN_TITLE, MODERATOR } from './vocabulary.ts'

/** Forms that are so particular that two labels are enough to know what a third one is. */
export const MARKED_FORMS: ReadonlySet<LabelForm> = new Set([
  'heading',
  'circle',
  'bold',
  'tag',
  'timed',
  'capitals',
  'alone',
  'bold-line',
])
/** What a colon ends is found in mid-paragraph as well. */
const COLON_FORMS: ReadonlySet<LabelForm> = new Set(['colon', 'bold'])
/** Signs that part other things as well: what comes once in these forms is believed only beside what comes again. */
const COMMON_FORMS: ReadonlySet<LabelForm> = new Set(['cell', 'spaced', 'dashed', 'bold-run'])

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

/** What is known of all candidates of one form that are called by one name. */
interface Namesakes {
  /** How many they are. */
  all: number
  /** How many of them stand where a paragraph can begin. */
  count: number
  /** What the words say without and with an affiliation beside them; `undefined`: not judged yet. */
  bare: NameEvidence | undefined
  beside: NameEvidence | undefined
}

/** Weighs each candidate by its words, its form and how often it comes; what is nobody is left out. */
export function judge(text: string, lines: Lines, candidates: readonly LabelCandidate[]): readonly Judged[] {
  const { usable, byForm, namesakes } = usableOf(text, lines, candidates)
  const surnames = surnamesOf(usable, byForm)
  const cells = byForm.has('cell') ? usable.filter(({ form }) => form === 'cell').length : 0
  const isTable = cells >= Math.max(3, lines.length * 0.6)
  const doHeadingsRecur =
    byForm.has('heading') &&
    usable.some(
      (one, index) => one.form === 'heading' && (namesakes[index]?.count ?? 0) > 1 && isBareHeading(text, one),
    )
  let small = 0
  for (const [name, { all }] of byForm.get('colon') ?? []) if (isSmall('colon', name)) small += all
  const judged: Judged[] = []
  for (let index = 0; index < usable.length; index++) {
    const candidate = usable[index]
    const known = namesakes[index]
    if (candidate === undefined || known === undefined) continue
    const { form } = candidate
    let evidence = evidenceOf(candidate, known)
    let { count } = known
    const full = surnames.size === 0 ? 0 : (surnames.get(form)?.get(candidate.speaker) ?? 0)
    if (full > 0 && evidence !== null) {
      count += full
      if (evidence < 2) evidence = 2
    }
    // In mid-paragraph only a name that is known from elsewhere is believed.
    const isKnown =
      (COLON_FORMS.has(form) && count >= 3 && (evidence ?? 0) >= 2 && candidate.speaker.length >= 2) ||
      // Messages of a chat seldom end in full stops; a name with a time stands above each.
      (form === 'timed' && known.all >= 2)
    // Chats are written in small letters throughout; elsewhere keys and commands are.
    if (small > 0 && isSmall(form, candidate.speaker) && (evidence ?? 0) < 2 && small < lines.length * 0.4) continue
    if (form === 'cell' && !isTable && (evidence ?? 0) < 2) continue
    if (evidence === null || (!candidate.isAtParagraphStart && !isKnown)) continue
    if (form === 'capitals' && count < 2 && !LATIN_TITLE.test(candidate.speaker)) {
      judged.push({ candidate, recurs: false, evidence, isNamed: false, score: 1, isRare: true })
      continue
    }
    if (count < 2 && COMMON_FORMS.has(form) && !(isTable && form === 'cell')) {
      if (evidence >= 2) judged.push({ candidate, recurs: false, evidence, isNamed: true, score: 1.5, isRare: true })
      continue
    }
    if (count < 2 && evidence < (doHeadingsRecur ? 2 : 3) && isBareHeading(text, candidate)) continue
    // A word of Latin script that comes again is a heading as often as a name.
    const sure = isCjk(candidate.speaker.charCodeAt(0)) ? 4 : 6
    const recurrence = count >= sure ? 3 : count >= 4 ? 2.5 : count >= 2 ? 1.5 : 0
    judged.push({
      candidate,
      recurs: count >= 2,
      evidence,
      isNamed: evidence >= 2 || FORM_EVIDENCE[form] > 1,
      score:
        evidence +
        recurrence +
        FORM_EVIDENCE[form] +
        (isTable && form === 'cell' ? 1.5 : 0) +
        evidenceOfTime(text, candidate),
      isRare: count < 2 && evidence < 2 && !MARKED_FORMS.has(form),
    })
  }
  return judged
}

/** Form by form, who is called by each name. */
type NamesByForm = ReadonlyMap<LabelForm, ReadonlyMap<string, Namesakes>>

/** Candidates with who else is called as they are. */
interface Counted {
  readonly byForm: NamesByForm
  /** Candidate by candidate, its own. */
  readonly namesakes: readonly Namesakes[]
}

/** The candidates that something may be said behind. */
function usableOf(
  text: string,
  lines: Lines,
  candidates: readonly LabelCandidate[],
): Counted & { readonly usable: readonly LabelCandidate[] } {
  const counted = countNames(candidates)
  // Behind a colon anything is said.
  if ([...counted.byForm.keys()].every((form) => COLON_FORMS.has(form))) return { usable: candidates, ...counted }
  const timed = new Set<number>()
  for (const { form, line, isAtParagraphStart } of candidates)
    if (form === 'timed' && isAtParagraphStart) timed.add(line)
  const letters = counted.byForm.get('letter')
  const asking = letters?.get('Q')?.all ?? 0
  // `P.` asks and `R.` answers, as Spanish and Portuguese newspapers print it.
  const pairs = Math.min(letters?.get('P')?.all ?? 0, letters?.get('R')?.all ?? 0)
  // `Ines Marsh, Member of the Commission. – …` beside `The President. – …`; elsewhere a sentence ends there.
  const isChaired = candidates.filter((one) => isBehindDash(text, one) && isBareChair(one.speaker)).length >= 2
  const usable = candidates.filter((candidate, index) => {
    if (COLON_FORMS.has(candidate.form)) return true
    if (isBehindLabelAlone(lines, candidate, candidates[index - 1])) return false
    // `R.` answers, as in French and Spanish, only where `Q.` or `P.` asks.
    const { form, speaker } = candidate
    if (form === 'letter' && ((speaker === 'R' && asking < 2 && pairs < 2) || (speaker === 'P' && pairs < 2)))
      return false
    if (form === 'capitals' && !isChaired && isBehindDash(text, candidate)) return false
    // A time with words and nothing said behind it is an entry of a programme.
    const isEntry = timed.has(candidate.line + 1) || candidate.line + 1 >= lines.length
    if (form === 'timed' && isEntry && standsAlone(lines, candidate)) return false
    // Nobody answers where nobody asks: `A.` is the first of several answers to choose from.
    if (form === 'letter' && speaker === 'A' && asking === 0) return false
    return isSpoken(text, lines, candidate, asking >= 2)
  })
  // Mostly something is said behind all of them.
  return { usable, ...(usable.length === candidates.length ? counted : countNames(usable)) }
}

/** A full stop and a dash part its name from what is said. */
function isBehindDash(text: string, { end }: LabelCandidate): boolean {
  const last = text.charCodeAt(end - 1)
  return last === 0x2013 || last === 0x2014
}

function countNames(candidates: readonly LabelCandidate[]): Counted {
  const byForm = new Map<LabelForm, Map<string, Namesakes>>()
  const namesakes: Namesakes[] = []
  let form: LabelForm | null = null
  let names = new Map<string, Namesakes>()
  for (const candidate of candidates) {
    if (candidate.form !== form) {
      form = candidate.form
      names = byForm.get(form) ?? new Map<string, Namesakes>()
      byForm.set(form, names)
    }
    let known = names.get(candidate.speaker)
    if (known === undefined) {
      known = { all: 0, count: 0, bare: undefined, beside: undefined }
      names.set(candidate.speaker, known)
    }
    known.all++
    if (candidate.isAtParagraphStart) known.count++
    namesakes.push(known)
  }
  return { byForm, namesakes }
}

function evidenceOf({ speaker, affiliation }: LabelCandidate, known: Namesakes): NameEvidence {
  if (affiliation === '') {
    if (known.bare === undefined) known.bare = evidenceOfName(speaker, affiliation)
    return known.bare
  }
  if (known.beside === undefined) known.beside = evidenceOfName(speaker, affiliation)
  return known.beside
}

/** Its first letter is a small one, in a script that has capitals. */
function isSmall(form: LabelForm, speaker: string): boolean {
  // Most names tell it without being matched.
  const first = speaker.charCodeAt(0)
  return form === 'colon' && !isCjk(first) && !(first >= 0x41 && first <= 0x5a) && /^\p{Ll}/u.test(speaker)
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
  cell: 0.5,
  spaced: 0,
  dashed: 0.5,
  'bold-line': 3,
  'bold-run': 0.5,
  alone: 3,
  spoken: 3,
  unnamed: 0,
}

/** A time beside a name is printed by recorders and by exports of chats; logs of programs print it too. */
function evidenceOfTime(text: string, { form, time, end }: LabelCandidate): number {
  if (time === null || (form !== 'colon' && form !== 'bracket')) return 0
  // `12:01 <mira>` stands in logs of chats alone.
  return text
    .slice(end - 2, end)
    .trimEnd()
    .endsWith('>')
    ? 2.5
    : 1
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
function isSpoken(text: string, lines: Lines, candidate: LabelCandidate, isAsked: boolean): boolean {
  const end = lines.end(candidate.lastLine)
  if (candidate.form === 'heading') {
    return !isBareHeading(text, candidate) || isPerson(candidate.speaker)
  }
  if (candidate.form === 'circle') return lines.endsSentence(candidate.lastLine) || end - candidate.speech >= 8
  // Figures in a table are no speech.
  if (candidate.form === 'cell')
    return /\p{L}/u.test(text.slice(candidate.speech, Math.min(end, candidate.speech + 60)))
  if (candidate.form === 'letter')
    return (
      candidate.speaker !== 'A' ||
      (isAsked && standsAlone(lines, candidate)) ||
      (candidate.speech < end && !isFirstChoice(text, lines.line(candidate.lastLine + 1)))
    )
  return true
}

function standsAlone(lines: Lines, { speech, lastLine }: LabelCandidate): boolean {
  return speech >= lines.end(lastLine)
}

/** `A` alone on its line, and below it `Mr. Platt. He knew my father.`: what a label stands above is said, and no label. */
function isBehindLabelAlone(lines: Lines, one: LabelCandidate, before: LabelCandidate | undefined): boolean {
  if (one.form !== 'capitals' || before?.form !== 'letter') return false
  return before.lastLine === one.line - 1 && standsAlone(lines, before) && !standsAlone(lines, one)
}

/** `A.` above `B.` is the first of several answers to choose from, or of several points. */
function isFirstChoice(text: string, next: Line | undefined): boolean {
  return next !== undefined && /^B[.．、)]/u.test(text.slice(next.start, next.start + 2))
}
