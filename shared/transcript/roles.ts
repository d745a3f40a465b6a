import type { TurnRole } from '#shared/model/turn-role.ts'
import { ANSWERER, ASKER, CHAIR, INTERVIEWEE, isBareChair, MODERATOR, SPOKESPERSON } from './vocabulary.ts'

/** What the choice of roles looks at. */
export interface Speech {
  readonly speaker: string
  readonly affiliation: string
  /** Length of the speech. */
  readonly length: number
  /** It contains a question mark. */
  readonly asks: boolean
}

type Party = 'asker' | 'answerer' | 'moderator' | 'spokesperson' | 'unknown'

interface Person {
  turns: number
  /** Turns of a few words that ask nothing. */
  brief: number
  questions: number
  length: number
  party: Party
}

/** Share of a person's turns that must ask for the person to count as an asker. */
const OFTEN = 0.5
const SOMETIMES = 0.25
/** UTF-16 units that a name is called in. */
const BRIEF = 40
/** UTF-16 units that anybody may ask in, however shortly the answers come. */
const SHORT = 80

/**
 * Who asks, answers and leads. Labels that say it are believed; otherwise it is learned from who
 * asks, who speaks most and who follows whom. Where nothing shows a talk of questions and answers,
 * everybody's role is `other`, those who lead apart. What comes before the first question is no answer.
 */
export function assignRoles(speeches: readonly Speech[]): readonly TurnRole[] {
  const people = describePeople(speeches)
  const said = [...people].filter(([, person]) => person.party === 'asker').map(([name]) => name)
  const named = said.length > 0 ? said : interviewersOf(people)
  const askers = new Set(named.length > 0 ? withAlike(named, people, speeches) : learnAskers(people, speeches))
  const answerers = [...people].filter(([name]) => !askers.has(name))
  const dominant = mostAsked(answerers, speeches, askers)
  const asksOnce = speeches.findIndex(({ speaker }) => askers.has(speaker))
  const callers = callersOf(people, speeches, askers)

  return speeches.map(({ speaker }, index) => {
    const person = people.get(speaker)
    if (askers.has(speaker)) return 'question'
    const isDominant = asksOnce !== -1 && dominant === speaker
    if ((person?.party === 'moderator' || callers.has(speaker)) && !isDominant) return 'moderator'
    if (person?.party === 'spokesperson' && !isDominant && answerers.length > 1 && asksOnce !== -1) return 'moderator'
    return asksOnce !== -1 && index > asksOnce ? 'answer' : 'other'
  })
}

/** Where one is interviewed by the words of the label, and one other speaks, the other asks. */
function interviewersOf(people: ReadonlyMap<string, Person>): readonly string[] {
  const others = [...people].filter(([name]) => !INTERVIEWEE.test(name))
  const [only] = others
  return people.size > others.length && others.length === 1 && only !== undefined ? [only[0]] : []
}

/** Who calls out names and little else, of those who ask next, leads: `Howard.`, `The next question is from …`. */
function callersOf(
  people: ReadonlyMap<string, Person>,
  speeches: readonly Speech[],
  askers: ReadonlySet<string>,
): ReadonlySet<string> {
  const called = new Map<string, number>()
  speeches.forEach(({ speaker }, index) => {
    const next = speeches[index + 1]?.speaker
    if (next !== undefined && next !== speaker && askers.has(next)) called.set(speaker, (called.get(speaker) ?? 0) + 1)
  })
  const callers = [...people].filter(([name, { turns, brief }]) => {
    const isBrief = brief >= 2 && brief >= turns * 0.75
    return !askers.has(name) && isBrief && (called.get(name) ?? 0) >= turns * 0.75
  })
  // Where the same one asks again and again, short answers call nobody.
  return new Set(askers.size >= 2 ? callers.map(([name]) => name) : [])
}

/**
 * Askers whose labels say so are seldom all that there are: whoever else is answered by the same
 * person, mostly asks, and does not speak longer than that person, asks too.
 */
function withAlike(
  named: readonly string[],
  people: ReadonlyMap<string, Person>,
  speeches: readonly Speech[],
): readonly string[] {
  const unknown = [...people].filter(([, { party }]) => party === 'unknown')
  const answerer = mostAsked(
    [...people].filter(([, { party }]) => party !== 'asker'),
    speeches,
    new Set(named),
  )
  const length = (name: string): number => {
    const person = people.get(name)
    return person === undefined ? 0 : person.length / person.turns
  }
  if (answerer === undefined) return named
  const answered = new Map<string, number>()
  speeches.forEach(({ speaker }, index) => {
    if (speeches[index + 1]?.speaker === answerer) answered.set(speaker, (answered.get(speaker) ?? 0) + 1)
  })
  const alike = unknown.filter(([name, person]) => {
    const isAnswered = (answered.get(name) ?? 0) >= person.turns * 0.5
    return (
      name !== answerer &&
      isAnswered &&
      shareOfQuestions([person]) >= OFTEN &&
      length(name) <= Math.max(SHORT, length(answerer))
    )
  })
  return [...named, ...alike.map(([name]) => name)]
}

/** Who speaks most often right after a question; at equal numbers, who speaks longest. */
function mostAsked(
  answerers: readonly (readonly [string, Person])[],
  speeches: readonly Speech[],
  askers: ReadonlySet<string>,
): string | undefined {
  const drawn = new Map<string, number>()
  speeches.forEach(({ speaker }, index) => {
    if (askers.has(speeches[index - 1]?.speaker ?? '')) drawn.set(speaker, (drawn.get(speaker) ?? 0) + 1)
  })
  // Who is called by the chair alone gives the floor, and is asked only where nobody else could be.
  const named = answerers.filter(([name]) => !isBareChair(name))
  const order = [...(named.some(([, { party }]) => party !== 'moderator') ? named : answerers)].sort(
    ([a, one], [b, other]) => {
      return (drawn.get(b) ?? 0) - (drawn.get(a) ?? 0) || other.length - one.length
    },
  )
  // Whoever leads gives the floor as often as an answer is drawn: only where hardly anybody else answers is it the leader.
  const [first] = order
  const answerer = order.find(([, { party }]) => party !== 'moderator')
  if (first?.[1].party === 'moderator' && answerer !== undefined) {
    const isClear = (drawn.get(first[0]) ?? 0) > 2 * Math.max(1, countTurns(answerer[0], speeches))
    if (!isClear && (drawn.get(answerer[0]) ?? 0) > 0) return answerer[0]
  }
  return order[0]?.[0]
}

function countTurns(name: string, speeches: readonly Speech[]): number {
  return speeches.reduce((count, { speaker }) => count + (speaker === name ? 1 : 0), 0)
}

function describePeople(speeches: readonly Speech[]): ReadonlyMap<string, Person> {
  const people = new Map<string, Person>()
  const affiliations = new Map<Person, string>()
  const names = new Set(speeches.map(({ speaker }) => speaker))
  // Beside `B` the letter `A` is a person, not an answer.
  const isLettered = names.has('A') && names.has('B') && !names.has('Q')
  const partyOf = (speaker: string, affiliation: string): Party =>
    isLettered && speaker === 'A' ? 'unknown' : partyOfName(speaker, affiliation)
  for (const { speaker, affiliation, length, asks } of speeches) {
    let person = people.get(speaker)
    if (person === undefined) {
      person = { turns: 0, brief: 0, questions: 0, length: 0, party: partyOf(speaker, affiliation) }
      people.set(speaker, person)
      affiliations.set(person, affiliation)
    }
    // The same person may be called by the office only later.
    if (person.party === 'unknown' && affiliations.get(person) !== affiliation) {
      person.party = partyOf(speaker, affiliation)
      affiliations.set(person, affiliation)
    }
    person.turns++
    person.length += length
    if (asks) person.questions++
    else if (length <= BRIEF) person.brief++
  }
  return people
}

function partyOfName(speaker: string, affiliation: string): Party {
  if (ASKER.test(speaker) || ASKER.test(affiliation)) return 'asker'
  if (ANSWERER.test(speaker) || ANSWERER.test(affiliation)) return 'answerer'
  if (MODERATOR.test(speaker) || MODERATOR.test(affiliation)) return 'moderator'
  return SPOKESPERSON.test(speaker) || SPOKESPERSON.test(affiliation) ? 'spokesperson' : 'unknown'
}

/** Those who ask, where no label says so: none unless others answer them. */
function learnAskers(people: ReadonlyMap<string, Person>, speeches: readonly Speech[]): readonly string[] {
  const total = speeches.reduce((sum, { length }) => sum + length, 0)
  const chairs = chairsOf(speeches)
  const [dominant] = [...people].sort(([, a], [, b]) => b.length - a.length)
  if (dominant === undefined || people.size < 2) return []
  // A chair who speaks most leads a debate, unless nearly every turn before the chair's is a question.
  const isChair = dominant[1].party === 'moderator'
  // Who chairs an assembly asks for votes and gives the floor, but interviews nobody.
  if (isChair && chairs.has(dominant[0]) && shareOfQuestions([dominant[1]]) > 0 && people.size > 2) return []
  const isHost = isChair && !chairs.has(dominant[0]) && shareOfQuestions([dominant[1]]) >= OFTEN
  if (isChair && !isHost && dominant[1].length < total * 0.5) return []
  const least = dominant[1].length >= total * 0.5 ? SOMETIMES : OFTEN
  const others = [...people].filter(([name, person]) => {
    const isChair = person.party === 'moderator' && chairs.has(name)
    return name !== dominant[0] && person.party !== 'answerer' && !isChair && shareOfQuestions([person]) >= least
  })
  // Somebody may ask at greater length than is answered, if only one asks.
  const isAsker = shareOfQuestions([dominant[1]]) >= OFTEN
  // Where many ask and several answer, as members ask a government, who speaks longest may be one of those who ask.
  const otherNames = new Set(others.map(([name]) => name))
  const quiet = [...people].filter(([name]) => name !== dominant[0] && !otherNames.has(name))
  const [only] = quiet.length === 1 ? quiet : []
  // One who never asks has every second turn: whoever else speaks, asks.
  const isAskedByAll = only !== undefined && only[1].questions === 0 && only[1].turns >= speeches.length * 0.4
  const isOneOfMany = quiet.length >= 2 || isAskedByAll
  const asking = isAsker && (others.length === 0 || isOneOfMany) ? [...others, dominant] : others
  const askers = new Set(asking.map(([name]) => name))
  const rest = [...people].filter(([name]) => !askers.has(name)).map(([, person]) => person)
  const restAsks = shareOfQuestions(rest)
  const asks = shareOfQuestions(asking.map(([, person]) => person))

  let drawn = 0
  let drawnByQuestion = 0
  speeches.forEach(({ speaker }, index) => {
    const before = speeches[index - 1]
    if (before === undefined || askers.has(speaker) || !askers.has(before.speaker)) return
    drawn++
    if (before.asks) drawnByQuestion++
  })
  const length = asking.reduce((sum, [, person]) => sum + person.length, 0)
  // In long interviews most of what is asked has no question mark, but those who answer ask far less.
  const fewest = isChair ? 0.75 : asks >= 4 * restAsks ? 0.2 : 0.4
  const isTalk = drawn > 0 && drawnByQuestion >= drawn * fewest && asks > restAsks
  const isOneSided = length < total * 0.5 || (restAsks <= 0.2 && asks >= OFTEN)
  // In a debate many speak in turn and few are asked; in an interview askers and asked alternate.
  return isTalk && isOneSided && drawn >= speeches.length * 0.15 ? [...askers] : []
}

function chairsOf(speeches: readonly Speech[]): ReadonlySet<string> {
  const chairs = new Set<string>()
  const seen = new Map<string, string>()
  for (const { speaker, affiliation } of speeches) {
    if (seen.get(speaker) === affiliation) continue
    seen.set(speaker, affiliation)
    if (CHAIR.test(speaker) || CHAIR.test(affiliation)) chairs.add(speaker)
  }
  return chairs
}

function shareOfQuestions(people: readonly Person[]): number {
  const turns = people.reduce((sum, person) => sum + person.turns, 0)
  return people.reduce((sum, person) => sum + person.questions, 0) / Math.max(1, turns)
}
