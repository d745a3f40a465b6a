import type { LabelCandidate, LabelForm } from './label-candidate.ts'
import type { Lines } from './lines.ts'
import { isList } from './lists.ts'
import { NUMBERED_PERSON } from './vocabulary.ts'

/** What the decision whether labels make a talk looks at. */
export interface TalkLabel {
  readonly candidate: LabelCandidate
  /** Its words alone, or its form alone, say that it is a person. */
  readonly isNamed: boolean
}

/** Nothing but speakers is set like this, whatever is said behind it. */
const UNMISTAKABLE: ReadonlySet<LabelForm> = new Set(['tag', 'circle'])
const ASKING_LETTER = /^[Q问問]\d*$/u
/** So much of each turn is looked at. */
const FIRST_LINES = 6
const FIRST_UNITS = 300
/** Share of the labels below which lists stand, from which on it is no talk. */
const MOSTLY_LISTS = 0.5
/** So many turns tell what a text is. */
const ENOUGH = 400

/** Behind the full stop may come quotes, brackets, a laugh; scripts of South East Asia part sentences by blanks. */
const SENTENCE_END =
  /[\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}.。．!！?？؟।…۔።։។][^\p{L}\p{N}]{0,4}$|\p{sc=Greek}[»)]?;$/u
const ADDRESS =
  /[?？؟](?:\s|$)|\p{sc=Greek};|[你您我]|คุณ|ครับ|คะ|ค่ะ|ฉัน|ผม|(?:ます|です|ください|습니다|니까|세요)|(?<![\p{L}])(?:[Yy]ou|[Yy]our|[Ii]|[Ww]e|me|my|our|Sie|Ihnen|ich|wir|[Vv]ous|[Nn]ous|[Jj]e|J['’]|usted(?:es)?|yo|[Ss]ignor[ae]?|[Ss]eñor(?:es|a)?|[Ss]enhor(?:a|es)?|[Ii]o|eu|[Ee]u|я|мы|вы|ми|ви|Я|Мы|Вы|Ми|Ви|Sayın|אני|אנחנו|أنا|نحن)(?![\p{L}])/u

/** Tells whether a speech asks something: by question marks, or by the words that do without them. */
export function asksSomething(speech: string): boolean {
  if (speech.includes('?') || speech.includes('？') || speech.includes('؟')) return true
  if (speech.includes('か。') || speech.includes('吗。') || speech.includes('嗎。') || speech.includes('까.'))
    return true
  if (speech.includes('伺') && /伺[いう]/u.test(speech)) return true
  return speech.includes('お尋ね') || (speech.includes(';') && /\p{sc=Greek}\s*;/u.test(speech))
}

/** A line of it ends as sentences do. */
export function endsAsSpeech(speech: string): boolean {
  return speech.split('\n').some((line) => SENTENCE_END.test(line.trimEnd()))
}

/** Somebody asks, addresses somebody or says `I`. */
export function addresses(speech: string): boolean {
  return ADDRESS.test(speech)
}

/**
 * Tells whether labels are those of a talk, or of a list, a program, a manual. In a talk at least
 * two people speak; what follows their names are sentences; and where the labels themselves do not
 * say that they are people, sentences in which somebody asks, addresses somebody or says `I`.
 */
export function isTalk(text: string, lines: Lines, labels: readonly TalkLabel[]): boolean {
  if (labels.length === 0) return false
  if (labels.some(({ candidate }) => UNMISTAKABLE.has(candidate.form))) return true
  const speakers = new Set(labels.map(({ candidate }) => candidate.speaker))
  const [only] = speakers
  // Questions alone are those of a quiz, or of a form.
  if (labels.every(({ candidate }) => candidate.form === 'letter' && ASKING_LETTER.test(candidate.speaker)))
    return false
  if (speakers.size === 1 && (labels.length < 3 || !NUMBERED_PERSON.test(only ?? ''))) return false

  const looked = labels.slice(0, ENOUGH)
  let named = 0
  let spoken = 0
  let addressed = 0
  let listed = 0
  looked.forEach(({ candidate, isNamed }, index) => {
    const isAlone = candidate.speech >= lines.end(candidate.lastLine)
    const next = labels[index + 1]?.candidate.line ?? lines.length
    if (isAlone && isList(text, lines, candidate.lastLine + 1, next)) listed++
    const end = Math.min(labels[index + 1]?.candidate.line ?? lines.length, candidate.lastLine + FIRST_LINES)
    const last = lines.end(Math.max(candidate.lastLine, end - 1))
    const speech = text.slice(candidate.speech, Math.min(last, candidate.speech + FIRST_UNITS))
    if (isNamed) named++
    if (endsAsSpeech(speech)) spoken++
    if (addresses(speech)) addressed++
  })
  const share = (count: number): number => count / looked.length
  if (share(listed) >= MOSTLY_LISTS) return false
  // Names that never come again are as good as the entries of a glossary.
  const isOnceEach = speakers.size > labels.length * 0.9
  if (share(named) < 0.5) {
    // Notes come again and again, and nobody says anything between them.
    if (labels.length >= 4 && turnsTaken(labels) < labels.length * 0.4) return false
    if (isOnceEach) return share(spoken) >= 0.6 && asksFirst(text, lines, labels)
    // Who chats without full stops labels every line.
    const isChat = labels.length >= Math.max(4, lines.length * 0.8) && speakers.size <= labels.length / 2
    return (share(spoken) >= 0.6 && share(addressed) >= 0.3) || (isChat && share(addressed) >= 0.4)
  }
  if (isOnceEach && share(addressed) < 0.4) return false
  // People whose labels come again and again talk, full stops or not: speech recognition writes none.
  if (labels.length >= 4 && speakers.size <= labels.length / 2) return true
  return share(spoken) >= 0.35 || share(addressed) >= 0.5
}

/** How often a label differs from the one before it. */
function turnsTaken(labels: readonly TalkLabel[]): number {
  return labels.filter(({ candidate }, index) => {
    const before = labels[index - 1]?.candidate
    return before === undefined || before.speaker.toLowerCase() !== candidate.speaker.toLowerCase()
  }).length
}

/** One asks, one answers, and that is all there is. */
function asksFirst(text: string, lines: Lines, labels: readonly TalkLabel[]): boolean {
  const first = labels[0]?.candidate
  if (first === undefined || labels.length !== 2 || lines.length - first.line > 3) return false
  return /[?？؟]/u.test(text.slice(first.speech, lines.end(first.lastLine)))
}
