import type { TurnRole } from '#shared/model/turn-role.ts'
import type { Label } from './conventions.ts'
import type { DeclaredRole } from './declared-roles.ts'
import { countBeside, describePeople, type People, type Person, type Speeches } from './people.ts'
import { CHAIR, INTERVIEWEE, isBareChair } from './vocabulary.ts'

/** Share of a person's turns that must ask for the person to count as an asker. */
const OFTEN = 0.5
const SOMETIMES = 0.25
/** UTF-16 units that anybody may ask in, however shortly the answers come. */
const SHORT = 80
const OPERATOR = /^operator$/iu

/**
 * Who asks, answers and leads. Labels that say it are believed; otherwise it is learned from who
 * asks, who speaks most and who follows whom. Where nothing shows a talk of questions and answers,
 * everybody's role is `other`, those who lead apart. What comes before the first question is no answer.
 * `declared`: what the head of the text says of people whose labels do not say it, see `declaredRoles`.
 */
export function assignRoles(
  speeches: Speeches,
  declared: ReadonlyMap<string, DeclaredRole> = new Map(),
): readonly TurnRole[] {
  const all = describePeople(speeches, declared)
  const { people, who } = all
  const said = people.filter(({ party }) => party === 'asker')
  const named = said.length > 0 ? said : [...interviewersOf(people), ...callersInOf(all)]
  const askers = new Set(named.length > 0 ? withAlike(named, all) : learnAskers(all, speeches))
  const answerers = people.filter((person) => !askers.has(person))
  const dominant = mostAsked(answerers, all, askers)
  const callers = callersOf(all, askers)
  const isAsker = people.map((person) => askers.has(person))
  const firstQuestion = who.findIndex((place) => isAsker[place] === true)

  // What each person does; `null`: nothing else than to answer, where something was asked before.
  const roles = people.map((person): TurnRole | null => {
    if (askers.has(person)) return 'question'
    if (firstQuestion !== -1 && dominant === person) return null
    if (person.party === 'moderator' || callers.has(person)) return 'moderator'
    if (person.party === 'spokesperson' && answerers.length > 1 && firstQuestion !== -1) return 'moderator'
    return null
  })
  const rest = (index: number): TurnRole => (firstQuestion !== -1 && index > firstQuestion ? 'answer' : 'other')
  const assigned: TurnRole[] = []
  for (let index = 0; index < who.length; index++) assigned.push(roles[who[index] ?? 0] ?? rest(index))
  return assigned
}

/**
 * The same, where labels say it of their own turns: `辩护人问：`, `被告人答：`. That counts before what the same person does
 * elsewhere. `labels`: one a turn.
 */
export function withVerbs(roles: readonly TurnRole[], labels: readonly Label[]): readonly TurnRole[] {
  if (labels.every(({ verb }) => verb === '')) return roles
  return roles.map((role, turn) => {
    const verb = labels[turn]?.verb ?? ''
    if (/[问問]/u.test(verb)) return 'question'
    return verb.includes('答') ? 'answer' : role
  })
}

/** Where one is interviewed by the words of the label, and one other speaks, the other asks. */
function interviewersOf(people: readonly Person[]): readonly Person[] {
  const others = people.filter(({ name }) => !INTERVIEWEE.test(name))
  return people.length > others.length && others.length === 1 ? others : []
}

/**
 * In a conference call the operator opens the line of each who asks, one after the other; those who answer have spoken
 * before. Who first speaks right behind the operator asks, but for whoever opens the call.
 */
function callersInOf({ people, who }: People): readonly Person[] {
  const operator = people.findIndex(({ name }) => OPERATOR.test(name))
  if (operator === -1) return []
  const seen = new Set([operator])
  const called: Person[] = []
  who.forEach((place, turn) => {
    const person = people[place]
    if (!seen.has(place) && person !== undefined && who[turn - 1] === operator && seen.size > 1) called.push(person)
    seen.add(place)
  })
  return called.length >= 2 ? called : []
}

/** Who calls out names and little else, of those who ask next, leads: `Howard.`, `The next question is from …`. */
function callersOf(all: People, askers: ReadonlySet<Person>): ReadonlySet<Person> {
  // Where the same one asks again and again, short answers call nobody.
  if (askers.size < 2) return new Set()
  const called = countBeside(all, askers, 1)
  return new Set(
    all.people.filter((person, place) => {
      const { turns, brief } = person
      const isBrief = brief >= 2 && brief >= turns * 0.75
      return !askers.has(person) && isBrief && (called[place] ?? 0) >= turns * 0.75
    }),
  )
}

/**
 * Askers whose labels say so are seldom all that there are: whoever else is answered by the same
 * person, mostly asks, and does not speak longer than that person, asks too.
 */
function withAlike(named: readonly Person[], all: People): readonly Person[] {
  const { people } = all
  const answerer = mostAsked(
    people.filter(({ party }) => party !== 'asker'),
    all,
    new Set(named),
  )
  if (answerer === undefined) return named
  const answered = countBeside(all, new Set([answerer]), 1)
  const alike = people.filter((person, place) => {
    const isAnswered = (answered[place] ?? 0) >= person.turns * 0.5
    return (
      person.party === 'unknown' &&
      person !== answerer &&
      isAnswered &&
      shareOfQuestions([person]) >= OFTEN &&
      person.length / person.turns <= Math.max(SHORT, answerer.length / answerer.turns)
    )
  })
  return [...named, ...alike]
}

/** Who speaks most often right after a question; at equal numbers, who speaks longest. */
function mostAsked(answerers: readonly Person[], all: People, askers: ReadonlySet<Person>): Person | undefined {
  const counts = countBeside(all, askers, -1)
  const drawn = new Map(all.people.map((person, place) => [person, counts[place] ?? 0]))
  const drawnBy = (person: Person): number => drawn.get(person) ?? 0
  // Who is called by the chair alone gives the floor, and is asked only where nobody else could be.
  const named = answerers.filter(({ name }) => !isBareChair(name))
  const order = [...(named.some(({ party }) => party !== 'moderator') ? named : answerers)].sort((one, other) => {
    return drawnBy(other) - drawnBy(one) || other.length - one.length
  })
  // Whoever leads gives the floor as often as an answer is drawn: only where hardly anybody else answers is it the leader.
  const [first] = order
  const answerer = order.find(({ party }) => party !== 'moderator')
  if (first?.party === 'moderator' && answerer !== undefined) {
    const isClear = drawnBy(first) > 2 * Math.max(1, answerer.turns)
    // In assemblies the chair calls each of those who answer, who then never speak right behind a question.
    const isAnswerer = drawnBy(answerer) > 0 || (answerer.party === 'answerer' && isChairOfAssembly(first))
    if (!isClear && isAnswerer) return answerer
  }
  return first
}

function isChairOfAssembly({ name, affiliation }: Person): boolean {
  return CHAIR.test(name) || CHAIR.test(affiliation)
}

/** Those who ask, where no label says so: none unless others answer them. */
function learnAskers({ people, who }: People, speeches: Speeches): readonly Person[] {
  const total = people.reduce((sum, { length }) => sum + length, 0)
  const chairs = chairsOf(speeches)
  // Where labels say who answers, an assembly asks them, however much its chair says in between.
  const isAsked = people.some(({ party }) => party === 'answerer')
  const heard = isAsked ? people.filter((person) => !isChairOfAssembly(person)) : people
  const [dominant] = [...heard].sort((a, b) => b.length - a.length)
  if (dominant === undefined || people.length < 2) return []
  // A chair who speaks most leads a debate, unless nearly every turn before the chair's is a question.
  const isChair = dominant.party === 'moderator'
  // Who chairs an assembly asks for votes and gives the floor, but interviews nobody.
  if (isChair && chairs.has(dominant.name) && shareOfQuestions([dominant]) > 0 && people.length > 2) return []
  const isHost = isChair && !chairs.has(dominant.name) && shareOfQuestions([dominant]) >= OFTEN
  if (isChair && !isHost && dominant.length < total * 0.5) return []
  const least = dominant.length >= total * 0.5 ? SOMETIMES : OFTEN
  const others = people.filter((person) => {
    const isChair = person.party === 'moderator' && chairs.has(person.name)
    return person !== dominant && person.party !== 'answerer' && !isChair && shareOfQuestions([person]) >= least
  })
  // Somebody may ask at greater length than is answered, if only one asks.
  const isAsker = shareOfQuestions([dominant]) >= OFTEN
  // Where many ask and several answer, as members ask a government, who speaks longest may be one of those who ask.
  const otherPeople = new Set(others)
  const quiet = people.filter((person) => person !== dominant && !otherPeople.has(person))
  const [only] = quiet.length === 1 ? quiet : []
  // One who never asks has every second turn: whoever else speaks, asks.
  const isAskedByAll = only !== undefined && only.questions === 0 && only.turns >= who.length * 0.4
  const isOneOfMany = quiet.length >= 2 || isAskedByAll
  const asking = isAsker && (others.length === 0 || isOneOfMany) ? [...others, dominant] : others
  const askers = new Set(asking)
  const isOneWhoAsks = people.map((person) => askers.has(person))
  const restAsks = shareOfQuestions(people.filter((person) => !askers.has(person)))
  const asks = shareOfQuestions(asking)

  let drawn = 0
  let drawnByQuestion = 0
  // Whoever leads opens the talk, which draws no answer.
  for (let index = isChair ? 2 : 1; index < who.length; index++) {
    if (isOneWhoAsks[who[index] ?? 0] === true || isOneWhoAsks[who[index - 1] ?? 0] === false) continue
    drawn++
    if (speeches.asks(index - 1)) drawnByQuestion++
  }
  const length = asking.reduce((sum, person) => sum + person.length, 0)
  // Whom the label calls a guest, or who alone speaks with the host, is asked, whatever the host says before.
  const areAllGuests = people.every((person) => person === dominant || person.party === 'answerer')
  // In long interviews most of what is asked has no question mark, but those who answer ask far less.
  const fewest = isChair && !areAllGuests && people.length > 2 ? 0.75 : asks >= 4 * restAsks ? 0.2 : 0.4
  const isTalk = drawn > 0 && drawnByQuestion >= drawn * fewest && asks > restAsks
  const isOneSided = length < total * 0.5 || (restAsks <= 0.2 && asks >= OFTEN)
  // In a debate many speak in turn and few are asked; in an interview askers and asked alternate.
  return isTalk && isOneSided && drawn >= who.length * 0.15 ? asking : []
}

function chairsOf(speeches: Speeches): ReadonlySet<string> {
  const chairs = new Set<string>()
  const seen = new Map<string, string>()
  for (let index = 0; index < speeches.length; index++) {
    const speaker = speeches.speaker(index)
    const affiliation = speeches.affiliation(index)
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
