import type { SetAsideKind } from '#shared/model/set-aside-kind.ts'
import type { Reading, Turn } from '#shared/transcript/reading.ts'
import type { Expectation } from './expectation.ts'
import { matchKeys } from './match-keys.ts'
import { keyOfAside, keyOfSpeech } from './speech-key.ts'

/** Shares from 0 to 1; `null` where there is nothing to take a share of. */
export interface Shares {
  /** Of the turns found, those that begin where an expected one does. */
  readonly precision: number | null
  /** Of the turns expected, those that were found. */
  readonly recall: number | null
  /** Of the turns found rightly, those with the right speaker. */
  readonly speakers: number | null
  /** Of the turns found rightly whose role is expected, those with that role. */
  readonly roles: number | null
  /** Of the exchanges expected, those found with just these questions and answers. */
  readonly exchanges: number | null
  /** Of what was set aside as a kind that was judged, what is of that kind. */
  readonly asidePrecision: number | null
  /** Of what is expected to be set aside, what was, as that kind. */
  readonly asideRecall: number | null
}

/** How well one file is read. */
export interface SampleScore extends Shares {
  readonly found: {
    readonly turns: number
    readonly speakers: number
    readonly exchanges: number
    /** Of the kinds that were judged; of all where none was. */
    readonly setAside: number
  }
  /** Turns found in text where nobody is named as speaking. */
  readonly invented: number
}

/** Compares a reading with what is expected of it. Pure. */
export function scoreReading(expectation: Expectation, reading: Reading): SampleScore {
  const keys = reading.turns.map((turn) => keyOfSpeech(speechOf(reading, turn)))
  const pairs = matchKeys(
    expectation.turns.map(({ key }) => key),
    keys,
  )
  const met = pairs.flatMap(([i, j]) => {
    const [expected, found] = [expectation.turns[i], reading.turns[j]]
    return expected === undefined || found === undefined ? [] : [{ expected, found }]
  })
  const speakers = speakersOf(expectation)
  const judged = met.filter(({ expected }) => expected.role !== null)
  return {
    found: {
      turns: reading.turns.length,
      speakers: new Set(reading.speakers.map(speakers)).size,
      exchanges: reading.exchanges.length,
      setAside: reading.blocks.filter(({ setAside }) => isJudged(expectation, setAside)).length,
    },
    invented: expectation.turns.length === 0 ? reading.turns.length : 0,
    precision: expectation.turns.length === 0 ? null : share(pairs.length, reading.turns.length, 0),
    recall: share(pairs.length, expectation.turns.length),
    speakers: share(
      met.filter(({ expected, found }) => speakers(expected.speaker) === speakers(found.speaker ?? '')).length,
      met.length,
    ),
    roles: share(judged.filter(({ expected, found }) => expected.role === found.role).length, judged.length),
    exchanges: exchangesMet(expectation, reading, pairs),
    ...asidesMet(expectation, reading),
  }
}

/** What a file scores whose import failed: nothing of what is expected was found. */
export function scoreNothing(expectation: Expectation): SampleScore {
  return scoreReading(expectation, { blocks: [], turns: [], exchanges: [], speakers: [], warnings: [] })
}

function share(part: number, whole: number, ofNothing: number | null = null): number | null {
  return whole === 0 ? ofNothing : part / whole
}

function speechOf(reading: Reading, turn: Turn): string {
  return reading.blocks
    .slice(turn.firstBlock, turn.endBlock)
    .filter(({ kind }) => kind === 'paragraph')
    .map(({ text }) => text)
    .join('\n')
}

/**
 * Makes one name of all that an expectation takes for the same person's; compatible forms, case and
 * blanks make no difference.
 */
export function speakersOf({ names = [] }: Pick<Expectation, 'names'>): (name: string) => string {
  const folded = (name: string): string => name.normalize('NFKC').toLowerCase().replace(/\s+/gu, '')
  const known = new Map(names.flatMap((group) => group.map((name) => [folded(name), folded(group[0] ?? '')] as const)))
  return (name) => known.get(folded(name)) ?? folded(name)
}

function exchangesMet(
  expectation: Expectation,
  reading: Reading,
  pairs: readonly (readonly [number, number])[],
): number | null {
  if (expectation.exchanges === null) return null
  const expectedOf = new Map(pairs.map(([expected, found]) => [found, expected]))
  const sayIt = (questions: readonly number[], answers: readonly number[]): string => `${questions} → ${answers}`
  const found = new Set(
    reading.exchanges.map(({ questions, answers }) => {
      const expected = (turn: number): number => expectedOf.get(turn) ?? -1
      return sayIt(questions.map(expected), answers.map(expected))
    }),
  )
  const met = expectation.exchanges.filter(({ questions, answers }) => found.has(sayIt(questions, answers)))
  return share(met.length, expectation.exchanges.length)
}

function isJudged({ setAside }: Pick<Expectation, 'setAside'>, kind: SetAsideKind | null): boolean {
  return kind !== null && (setAside === null || setAside[kind] !== undefined)
}

function asidesMet(
  { setAside }: Expectation,
  reading: Reading,
): { readonly asidePrecision: number | null; readonly asideRecall: number | null } {
  if (setAside === null) return { asidePrecision: null, asideRecall: null }
  const left = new Map<string, number>()
  let expected = 0
  for (const [kind, keys] of Object.entries(setAside)) {
    for (const key of keys) {
      left.set(`${kind} ${key}`, (left.get(`${kind} ${key}`) ?? 0) + 1)
      expected++
    }
  }
  let found = 0
  let met = 0
  for (const block of reading.blocks) {
    if (!isJudged({ setAside }, block.setAside)) continue
    found++
    const name = `${block.setAside} ${keyOfAside(block.text)}`
    const rest = left.get(name) ?? 0
    if (rest === 0) continue
    left.set(name, rest - 1)
    met++
  }
  return { asidePrecision: share(met, found), asideRecall: share(met, expected) }
}
