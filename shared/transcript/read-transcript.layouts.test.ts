import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readTranscript } from './read-transcript.ts'

interface Talk {
  readonly turns: readonly { readonly speaker: string; readonly role: string; readonly sentences: readonly string[] }[]
  readonly exchanges: readonly unknown[]
}

const file = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
const despaced = (text: string): string => text.replace(/[\s\u3000]+/gu, '')

/** The conference as it was before anybody set it in columns. */
function chineseTalk(): Talk {
  const lines = file('e2e/fixtures-text/hard-wrapped-zh.txt').split('\n')
  const truth = JSON.parse(file('e2e/fixtures-text/hard-wrapped-zh.truth.json'))
  const turns = truth.turns.map((turn: Record<'speaker' | 'role' | 'labelLine' | 'lastTextLine', never>) => {
    const printed = despaced(lines.slice(turn.labelLine - 1, turn.lastTextLine).join(''))
    const speech = printed.slice(printed.indexOf('：') + 1)
    return { speaker: turn.speaker, role: turn.role, sentences: speech.match(/[^。！？]+[。！？：]?/gu) }
  })
  return { turns, exchanges: truth.exchanges }
}

interface Setting {
  readonly width: number
  readonly lineGap: number
  readonly paragraphGap: number
  readonly indent: string
  readonly label: readonly [before: string, behind: string]
  /** Every so many lines one is letter-spaced; 0 for none. */
  readonly spaced: number
  /**
   * Every so many lines a page ends, with its number, unless lines are so short that labels are cut or
   * so long that there are hardly any pages; 0 for none.
   */
  readonly page: number
  /** Sentences in a paragraph. */
  readonly perParagraph: number
}

const setting: fc.Arbitrary<Setting> = fc.record({
  width: fc.constantFrom(10, 12, 14, 17, 20, 24, 30, 38, 60, 10_000),
  lineGap: fc.constantFrom(0, 1),
  paragraphGap: fc.constantFrom(0, 1, 2),
  indent: fc.constantFrom('', '　　', '    '),
  label: fc.constantFrom(
    ...([
      ['', '：'],
      ['', ':'],
      ['', ' ： '],
      ['**', '：**'],
      ['【', '】'],
      ['', '：\n'],
      ['### ', '：\n'],
    ] as const),
  ),
  spaced: fc.constantFrom(0, 2, 3, 7),
  page: fc.constantFrom(0, 20),
  perParagraph: fc.constantFrom(2, 4, 100),
})

/** Cuts at the column; punctuation hangs over, as printers let it, and a bold label's marks stay with its colon. */
function wrap(paragraph: string, width: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const unit of paragraph.match(/：\*\*|[\w.]+|./gsu) ?? []) {
    if (line.length >= width && !/^[，。、！？；：”’）》」】\s]/u.test(unit)) {
      lines.push(line)
      line = ''
    }
    line += unit
  }
  return [...lines, line]
}

/** Nobody spaces out a few characters that the column has left over. */
function letterSpaced(line: string): string {
  return line.length < 12 ? line : line.replace(/(?<=[\p{sc=Han}，。：])(?=[\p{sc=Han}，。：])/gu, ' ')
}

function print(talk: Talk, setting: Setting): { readonly text: string; readonly starts: readonly number[] } {
  const starts: number[] = []
  let text = ''
  let count = 0
  const add = (line: string): void => {
    count++
    text += `${setting.spaced > 0 && count % setting.spaced === 0 ? letterSpaced(line) : line}\n${'\n'.repeat(setting.lineGap)}`
    if (setting.page > 0 && setting.width >= 20 && setting.width < 40 && count % setting.page === 0)
      text += `${count / setting.page}\n${'\n'.repeat(setting.lineGap)}`
  }
  for (const { speaker, sentences } of talk.turns) {
    const label = setting.label[0] + speaker + setting.label[1]
    starts.push(text.length + setting.indent.length)
    for (let from = 0; from < sentences.length; from += setting.perParagraph) {
      const paragraph = sentences.slice(from, from + setting.perParagraph).join('')
      const [alone, inline] = label.endsWith('\n') ? [label.trimEnd(), ''] : [null, label]
      if (from === 0 && alone !== null) add(setting.indent + alone)
      const printed = setting.indent + (from === 0 ? inline : '') + paragraph
      for (const line of wrap(printed, setting.width)) add(line.trimEnd())
      text += '\n'.repeat(setting.paragraphGap)
    }
  }
  return { text, starts }
}

describe('a conference, however it is set', () => {
  const talk = chineseTalk()

  it('has the same turns, by the same people, with the same words', () => {
    fc.assert(
      fc.property(setting, (chosen) => {
        const { text, starts } = print(talk, chosen)
        const { turns, blocks, exchanges } = readTranscript(text)
        expect(turns.map(({ span }) => span.start as number)).toEqual(starts)
        expect(turns.map(({ speaker, role }) => [speaker, role])).toEqual(
          talk.turns.map(({ speaker, role }) => [speaker, role]),
        )
        const speech = turns.map(({ firstBlock, endBlock }) =>
          blocks.slice(firstBlock, endBlock).filter(({ kind }) => kind === 'paragraph'),
        )
        expect(speech.map((paragraphs) => despaced(paragraphs.map((block) => block.text).join('')))).toEqual(
          talk.turns.map(({ sentences }) => despaced(sentences.join(''))),
        )
        expect(exchanges.map(({ questions, answers }) => ({ questions, answers }))).toEqual(talk.exchanges)
      }),
      { numRuns: 150 },
    )
  })
})
