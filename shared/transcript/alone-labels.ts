import { NAME_AND_OFFICE } from './known-labels.ts'
import type { LabelCandidate } from './label-candidate.ts'
import type { Layout } from './layout.ts'
import type { LineKinds } from './line-kinds.ts'
import { ENDS_SENTENCE, HAS_LABEL_END, LETTER_SPACED, type Lines } from './lines.ts'
import { evidenceOfName } from './name-evidence.ts'
import { verbOf, withoutVerbOfSaying } from './settled-names.ts'
import { addresses, endsAsSpeech } from './talk.ts'

/** Columns; names that stand alone are no longer. */
const WIDEST = 48
const WIDEST_WITH_OFFICE = 140
/** Lines that hold nothing but a name come at least so often. */
const FEWEST = 4
const SHORT_NAME = /^[\p{sc=Han}\p{sc=Hangul}\p{sc=Katakana}\p{sc=Hiragana}ー・]{2,8}$/u
/** No line of these holds nothing but a name. */
const NO_NAME_ALONE = ENDS_SENTENCE | HAS_LABEL_END | LETTER_SPACED
/** Lines between two of them on the average, at most. */
const FARTHEST = 40
/** So many of them tell what they are. */
const ENOUGH = 400

/** Tells whether a line may hold nothing but a name: short, no sentence, where a paragraph can begin, and not the last. */
export function mayStandAlone(
  text: string,
  lines: Lines,
  index: number,
  layout: Layout,
  furniture: LineKinds,
): boolean {
  if (lines.has(index, NO_NAME_ALONE)) return false
  const width = lines.width(index)
  const next = index + 1
  const first = lines.first(index)
  // Most lines of a long text are too wide for a name, and no such name has an office behind it.
  if (next >= lines.length || (width > WIDEST && (first > 0x5a || width > WIDEST_WITH_OFFICE))) return false
  const isFull = layout.isHardWrapped && width >= layout.columns.at(index) * 0.75
  const isCentred = lines.indent(index) >= lines.indent(next) + 4
  const isWide = width > WIDEST || (isFull && !isCentred)
  if (isWide && first > 0x5a) return false
  // A letter that is no small one.
  if (first < 0x41 || (first >= 0x5b && first < 0xc0)) return false
  const begins = !lines.stopsMidSentence(index - 1) || lines.gap(index) > layout.lineGap || isCentred
  if (!begins && !furniture.has(index - 1) && layout.meaning !== 'paragraphs') return false
  if (isWide) return hasOffice(text, lines, index, layout)
  return /[\p{Lu}\p{Lt}\p{Lo}]/u.test(String.fromCodePoint(text.codePointAt(lines.start(index)) ?? 0))
}

/** `Jane Roe - Norwood Corp., Research Division - Analyst`: with an office behind it a name may be wider. */
function hasOffice(text: string, lines: Lines, index: number, layout: Layout): boolean {
  if (layout.isHardWrapped && lines.gap(index) <= layout.lineGap) return false
  const printed = text.slice(lines.start(index), lines.end(index))
  return / --? /u.test(printed) && NAME_AND_OFFICE.test(printed)
}

/**
 * Chooses among lines that hold nothing but what may be a name those of speakers. Headings, refrains
 * and the entries of lists stand alone as well, so the lines must tell it together: names come again
 * and take turns, what follows them are sentences, and they read as people or are set as people are.
 * `others` counts what may be labels of other forms.
 */
export function chooseAlone(
  text: string,
  lines: Lines,
  all: readonly LabelCandidate[],
  others: number,
): readonly LabelCandidate[] {
  const byVerbs = chooseByVerbs(text, lines, all)
  if (byVerbs.length > 0) return byVerbs
  const candidates = withoutEntries(text, all)
  const counts = new Map<string, number>()
  for (const { speaker } of candidates) counts.set(speaker, (counts.get(speaker) ?? 0) + 1)
  const evidence = new Map<string, number>()
  for (const [name] of counts) evidence.set(name, evidenceOfName(name, '') ?? -1)
  const known = candidates.filter(({ speaker, line }) => {
    const weight = evidence.get(speaker) ?? -1
    return (counts.get(speaker) ?? 0) >= 2 ? weight >= 0 : weight >= 3 && isSetApart(lines, line, speaker)
  })
  const people = new Set(known.map(({ speaker }) => speaker))
  const [first, last] = [known[0], known.at(-1)]
  const isMarked = first?.form === 'bold-line'
  if (first === undefined || last === undefined || people.size < 2 || known.length < (isMarked ? 3 : FEWEST)) return []
  if (people.size > known.length * 0.8) return []
  if ((last.line - first.line) / known.length > FARTHEST) return []

  const looked = known.slice(0, ENOUGH)
  const tally = { short: 0, named: 0, titled: 0, set: 0, centred: 0, spoken: 0, addressed: 0, changes: 0, stacked: 0 }
  const places = new Set(candidates.map(({ line }) => line))
  looked.forEach(({ speaker, line, speech }, k) => {
    const weight = evidence.get(speaker) ?? 0
    if (SHORT_NAME.test(speaker)) tally.short++
    if (weight >= 2) tally.named++
    if (weight >= 3) tally.titled++
    if (weight >= 1 && (isMarked || isSetApart(lines, line, speaker))) tally.set++
    if (weight >= 1 && isCentred(lines, line) && isInCapitals(speaker)) tally.centred++
    const next = looked[k + 1]
    if (next === undefined || next.speaker !== speaker) tally.changes++
    if (places.has(line + 1)) tally.stacked++
    const words = speechBehind(text, lines, line, speech, next?.line)
    if (endsAsSpeech(words)) tally.spoken++
    if (addresses(words)) tally.addressed++
  })
  const share = (count: number): number => count / looked.length
  // No list knows all names of Japan and Korea: there the talk behind them must be plain.
  const areShort =
    share(tally.short) >= 0.8 &&
    share(tally.addressed) >= 0.5 &&
    known.length > FEWEST &&
    others < known.length / 2 &&
    people.size <= Math.max(3, known.length / 3)
  const arePeople = share(tally.named) >= 0.6 || share(tally.set) >= 0.6 || areShort
  // Single words, however they are set, are headings as often as names.
  // Nothing else is printed as the names of a play are: in capitals, above what is said and to the right of it.
  const least = share(tally.centred) >= 0.9 ? 0.15 : share(tally.named) >= 0.6 ? 0.25 : 0.5
  const talk = share(tally.addressed) >= least || share(tally.titled) >= 0.6
  const isOrderly = share(tally.stacked) <= 0.15 && share(tally.changes) >= 0.6
  if (!arePeople || !talk || !isOrderly || share(tally.spoken) < 0.6) return []
  return candidates.filter(({ speaker, line }) => {
    if (people.has(speaker)) return true
    // Somebody who speaks once, among people who speak often.
    return (evidence.get(speaker) ?? -1) >= 2 && line > first.line && !places.has(line + 1)
  })
}

/**
 * Names with offices that stand above each other are a list of those who are there; behind a name that comes again
 * with something else each time stands the title of a book.
 */
function withoutEntries(text: string, candidates: readonly LabelCandidate[]): readonly LabelCandidate[] {
  const places = new Set(candidates.map(({ line }) => line))
  const offices = new Map<string, string>()
  const various = new Set<string>()
  for (const { speaker, affiliation, start, end } of candidates) {
    if (affiliation === '' || !/\s(?:--?|[–—])\s/u.test(text.slice(start, end))) continue
    if ((offices.get(speaker) ?? affiliation) !== affiliation) various.add(speaker)
    offices.set(speaker, affiliation)
  }
  return candidates.filter(
    ({ speaker, affiliation, line }) => affiliation === '' || !(places.has(line + 1) || various.has(speaker)),
  )
}

/** So many who ask, and so many who answer, make a record of questions and answers. */
const FEWEST_EACH = 2

/** `法官問`, `被告答`, as records of courts print them: names that end in what their owners do. None unless some ask and some answer. */
function chooseByVerbs(text: string, lines: Lines, candidates: readonly LabelCandidate[]): readonly LabelCandidate[] {
  const said = { asked: 0, answered: 0 }
  const verbal = candidates.filter(({ speaker }) => {
    const bare = withoutVerbOfSaying(speaker)
    if (bare === speaker || evidenceOfName(bare, '') === null) return false
    const verb = verbOf(speaker)
    if (verb !== null) said[verb]++
    return true
  })
  if (said.asked < FEWEST_EACH || said.answered < FEWEST_EACH) return []
  const spoken = verbal.filter(({ line, speech }, k) =>
    endsAsSpeech(speechBehind(text, lines, line, speech, verbal[k + 1]?.line)),
  )
  return spoken.length >= verbal.length * 0.6 ? verbal : []
}

/** In capitals, or indented as a name above a speech is. */
function isSetApart(lines: Lines, index: number, name: string): boolean {
  return isCentred(lines, index) || isInCapitals(name)
}

function isCentred(lines: Lines, index: number): boolean {
  return lines.indent(index) - lines.indent(index + 1) >= 4
}

function isInCapitals(name: string): boolean {
  return /\p{Lu}{2}/u.test(name) && !/\p{Ll}{2}/u.test(name)
}

function speechBehind(text: string, lines: Lines, line: number, speech: number, next?: number): string {
  const end = Math.min(next ?? lines.length, line + 6)
  return text.slice(speech, Math.min(lines.end(end - 1), speech + 300))
}
