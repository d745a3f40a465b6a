import { isCjk } from './characters.ts'
import type { LabelCandidate, LabelForm } from './label-candidate.ts'

const ASKED = /(?:追问|追問|提问|提問|反问|反問|问道|問道|[问問])$/u
const ANSWERED = /(?:回答|答复|答覆|答道|答)$/u
const SAID = /(?:追问|追問|提问|提問|反问|反問|问道|問道|[问問]|回答|答复|答覆|答道|答|起[称稱]|[说說称稱道])$/u
/** Offices and other words that end like these verbs. */
const NO_VERB = /(?:[顾顧]问|[顾顧]問|[学學][问問]|[访訪][问問]|[问問]答|[应應]答|[对對]答|解答|答[问問])$/u
/** `FRAGE JUNG`: what was said stands before who said it. */
const ASKED_BY = /^((?:zusatz|nach|gegen)?frage|question|follow-?up|pregunta|domanda|pergunta)\s+(?=\p{Lu}\p{L}+)/iu
const NUMBERED = /^(Q|A|R|[问問答]|質問|回答|질문|답변)\s?(\d{1,3})$/u
/** The number of a seat, outside of the bracket with its owner's name. */
const SEAT = /^[\d０-９一二三四五六七八九十]+番(?:議員|委員)?$/u
const OWNER = /^([\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー・\s\u3000]{2,12})(?:君|さん|議員|委員|氏)$/u
const TURN_CODE = /^([A-Z]{1,2})(\d{1,3})$/u
const FEWEST_COUNTED = 6
const PLAIN: ReadonlySet<LabelForm> = new Set(['colon', 'bold', 'bracket', 'letter', 'alone', 'bold-line'])

/**
 * Takes out of the names what is none, where this text makes a habit of it: `王部长答` beside `记者问`, or beside
 * `王部长`, `FRAGE JUNG`, the numbers of `Q1` and `A1`, `１２番（山本花子君）`; a letter that stands for a word means that word.
 */
export function settleNames(candidates: readonly LabelCandidate[]): readonly LabelCandidate[] {
  const words = wordsOf(candidates)
  const habits = habitsOf(candidates, words.size > 0)
  if (habits.bareNames.size === 0 && !Object.values(habits).includes(true)) return candidates
  return candidates.map((one) => settled(withWord(one, words), habits))
}

/** The words that `P` and `R` are short for. */
function wordsOf(candidates: readonly LabelCandidate[]): ReadonlyMap<string, string> {
  const words = new Map<string, string>()
  for (const { form, speaker } of candidates) {
    if (form !== 'letter') continue
    const letter = speaker.charAt(0)
    if (speaker.length > 3 && 'PR'.includes(letter) && !words.has(letter)) words.set(letter, speaker)
  }
  return words
}

function withWord(one: LabelCandidate, words: ReadonlyMap<string, string>): LabelCandidate {
  const word = one.form === 'letter' ? words.get(one.speaker) : undefined
  return word === undefined ? one : called(one, word, one.affiliation)
}

interface Habits {
  /** `王部长答`, where `王部长` is a label as well: by the printed name, who it is. */
  readonly bareNames: ReadonlyMap<string, string>
  readonly saysVerbs: boolean
  readonly saysQuestion: boolean
  readonly countsQuestions: boolean
  readonly hasSeats: boolean
  /** `T1`, `C1`, `T2`, `C2`: two people, and how often each has spoken. */
  readonly countsTurns: boolean
  /** `Pregunta.` at first and `P.` from then on. */
  readonly shortensWords: boolean
}

function habitsOf(candidates: readonly LabelCandidate[], shortensWords: boolean): Habits {
  const tally = { eastAsian: 0, asked: 0, answered: 0, askedBy: 0, seats: 0 }
  const numbers: Record<'Q' | 'A', Set<string>> = { Q: new Set(), A: new Set() }
  const codes: string[] = []
  // The same few names come over and over again.
  const verbs = new Map<string, 'asked' | 'answered' | null>()
  for (const { form, speaker, affiliation, isAtParagraphStart } of candidates) {
    if (!isAtParagraphStart) continue
    if (form === 'circle') {
      if (affiliation !== '' && SEAT.test(speaker) && OWNER.test(affiliation)) tally.seats++
      continue
    }
    if (!PLAIN.has(form)) continue
    if (isCjk(speaker.charCodeAt(0))) {
      tally.eastAsian++
      let verb = verbs.get(speaker)
      if (verb === undefined) {
        verb = verbOf(speaker)
        verbs.set(speaker, verb)
      }
      if (verb !== null) tally[verb]++
    } else if (speaker.length > 5 && ASKED_BY.test(speaker)) tally.askedBy++
    if (speaker.length <= 6 && isDigit(speaker.charCodeAt(speaker.length - 1))) {
      const numbered = NUMBERED.exec(speaker)
      codes.push(speaker)
      if (numbered !== null) numbers[asks(numbered[1] ?? '') ? 'Q' : 'A'].add(numbered[2] ?? '')
    }
  }
  const { asked, answered } = tally
  return {
    bareNames: bareNamesOf(verbs.keys()),
    saysVerbs: asked > 0 && answered > 0 && asked + answered >= Math.max(3, tally.eastAsian * 0.5),
    saysQuestion: tally.askedBy >= 2,
    countsQuestions: [...numbers.Q].filter((number) => numbers.A.has(number)).length >= 2,
    hasSeats: tally.seats > 0,
    countsTurns: countTurns(codes),
    shortensWords,
  }
}

/** Names that end in a verb of saying, and stand without it as well. */
function bareNamesOf(names: Iterable<string>): ReadonlyMap<string, string> {
  const all = new Set(names)
  const found = new Map<string, string>()
  for (const name of all) {
    const bare = withoutVerb(name, SAID)
    if (bare !== name && all.has(bare)) found.set(name, bare)
  }
  return found
}

/** Two letters by turns, each with numbers that count up by one. */
function countTurns(codes: readonly string[]): boolean {
  if (codes.length < FEWEST_COUNTED) return false
  const next = new Map<string, number>()
  return codes.every((code, k) => {
    const [, letter = '', digits = ''] = TURN_CODE.exec(code) ?? []
    const number = Number(digits)
    const isNext =
      letter !== '' && (next.get(letter) ?? number) === number && TURN_CODE.exec(codes[k - 1] ?? '')?.[1] !== letter
    next.set(letter, number + 1)
    return isNext && next.size <= 2
  })
}

/** Whether a name ends in a verb of asking or of answering, with somebody before it. */
export function verbOf(speaker: string): 'asked' | 'answered' | null {
  if (withoutVerb(speaker, ASKED) !== speaker) return 'asked'
  return withoutVerb(speaker, ANSWERED) === speaker ? null : 'answered'
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39
}

function asks(letter: string): boolean {
  return /^(?:Q|[问問]|質問|질문)$/u.test(letter)
}

function settled(one: LabelCandidate, habits: Habits): LabelCandidate {
  const { form, speaker, affiliation } = one
  if (form === 'circle') {
    const owner = habits.hasSeats ? OWNER.exec(affiliation)?.[1] : undefined
    return owner === undefined ? one : called(one, owner.replace(/[\s\u3000]/gu, ''), speaker)
  }
  if (!PLAIN.has(form)) return one
  if (habits.countsQuestions) {
    const letter = NUMBERED.exec(speaker)?.[1]
    if (letter !== undefined) return called(one, letter, affiliation)
  }
  if (habits.countsTurns) {
    const letter = TURN_CODE.exec(speaker)?.[1]
    if (letter !== undefined) return called(one, letter, affiliation)
  }
  const bare = habits.bareNames.get(speaker)
  if (bare !== undefined) return withoutVerbBehind(one, bare)
  if (habits.saysVerbs && isCjk(speaker.charCodeAt(0))) return withoutVerbBehind(one, withoutVerb(speaker, SAID))
  const said = habits.saysQuestion ? ASKED_BY.exec(speaker) : null
  if (said === null) return one
  return called(one, speaker.slice(said[0].length), affiliation || (said[1] ?? ''))
}

function called(one: LabelCandidate, speaker: string, affiliation: string): LabelCandidate {
  return { ...one, speaker, person: speaker, affiliation }
}

function withoutVerbBehind(one: LabelCandidate, bare: string): LabelCandidate {
  return { ...called(one, bare, one.affiliation), verb: one.speaker.slice(bare.length) }
}

/** A name without the verb of saying that it may end in. */
export function withoutVerbOfSaying(name: string): string {
  return withoutVerb(name, SAID)
}

/** Nobody is left if a name would be shorter than two characters. */
function withoutVerb(name: string, verb: RegExp): string {
  if (NO_VERB.test(name)) return name
  const bare = name.replace(verb, '')
  return bare.length >= 2 ? bare : name
}
