import { describe, expect, it } from 'vitest'
import { readTranscript } from './read-transcript.ts'

const turnsOf = (text: string): readonly string[] =>
  readTranscript(text).turns.map(({ speaker, role }) => `${speaker ?? '–'} ${role}`)
const PAIRS = (count: number): readonly string[] =>
  Array.from({ length: count }, () => ['– question', '– answer']).flat()

const NEW_RULES = [
  ['为什么要改用新水表？', '旧水表用了二十年，误差较大。换表可以减少浪费。'],
  ['换表要收费吗？', '不收费，全部费用由市里承担。\n\n　　1.表具由厂家提供。\n\n　　2.安装由水务公司负责。'],
  ['什么时候换完？', '明年六月底以前。'],
] as const

describe('interviews that have lost their marks', () => {
  it.each([
    ['一、', '二、', '三、'],
    ['1. ', '2. ', '3. '],
    ['（一）', '（二）', '（三）'],
  ])('reads questions counted %j below a headline that says that reporters asked', (...numbers) => {
    const body = NEW_RULES.map(([question, answer], k) => `　　${numbers[k]}${question}\n\n　　${answer}\n`).join('\n')
    const { turns, blocks } = readTranscript(`水务局负责人就换表答记者问\n\n${body}`)
    expect(turns.map(({ role }) => role)).toEqual(['question', 'answer', 'question', 'answer', 'question', 'answer'])
    expect(blocks.find(({ kind }) => kind === 'paragraph')?.text).toBe('为什么要改用新水表？')
  })

  it('reads questions that speak to somebody who speaks of himself', () => {
    const text =
      'The Interview: Nora Field\n\nThe novelist on rivers.\n\nYou have said that the book began with a flood. Is that true?\n\nIt began with a call about a flood. My mother rang.\n\nShe wanted her piano saved.\n\nDid you save it?\n\nI did. I still have it.\n\nHow long did you work on the book?\n\nEleven years. I am not proud of that.\n\nWhat are you working on now?\n\nA very short book. I am on page nine.\n'
    expect(turnsOf(text)).toEqual(PAIRS(4))
  })

  it('leaves the numbers out where only the answers have a label', () => {
    const text =
      '关于公积金的问答\n\n1.哪些人可以提取？\n\n答：租房的职工都可以。\n\n2.每月可以提取多少？\n\n答：不超过两千元。\n\n3.需要什么材料？\n\n答：身份证和合同。\n'
    expect(turnsOf(text)).toEqual(['– question', '答 answer', '– question', '答 answer', '– question', '答 answer'])
    expect(readTranscript(text).blocks.find(({ kind }) => kind === 'paragraph')?.text).toBe('哪些人可以提取？')
  })

  it.each([
    [
      'questions of readers',
      'Frequently asked questions\n\n1. How do I reset my password?\n\nWe send you a link.\n\n2. Can I work offline?\n\nYes, you can.\n\n3. Where are my data?\n\nOn your device. We have no copy.\n',
    ],
    [
      'an essay that asks',
      '我们为什么要读书\n\n很多人问过我。\n\n读书是为了什么？\n\n我年轻时说是为了知识。\n\n知识会过时，我们还要读吗？\n\n我想还是要的。\n\n那么，应该读什么呢？\n\n我读我读得下去的。\n\n最后，读完之后呢？\n\n合上书，我去生活。\n',
    ],
    [
      'the questions of an interview to come',
      'Interview guide\n\n1. When did you come?\n\n2. Whom did you know?\n\n3. What did you do?\n\n4. Would you come again?\n',
    ],
    [
      'advice for who looks for work',
      'How to prepare for your job interview\n\nMost interviews last half an hour.\n\nWhat can you tell us about yourself?\n\nI always advise people to keep this short.\n\nWhy do you want to work here?\n\nIn my experience one good example is enough.\n\nWhat are your weaknesses?\n\nI would name one that is real.\n\nWhere do you see yourself in five years?\n\nI would not name a title.\n',
    ],
    [
      'a leaflet that counts questions',
      'You are invited to an interview by our students\n\n1. Why were you chosen?\n\nYour address was drawn by chance.\n\n2. What will happen?\n\nThe talk takes an hour.\n\n3. Who will hear it?\n\nNobody but the team.\n',
    ],
  ])('leaves %s alone', (_, text) => {
    expect(turnsOf(text)).toEqual([])
  })
})
