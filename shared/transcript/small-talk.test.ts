import { describe, expect, it } from 'vitest'
import { readTranscript } from './read-transcript.ts'

const turnsOf = (text: string): readonly string[] =>
  readTranscript(text).turns.map(({ speaker, role }) => `${speaker ?? ''} ${role}`)

describe('a few lines of talk', () => {
  it('finds two who take turns, full stops or not', () => {
    expect(turnsOf('Mira: hello\nJonas: hi\nMira: where are you\nJonas: at home\n')).toHaveLength(4)
    expect(
      turnsOf(
        'Mira: The bus was late.\nJonas: Yes, as always.\nMira: Not on Sundays.\nJonas: True, but today is Monday.\n',
      ),
    ).toHaveLength(4)
    expect(
      turnsOf('小美：今天下雨。\n小刚：是的，雨很大。\n小美：公交车没有来。\n小刚：那我们走路吧。\n'),
    ).toHaveLength(4)
    expect(
      turnsOf('Léa: Bonjour, madame.\nPaul: Bonjour.\nLéa: Il fait froid.\nPaul: Oui, très froid.\n'),
    ).toHaveLength(4)
  })

  it('finds those who speak once each, if one asks and the others answer', () => {
    const text =
      'Anna: Are you coming tonight?\nBen: I think so, if I can leave early.\nClara: Then we will save you both a seat.\n'
    expect(turnsOf(text)).toHaveLength(3)
  })

  it('finds a lesson, in which one asks and others answer', () => {
    const text =
      'T: What is the capital of France?\nS1: Paris!\nT: Good. And of Spain?\nS2: Madrid.\nT: Yes, it is.\nS3: I knew it.\nT: Quiet, please.\n'
    expect(turnsOf(text)).toHaveLength(7)
  })

  it.each([
    ['a recipe', 'Zutaten: Mehl, Zucker, Eier.\nZeit: 30 Minuten.\nBacken: 20 Minuten bei 180 Grad.\n'],
    ['two recipes', 'Zutaten: Mehl.\nZeit: 30 Minuten.\nZutaten: Zucker.\nZeit: 20 Minuten.\n'],
    ['Chinese recipes', '食材：面粉、鸡蛋。\n做法：打散，炒熟。\n食材：豆腐、葱。\n做法：切块，煎黄。\n'],
    ['a form', 'Dog: What is the dog called?\nCat: What is the cat called?\nBird: What is the bird called?\n'],
    [
      'what goes in and comes out',
      'Input: Enter your name.\nOutput: Your name.\nInput: Enter your age.\nOutput: Your age.\n',
    ],
    ['a table of cards', 'Front: The sea.\nBack: Das Meer.\nFront: The river.\nBack: Der Fluss.\n'],
    ['three points', 'Speed: It is fast.\nSize: It is small.\nCost: It is free.\n'],
  ])('finds nobody in %s', (_, text) => {
    expect(turnsOf(text)).toEqual([])
  })

  it('takes A beside B for a person who may ask', () => {
    const text =
      'A: Where did you grow up?\nB: In a small village by the sea.\nA: When did you leave?\nB: When I was eighteen.\n'
    expect(turnsOf(text)).toEqual(['A question', 'B answer', 'A question', 'B answer'])
  })
})
