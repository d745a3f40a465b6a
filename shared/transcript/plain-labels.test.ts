import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { KnownLabels } from './known-labels.ts'
import { matchLabel } from './match-label.ts'
import { PlainLabels } from './plain-labels.ts'
import { partsOfLabel } from './speaker-name.ts'
import { splitLines } from './split-lines.ts'

describe('PlainLabels', () => {
  it('finds what a closer look finds', () => {
    const units = [
      '记者',
      '王',
      '《',
      '》',
      '问',
      '答',
      '、',
      '3',
      '：',
      ':',
      '/',
      ' ',
      '　',
      '\t',
      '[00:01]',
      '1:02',
      '（',
      '）',
      'a',
      '\n',
    ]
    const texts = fc.array(fc.constantFrom(...units), { maxLength: 30 }).map((list) => list.join(''))
    fc.assert(
      fc.property(texts, (text) => {
        const lines = splitLines(text)
        const labels = new PlainLabels(text, lines, new KnownLabels())
        for (let index = 0; index < lines.length; index++) {
          const line = lines.line(index)
          const plain = labels.at(index, true)
          if (plain === undefined || plain === null || line === undefined) continue
          const { form, start, end, speech } = plain
          expect({ form, start, end, speech }).toEqual(matchLabel(text, line, 0))
          expect(plain.speaker).toBe(partsOfLabel(text.slice(start, end)).speaker)
        }
      }),
    )
  })

  it('knows a label again, and leaves what is not plain to a closer look', () => {
    const text = '陈树：好\n《晚报》记者：请问\n陈树：是\nJane: yes\n问：几点'
    const labels = new PlainLabels(text, splitLines(text), new KnownLabels())
    expect([0, 1, 2, 3, 4].map((index) => labels.at(index, true)?.speaker)).toEqual([
      '陈树',
      '《晚报》记者',
      '陈树',
      undefined,
      '问',
    ])
  })
})
