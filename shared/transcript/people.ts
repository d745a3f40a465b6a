import type { DeclaredRole } from './declared-roles.ts'
import { ANSWERER, ASKER, MODERATOR, SPOKESPERSON } from './vocabulary.ts'

/** What turns say, as the choice of roles looks at it. A long source has so many of them that none is an object. */
export interface Speeches {
  readonly length: number
  readonly speaker: (index: number) => string
  readonly affiliation: (index: number) => string
  /** Length of the speech. */
  readonly saidLength: (index: number) => number
  /** It contains a question mark. */
  readonly asks: (index: number) => boolean
}

/** What one turn says. */
export interface Speech {
  readonly speaker: string
  readonly affiliation: string
  readonly length: number
  readonly asks: boolean
}

export function speechesOf(list: readonly Speech[]): Speeches {
  return {
    length: list.length,
    speaker: (index) => list[index]?.speaker ?? '',
    affiliation: (index) => list[index]?.affiliation ?? '',
    saidLength: (index) => list[index]?.length ?? 0,
    asks: (index) => list[index]?.asks ?? false,
  }
}

type Party = DeclaredRole | 'spokesperson' | 'unknown'

/** Who speaks, and how. */
export interface Person {
  readonly name: string
  /** What the label says beside the name, as it stood the last time that the party was asked for. */
  affiliation: string
  turns: number
  /** Turns of a few words that ask nothing. */
  brief: number
  questions: number
  length: number
  party: Party
}

/** UTF-16 units that a name is called in. */
const BRIEF = 40

/** Everybody who speaks, in order of appearance, and by turn who it is, as the place in that list. */
export interface People {
  readonly people: readonly Person[]
  readonly who: Int32Array
}

/** `declared`: what the head of the text says of people whose labels do not say it. */
export function describePeople(speeches: Speeches, declared: ReadonlyMap<string, DeclaredRole>): People {
  const places = new Map<string, number>()
  const who = new Int32Array(speeches.length)
  for (let index = 0; index < speeches.length; index++) {
    const name = speeches.speaker(index)
    let place = places.get(name)
    if (place === undefined) {
      place = places.size
      places.set(name, place)
    }
    who[index] = place
  }
  // Beside `B` the letter `A` is a person, not an answer.
  const isLettered = places.has('A') && places.has('B') && !places.has('Q')
  const partyOf = (name: string, affiliation: string): Party => {
    const party = isLettered && name === 'A' ? 'unknown' : partyOfName(name, affiliation)
    return party === 'unknown' ? (declared.get(name) ?? party) : party
  }
  const people: Person[] = []
  for (let index = 0; index < speeches.length; index++) {
    const place = who[index] ?? 0
    const affiliation = speeches.affiliation(index)
    let person = people[place]
    if (person === undefined) {
      const name = speeches.speaker(index)
      person = { name, affiliation, turns: 0, brief: 0, questions: 0, length: 0, party: partyOf(name, affiliation) }
      people.push(person)
    }
    // The same person may be called by the office only later.
    if (person.party === 'unknown' && person.affiliation !== affiliation) {
      person.party = partyOf(person.name, affiliation)
      person.affiliation = affiliation
    }
    const length = speeches.saidLength(index)
    person.turns++
    person.length += length
    if (speeches.asks(index)) person.questions++
    else if (length <= BRIEF) person.brief++
  }
  return { people, who }
}

function partyOfName(speaker: string, affiliation: string): Party {
  if (ASKER.test(speaker) || ASKER.test(affiliation)) return 'asker'
  if (ANSWERER.test(speaker) || ANSWERER.test(affiliation)) return 'answerer'
  if (MODERATOR.test(speaker) || MODERATOR.test(affiliation)) return 'moderator'
  return SPOKESPERSON.test(speaker) || SPOKESPERSON.test(affiliation) ? 'spokesperson' : 'unknown'
}

/** How often each person speaks right behind one of these (`step` −1), or right before (`step` 1). */
export function countBeside({ people, who }: People, some: ReadonlySet<Person>, step: 1 | -1): Int32Array {
  const isSome = Uint8Array.from(people, (person) => (some.has(person) ? 1 : 0))
  const counts = new Int32Array(people.length)
  for (let index = 0; index < who.length; index++) {
    const other = who[index + step]
    if (other === undefined || isSome[other] === 0) continue
    const place = who[index] ?? 0
    counts[place] = (counts[place] ?? 0) + 1
  }
  return counts
}
