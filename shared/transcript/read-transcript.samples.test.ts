import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readTranscript } from './read-transcript.ts'

const samples = new URL('../../../shared/samples/', import.meta.url)
const isHere = existsSync(samples)
const read = (path: string, encoding = 'utf-8'): string =>
  new TextDecoder(encoding).decode(readFileSync(new URL(path, samples))).replace(/\r\n?/gu, '\n')

interface Truth {
  readonly distinct_speakers: readonly string[]
  readonly qa_pairs: readonly { readonly question_turn: number; readonly answer_turn: number }[]
  readonly turns: readonly {
    readonly role: string
    readonly speaker: string
    readonly first12_despaced: string
    readonly last8: string
    readonly chars_despaced: number
  }[]
}

describe.skipIf(!isHere)(`the press conference and its copies${isHere ? '' : ' (skipped: no samples)'}`, () => {
  it.each([
    ['transcripts/press-conference-zh.txt', 'utf-8'],
    ['encodings/made_seed_gb18030.txt', 'gb18030'],
    ['encodings/made_seed_utf16le_bom_crlf.txt', 'utf-16le'],
    ['encodings/made_seed_utf8bom_crlf.txt', 'utf-8'],
    ['encodings/made_seed_no_blank_lines.txt', 'utf-8'],
  ])('%s reads as the truth says', (path, encoding) => {
    const truth = JSON.parse(read('transcripts/press-conference-zh.truth.json')) as Truth
    const { turns, blocks, speakers, exchanges } = readTranscript(read(path, encoding))
    const speech = turns.map(({ firstBlock, endBlock }) =>
      blocks
        .slice(firstBlock + 1, endBlock)
        .map((block) => block.text)
        .join(''),
    )
    expect(turns.map(({ speaker }) => speaker)).toEqual(truth.turns.map(({ speaker }) => speaker))
    expect(turns.map(({ role }) => role)).toEqual(truth.turns.map(({ role }) => (role === 'opening' ? 'other' : role)))
    expect(speech.map((text) => text.length)).toEqual(truth.turns.map((turn) => turn.chars_despaced))
    expect(speech.map((text) => text.slice(-8))).toEqual(truth.turns.map(({ last8 }) => last8))
    expect(speech.map((text) => text.slice(0, 12))).toEqual(truth.turns.map((turn) => turn.first12_despaced))
    expect([...speakers].sort()).toEqual([...truth.distinct_speakers].sort())
    expect(exchanges.map(({ questions, answers }) => [questions, answers])).toEqual(
      truth.qa_pairs.map((pair) => [[pair.question_turn - 1], [pair.answer_turn - 1]]),
    )
    expect(blocks.flatMap(({ setAside }) => setAside ?? [])).toEqual([
      'preamble',
      'jump-line',
      'headline',
      'caption',
      'credit',
    ])
  })
})

describe.skipIf(!isHere)(`other conventions${isHere ? '' : ' (skipped: no samples)'}`, () => {
  it.each([
    ['audreyt_2017-04-12_tvbs.md', 30, 2],
    ['audreyt_2019-11-23_dw_en.md', 19, 2],
    ['audreyt_2020-08-07_collab_emoji.md', 244, 37],
    ['audreyt_2022-11-17_handelsblatt_zw.md', 161, 4],
    ['bundestag_17001.txt', 18, 9],
    ['changelog_gotime_bonus_77.md', 8, 3],
    ['ja_tokyo_assembly_rendered_utf8.txt', 49, 22],
    ['ko_plenary_singlespace_label.txt', 2, 2],
    ['legco_12-13-cm0116_rendered_utf8.txt', 58, 11],
    ['legco_12-13-cm0502_rendered_utf8.txt', 8, 3],
    ['qualcoder_transcript.txt', 7, 3],
    ['za_answer_1_expected.txt', 0, 0],
  ])('%s: %i turns, %i speakers', (name, turns, speakers) => {
    const reading = readTranscript(read(`transcripts/${name}`))
    expect(reading.turns).toHaveLength(turns)
    expect(reading.speakers).toHaveLength(speakers)
  })
})
