import { describe, expect, it } from 'vitest'
import { NO_STRUCTURE, type SourceStructure } from '#shared/model/source-structure.ts'
import { spanOf } from '#shared/model/text-span.ts'
import { readTranscript } from './read-transcript.ts'

const turnsOf = (text: string, structure?: SourceStructure): readonly string[] =>
  readTranscript(text, structure).turns.map(({ speaker, role }) => `${speaker ?? '–'} ${role}`)

const TALK: readonly (readonly [string, string])[] = [
  ['Why did you close the bridge?', 'The steel was tired. We had no other choice.'],
  ['When will it open again?', 'Next spring, I hope. The works have begun.'],
  ['Who pays for it?', 'The county pays half, we pay the rest.'],
]
const UNNAMED = TALK.flatMap(() => ['– question', '– answer'])

describe('questions that name nobody', () => {
  it('reads bold questions and plain answers, in Markdown and by style', () => {
    const pairs = TALK.map(([question, answer]) => `**${question}**\n\n${answer}\n`)
    expect(turnsOf(`# A talk with the mayor\n\n${pairs.join('\n')}`)).toEqual(UNNAMED)

    const text = TALK.map(([question, answer]) => `${question}\n${answer}\n`).join('')
    const styles = TALK.map(([question]) => {
      const start = text.indexOf(question)
      return { span: spanOf(start, start + question.length), style: 'bold' as const }
    })
    expect(turnsOf(text, { ...NO_STRUCTURE, lines: 'paragraphs', styles })).toEqual(UNNAMED)
  })

  it('reads questions in italics, requests between them and answers of several paragraphs', () => {
    const italics = TALK.map(([question, answer]) => `_${question}_\n\n${answer}\n`)
    expect(turnsOf(italics.join('\n'))).toEqual(UNNAMED)
    const text =
      '*By Ina Falk*\n\nThe mayor meets us in her office.\n\n**Why did you close it?**\n\nIt was not safe. I had three reports.\n\nAnd winter came.\n\n**Three reports?**\n\nYes, three.\n\n**Tell me about the night before.**\n\nI did not sleep.\n\n**Would you do it again?**\n\nI would.\n'
    expect(turnsOf(text)).toHaveLength(8)
  })

  it('reads what is asked before one and the same name', () => {
    const talk = (name: string): string =>
      TALK.map(([question, answer]) => `${question}\n\n${name}: ${answer}\n`).join('\n')
    expect(turnsOf(talk('B'))).toEqual(TALK.flatMap(() => ['– question', 'B answer']))
    expect(turnsOf(talk('Marsh'))).toEqual(TALK.flatMap(() => ['– question', 'Marsh answer']))
    const text =
      '您是什么时候来的？\n\n甲：去年秋天来的。\n\n习惯了吗？\n\n甲：我慢慢习惯了。\n\n以后有什么打算？\n\n甲：我想开一家小店。\n'
    expect(turnsOf(text)).toEqual(TALK.flatMap(() => ['– question', '甲 answer']))
  })

  it.each([
    [
      'questions of readers',
      '**How do I install it?**\n\nRun the installer.\n\n**Can I use it at home?**\n\nYes, you can.\n\n**Where do I report mistakes?**\n\nOn the list.\n',
    ],
    [
      'questions of readers that we answer',
      '**How do I install it?**\n\nWe have an installer.\n\n**Can I use it at home?**\n\nWe think so.\n\n**Where do I find my key?**\n\nWe send it.\n',
    ],
    [
      'bold headings of a report',
      '**Introduction**\n\nWe went north.\n\n**Why north?**\n\nWe had a map.\n\n**Results**\n\nWe found it.\n\n**Outlook**\n\nWe go again.\n',
    ],
    [
      'a quiz',
      'What is the capital of France?\n\nB: Paris.\n\nWhat is the capital of Spain?\n\nB: Madrid.\n\nWhat is the capital of Italy?\n\nB: Rome.\n',
    ],
    [
      'notes to questions',
      'Is it safe?\n\nNote: I think so.\n\nIs it fast?\n\nNote: I think so.\n\nIs it new?\n\nNote: We say so.\n',
    ],
  ])('finds nobody in %s', (_, text) => {
    expect(turnsOf(text)).toEqual([])
  })
})
