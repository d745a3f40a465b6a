import { describe, expect, it } from 'vitest'
import { readTranscript } from './read-transcript.ts'

const turnsOf = (text: string): readonly string[] => {
  const { turns, blocks } = readTranscript(text)
  return turns.map(({ speaker, role, firstBlock, endBlock }) => {
    const said = blocks.slice(firstBlock, endBlock).filter(({ kind }) => kind === 'paragraph')
    return `${speaker} ${role}: ${said.map(({ text: words }) => words).join(' ¶ ')}`
  })
}

describe('a question and its answer on one line', () => {
  it('parts them', () => {
    expect(turnsOf('问：什么时候开始？答：明天上午。\n\n问：在哪里举行？答：在市民中心。\n')).toEqual([
      '问 question: 什么时候开始？',
      '答 answer: 明天上午。',
      '问 question: 在哪里举行？',
      '答 answer: 在市民中心。',
    ])
    expect(
      turnsOf('Q: When does it start? A: Tomorrow at nine.\n\nQ: Where will it be? A: In the town hall. It is new.\n'),
    ).toEqual([
      'Q question: When does it start?',
      'A answer: Tomorrow at nine.',
      'Q question: Where will it be?',
      'A answer: In the town hall. It is new.',
    ])
  })

  it('parts several of them in one paragraph', () => {
    expect(turnsOf('问：几点？答：九点。问：哪里？答：在市民中心。问：要报名吗？答：不用。\n')).toHaveLength(6)
  })

  it('parts them where a column cuts both', () => {
    const text =
      'Q: When does the work on the dam begin and who\nwill pay for it? A: It begins in May. The county\npays.\nQ: Is there a risk for the village? A: No, there\nis none. We have looked at it twice.\nQ: And the fish? A: They have a ladder.\n'
    expect(turnsOf(text).map((turn) => turn.split(' ')[0])).toEqual(['Q', 'A', 'Q', 'A', 'Q', 'A'])
  })

  it('keeps the numbers of questions apart from who asks', () => {
    expect(
      turnsOf('Q1: When is it? A1: Tomorrow.\nQ2: Where is it? A2: In the town hall.\n').map((turn) => turn[0]),
    ).toEqual(['Q', 'A', 'Q', 'A'])
  })

  it('leaves what is quoted inside of an answer to it', () => {
    const text =
      '问：您当时怎么说？\n答：我说了三句。\n问：他们问什么？\n答：他们问得很细。问：几点？答：九点。就这些。\n问：还有吗？\n答：没有了。\n'
    expect(turnsOf(text)).toHaveLength(6)
  })

  it('finds nobody where an example of it is given once', () => {
    expect(turnsOf('Write each pair on one line.\n\nQ: Who? A: Nobody.\n\nThen save the file.\n')).toEqual([])
  })
})
