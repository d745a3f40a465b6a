import { describe, expect, it } from 'vitest'
import { spanOf } from '#shared/model/text-span.ts'
import type { Block, Reading, Turn } from '#shared/transcript/reading.ts'
import type { Expectation } from './expectation.ts'
import { scoreNothing, scoreReading } from './score.ts'
import { keyOfAside, keyOfSpeech } from './speech-key.ts'

const HEADLINE = 'An evening about the bridge'

const TALK: readonly (readonly [speaker: string, role: 'question' | 'answer', said: string])[] = [
  ['Ann Reed', 'question', 'When will the new bridge open for traffic?'],
  ['Ben Cole', 'answer', 'We are still testing it. In the spring, I think.'],
  ['Ann Reed', 'question', 'And what did it cost the town in the end?'],
  ['Ben Cole', 'answer', 'Nine million, a little less than we had feared.'],
]

/** A reading of the headline and the talk, made by hand: where it stands in the source is not scored. */
function makeReading(): Reading {
  const span = spanOf(0, 1)
  const block = (kind: Block['kind'], text: string, turn: number | null): Block => {
    return { kind, text, pieces: [], span, turn, setAside: kind === 'set-aside' ? 'headline' : null, line: 1 }
  }
  const turns = TALK.map(([speaker, role], index): Turn => {
    const [firstBlock, endBlock] = [1 + index * 2, 3 + index * 2]
    return { index, speaker, label: speaker, affiliation: '', role, span, line: 1, time: null, firstBlock, endBlock }
  })
  return {
    blocks: [
      block('set-aside', HEADLINE, null),
      ...TALK.flatMap(([speaker, , said], index) => [block('label', speaker, index), block('paragraph', said, index)]),
    ],
    turns,
    exchanges: [
      { index: 0, questions: [0], answers: [1] },
      { index: 1, questions: [2], answers: [3] },
    ],
    speakers: ['Ann Reed', 'Ben Cole'],
    warnings: [],
  }
}

const turn = (speaker: string, role: 'question' | 'answer', text: string) => ({ speaker, role, key: keyOfSpeech(text) })

const EXPECTED: Expectation = {
  files: ['talk.md'],
  kind: 'clean',
  counts: { turns: 4, speakers: 2, exchanges: 2 },
  turns: [
    turn('Ann Reed', 'question', 'When will the new bridge open'),
    turn('Ben Cole', 'answer', 'We are still testing it'),
    turn('Ann Reed', 'question', 'And what did it cost'),
    turn('Ben Cole', 'answer', 'Nine million, a little less'),
  ],
  exchanges: [
    { questions: [0], answers: [1] },
    { questions: [2], answers: [3] },
  ],
  setAside: { headline: [keyOfAside(HEADLINE)], caption: [] },
}

const reading = makeReading()

describe('scoreReading', () => {
  it('finds nothing wrong where nothing is', () => {
    expect(scoreReading(EXPECTED, reading)).toEqual({
      found: { turns: 4, speakers: 2, exchanges: 2, setAside: 1 },
      invented: 0,
      precision: 1,
      recall: 1,
      speakers: 1,
      roles: 1,
      exchanges: 1,
      asidePrecision: 1,
      asideRecall: 1,
    })
  })

  it('counts a turn that was found and is none, and the exchange that it spoils', () => {
    const missing = { ...EXPECTED, turns: EXPECTED.turns.slice(0, 3), exchanges: [{ questions: [2], answers: [] }] }
    expect(scoreReading(missing, reading)).toMatchObject({ precision: 0.75, recall: 1, exchanges: 0 })
  })

  it('counts a turn that was not found', () => {
    const more = { ...EXPECTED, turns: [...EXPECTED.turns, turn('Ann Reed', 'question', 'Thank you both very much')] }
    expect(scoreReading(more, reading)).toMatchObject({ precision: 1, recall: 0.8 })
  })

  it('counts wrong names and roles, and neither case nor blanks nor roles that were left open', () => {
    const [first, second, third, fourth] = EXPECTED.turns
    if (!first || !second || !third || !fourth) throw new Error('four turns')
    const turns = [
      { ...first, speaker: 'ANN  REED' },
      { ...second, speaker: 'Ben Coal' },
      { ...third, role: 'moderator' as const },
      { ...fourth, role: null },
    ]
    expect(scoreReading({ ...EXPECTED, turns }, reading)).toMatchObject({ speakers: 0.75, roles: 2 / 3 })
  })

  it('takes every name of a person for right, and the person for one', () => {
    const named = { ...EXPECTED, names: [['Mayor Reed', 'ANN REED', 'Ben Cole']] }
    const turns = EXPECTED.turns.map((one) => ({ ...one, speaker: 'Mayor Reed' }))
    expect(scoreReading({ ...named, turns }, reading)).toMatchObject({ speakers: 1, found: { speakers: 1 } })
    expect(scoreReading({ ...EXPECTED, turns }, reading)).toMatchObject({ speakers: 0, found: { speakers: 2 } })
  })

  it('takes no exchange for met that lacks an answer', () => {
    const exchanges = [{ questions: [0], answers: [1, 3] }, ...(EXPECTED.exchanges ?? []).slice(1)]
    expect(scoreReading({ ...EXPECTED, exchanges }, reading).exchanges).toBe(0.5)
    expect(scoreReading({ ...EXPECTED, exchanges: null }, reading).exchanges).toBeNull()
  })

  it('judges what is set aside by kind and beginning, and only kinds that are named', () => {
    const scored = (setAside: Expectation['setAside']) => scoreReading({ ...EXPECTED, setAside }, reading)
    expect(scored({ headline: [] })).toMatchObject({ asidePrecision: 0, asideRecall: null })
    expect(scored({ headline: [keyOfAside('Another headline')] })).toMatchObject({ asidePrecision: 0, asideRecall: 0 })
    expect(scored({ caption: [] })).toMatchObject({ asidePrecision: null, asideRecall: null, found: { setAside: 0 } })
    expect(scored(null)).toMatchObject({ asidePrecision: null, asideRecall: null, found: { setAside: 1 } })
  })

  it('counts every turn as invented where nobody speaks', () => {
    const prose: Expectation = { ...EXPECTED, kind: 'prose', turns: [], exchanges: null, setAside: null }
    expect(scoreReading(prose, reading)).toMatchObject({ invented: 4, precision: null, recall: null })
  })
})

describe('scoreNothing', () => {
  it('is the score of a file that could not be imported', () => {
    expect(scoreNothing(EXPECTED)).toMatchObject({ precision: 0, recall: 0, exchanges: 0, asideRecall: 0, invented: 0 })
  })
})
