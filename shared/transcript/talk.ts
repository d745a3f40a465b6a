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
/** What lines of programs and of data end in: a quote or a bracket that closes, and a comma; a bracket that opens. */
const CODE_END = /["'`)\]}][,;]$|[{[(]$/u
/** Share of the labels on whose lines that is found, from which on it is a program. */
const MOSTLY_CODE = 0.4
/** Share of the labels below which lists stand, from which on it is no talk. */
const MOSTLY_LISTS = 0.5
/** So many turns tell what a text is. */
const ENOUGH = 400

/** Behind the full stop may come quotes, brackets, a laugh, a time of the recording; scripts of South East Asia part sentences by blanks. */
const SENTENCE_END =
  /[\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}.。．!！?？؟।…۔።։។][^\p{L}\p{N}]{0,4}(?:(?:[(（[［][^()（）[\]［］]{1,40}[)）\]］]|#[\d:.,-]{5,14}#)\s*)?$|\p{sc=Greek}[»)]?;$/u
const ADDRESS =
  /[?？؟](?:\s|$)|\p{sc=Greek};|[你您我]|คุณ|ครับ|คะ|ค่ะ|ฉัน|ผม|(?:ます|です|ください|습니다|니까|세요)|(?<![\p{L}])(?:[Yy]ou|[Yy]our|[Ii]|[Ww]e|me|my|our|Sie|Ihnen|ich|wir|[Vv]ous|[Nn]ous|[Jj]e|J['’]|usted(?:es)?|yo|[Ss]ignor[ae]?|[Ss]eñor(?:es|a)?|[Ss]enhor(?:a|es)?|[Ii]o|eu|[Ee]u|я|мы|вы|ми|ви|Я|Мы|Вы|Ми|Ви|Sayın|אני|אנחנו|أنا|نحن)(?![\p{L}])/u

const SELF =
  /[我咱]|私|僕|わたし|저는|제가|우리|(?<![\p{L}])(?:I|[Ww]e|[Mm]y|[Mm]e|[Oo]ur|us|ich|Ich|[Ww]ir|mir|mich|[Mm]eine?[mnrs]?|uns(?:ere?[mnrs]?)?|[Jj]e|[Jj]['’]|[Nn]ous|[Mm]on|[Mm]a|[Mm]es|[Nn]otre|[Yy]o|[Mm]i|[Mm]e|[Nn]osotros|[Nn]uestr[oa]s?|[Ii]o|[Nn]oi|[Mm]io|[Mm]ia|[Ee]u|[Nn]ós|[Mm]eu|[Mm]inha|[Яя]|[Мм]ы|[Мм]не|[Мм]и)(?![\p{L}])/u

/** Somebody speaks of himself, or of those he belongs to. */
export function speaksOfSelf(speech: string): boolean {
  return SELF.test(speech)
}

/** Words of greeting, assent, refusal and thanks that a reply begins with. */
const REPLY =
  /^["“„«¿¡]?(?:(?:yes|yeah|yep|no|nope|oh|ah|ok|okay|well|sure|right|exactly|true|thanks|thank|hello|hi|hey|good morning|good evening|please|sorry|ja|nein|doch|danke|hallo|guten|oui|non|merci|bonjour|salut|sí|hola|gracias|bueno|sì|ciao|grazie|sim|não|olá|obrigad[oa]|да|нет|спасибо|привет|так|ні|nee|tak|nie)(?![\p{L}'’])|好[的啊吧，。！]|是[的啊，。]|不是|不[，。]|[对對][，。]|没有|沒有|[嗯哦]|[谢謝][谢謝]|你好|您好|大家好|はい|いいえ|ええ|うん|네|예|아니)/iu

/** A speech greets, agrees, refuses or gives thanks before anything else. */
function replies(speech: string): boolean {
  return REPLY.test(speech)
}

const GREEK_QUESTION_MARK = /\p{sc=Greek}\s*;/u

/** Tells whether a speech asks something: by question marks, or by the words that do without them. */
export function asksSomething(speech: string): boolean {
  if (speech.includes('?') || speech.includes('？') || speech.includes('؟')) return true
  if (speech.includes('か。') || speech.includes('吗。') || speech.includes('嗎。') || speech.includes('까.'))
    return true
  if (speech.includes('伺') && /伺[いう]/u.test(speech)) return true
  return speech.includes('お尋ね') || (speech.includes(';') && GREEK_QUESTION_MARK.test(speech))
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
  const speakers = new Set<string>()
  let doAllAsk = true
  for (const { candidate } of labels) {
    const { form, speaker } = candidate
    if (UNMISTAKABLE.has(form)) return true
    speakers.add(speaker)
    doAllAsk &&= form === 'letter' && ASKING_LETTER.test(speaker)
  }
  const [only] = speakers
  // Questions alone are those of a quiz, or of a form.
  if (doAllAsk) return false
  if (speakers.size === 1 && (labels.length < 3 || !NUMBERED_PERSON.test(only ?? ''))) return false

  if (areHoursOfPlaces(text, labels)) return false
  if (isSmallTalk(text, lines, labels) || isChatLog(text, labels)) return true

  const looked = labels.slice(0, ENOUGH)
  let named = 0
  let spoken = 0
  let addressed = 0
  let listed = 0
  let coded = 0
  looked.forEach(({ candidate, isNamed }, index) => {
    const isAlone = candidate.speech >= lines.end(candidate.lastLine)
    const next = labels[index + 1]?.candidate.line ?? lines.length
    if (isAlone && isList(text, lines, candidate.lastLine + 1, next)) listed++
    const end = Math.min(labels[index + 1]?.candidate.line ?? lines.length, candidate.lastLine + FIRST_LINES)
    const last = lines.end(Math.max(candidate.lastLine, end - 1))
    const speech = text.slice(candidate.speech, Math.min(last, candidate.speech + FIRST_UNITS))
    if (isNamed) named++
    if (
      CODE_END.test(
        text.slice(Math.max(candidate.speech, lines.end(candidate.lastLine) - 2), lines.end(candidate.lastLine)),
      )
    )
      coded++
    if (endsAsSpeech(speech)) spoken++
    if (addresses(speech)) addressed++
  })
  const share = (count: number): number => count / looked.length
  if (share(listed) >= MOSTLY_LISTS || share(coded) >= MOSTLY_CODE) return false
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
  if (isOnceEach && (share(addressed) < 0.4 || isProgramme(text, labels))) return false
  // People whose labels come again and again talk, full stops or not: speech recognition writes none.
  if (labels.length >= 4 && speakers.size <= labels.length / 2) return true
  if (labels.length >= FEWEST_ASKED && hasEverySecondTurn(labels) && (share(addressed) >= 0.1 || share(spoken) >= 0.2))
    return true
  return share(spoken) >= 0.35 || share(addressed) >= 0.5
}

/** Somebody whom many ask speaks fewer turns than this seldom. */
const FEWEST_ASKED = 6

/** One is asked by many: speaks again and again, and never twice in a row. */
function hasEverySecondTurn(labels: readonly TalkLabel[]): boolean {
  const counts = new Map<string, number>()
  for (const { candidate } of labels) counts.set(candidate.speaker, (counts.get(candidate.speaker) ?? 0) + 1)
  const isOften = [...counts.values()].some((count) => count >= labels.length * 0.4)
  return isOften && turnsTaken(labels) === labels.length
}

/** How often a label differs from the one before it. */
function turnsTaken(labels: readonly TalkLabel[]): number {
  return labels.filter(({ candidate }, index) => {
    const before = labels[index - 1]?.candidate
    return before === undefined || before.speaker.toLowerCase() !== candidate.speaker.toLowerCase()
  }).length
}

/** `12:01 <mira>`, a day and a time beside a name, a time below it: they are printed before nothing but what is said. */
const LOGGED = /^\W{0,2}\d{1,2}:[^<]*<[^<>]+>\s*$/u
const HOUR_BELOW = /\n[^\n]*\d\s?[AP]M$/u
const DAY = /\d[./-]\d{1,2}[./-]\d/u
const DATED = /\d[./-]\d{1,2}[./-]\d|\d\s?[AP]M$/u

function isChatLog(text: string, labels: readonly TalkLabel[]): boolean {
  return (
    labels.length >= FEWEST_TAKING_TURNS &&
    labels.every(({ candidate: { form, time, start, end } }) => {
      const printed = text.slice(start, end)
      return form === 'timed' ? DATED.test(printed) : time !== null && LOGGED.test(printed)
    })
  )
}

/** Notes and diaries print the hour below a place: `Classroom`, `9:05 AM`. Who wrote has the day beside it, or more than one word. */
function areHoursOfPlaces(text: string, labels: readonly TalkLabel[]): boolean {
  const printed = labels.map(({ candidate: { start, end } }) => text.slice(start, end))
  const areHours = labels.every(({ candidate: { form } }, k) => form === 'timed' && HOUR_BELOW.test(printed[k] ?? ''))
  if (!areHours || printed.some((words) => DAY.test(words))) return false
  const single = labels.filter(({ candidate: { speaker } }) => /^\p{Lu}\p{Ll}+$/u.test(speaker))
  return single.length > labels.length / 2
}

/** An hour of the day stands before nearly each, and what happens then behind it; recordings count seconds. */
function isProgramme(text: string, labels: readonly TalkLabel[]): boolean {
  const timed = labels.filter(
    ({ candidate: { time, start } }) => HOUR.test(time ?? '') && /\d/u.test(text.charAt(start)),
  )
  return labels.length > 2 && timed.length >= labels.length * 0.75
}

const HOUR = /^\d{1,2}:\d\d$/u

/** So few labels are read one by one. */
const FEW = 12
const FEWEST_TAKING_TURNS = 4

/**
 * A text of a few lines, each of which begins with a label: two who take turns and talk to each other; or some who speak
 * once each, where the first asks and most others answer by what is said in reply, or of themselves. The entries of a
 * recipe or a form do neither.
 */
function isSmallTalk(text: string, lines: Lines, labels: readonly TalkLabel[]): boolean {
  const first = labels[0]?.candidate
  if (first === undefined || labels.length < 2 || labels.length > FEW || first.line > 1) return false
  if (lines.length - first.line > labels.length || labels.some(({ candidate }) => !isSaid(text, lines, candidate)))
    return false
  const said = labels.map(({ candidate }) => text.slice(candidate.speech, lines.end(candidate.lastLine)))
  const asked = said.map((words) => /[?？؟]/u.test(words))
  const speakers = new Set(labels.map(({ candidate }) => candidate.speaker))
  // Who prints a time before each name exports a chat, or the log of a program.
  const isTimed = labels.every(({ candidate }) => candidate.time !== null)
  const fewest = isTimed ? FEWEST_TAKING_TURNS - 1 : FEWEST_TAKING_TURNS
  if (speakers.size === 2 && labels.length >= fewest && turnsTaken(labels) === labels.length) {
    const talking = said.filter((words, k) => asked[k] === true || addresses(words) || replies(words)).length
    return talking >= (asked.includes(true) && !isTimed ? 1 : 2)
  }
  // Several who take turns, one or two of them often: a lesson.
  if (
    speakers.size < labels.length &&
    labels.length > FEWEST_TAKING_TURNS + 1 &&
    speakers.size <= labels.length * 0.6
  ) {
    const talking = said.filter((words, k) => asked[k] === true || addresses(words) || replies(words)).length
    return turnsTaken(labels) === labels.length && asked.includes(true) && talking * 2 >= labels.length
  }
  if (speakers.size < labels.length || labels.length > FEWEST_TAKING_TURNS) return false
  const ended = said.filter(endsAsSpeech).length
  const answered = said.filter((words, k) => k > 0 && asked[k] === false && (addresses(words) || replies(words))).length
  return asked[0] === true && ended === said.length && answered * 2 >= said.length - 1 && labels.length > 2
}

/** Words are said behind it on its line. */
function isSaid(text: string, lines: Lines, { speech, lastLine }: LabelCandidate): boolean {
  return /\p{L}/u.test(text.slice(speech, Math.min(lines.end(lastLine), speech + FIRST_UNITS)))
}

/** One asks, one answers, and that is all there is. */
function asksFirst(text: string, lines: Lines, labels: readonly TalkLabel[]): boolean {
  const first = labels[0]?.candidate
  if (first === undefined || labels.length !== 2 || lines.length - first.line > 3) return false
  return /[?？؟]/u.test(text.slice(first.speech, lines.end(first.lastLine)))
}
