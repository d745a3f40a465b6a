import { describe, expect, it } from 'vitest'
import { NO_STRUCTURE } from '#shared/model/source-structure.ts'
import { printInspectReport } from './inspect-report.ts'
import { readLazily } from './read-lazily.ts'
import { readTranscript } from './read-transcript.ts'

const file = {
  fileName: 'talk.v2.txt',
  mediaType: 'text/plain',
  sha256: 'f'.repeat(64),
  bytes: 9,
  encoding: 'utf-8',
  lineEnds: 'lf' as const,
  undecodable: 0,
}

interface Report {
  readonly format: string
  readonly source: { readonly title: string }
  readonly text: string
  readonly reading: string
  readonly turns: readonly {
    readonly index: number
    readonly speaker: string | null
    readonly label: string
    readonly role: string
    readonly start: number
    readonly end: number
    readonly line: number
    readonly time: string | null
    readonly paragraphs: readonly string[]
  }[]
  readonly exchanges: readonly unknown[]
  readonly setAside: readonly { readonly kind: string; readonly start: number; readonly end: number }[]
  readonly warnings: readonly unknown[]
}

function printed(parts: Iterable<Uint8Array>): string {
  const decoder = new TextDecoder()
  let text = ''
  // Each part holds until the next one is asked for.
  for (const part of parts) text += decoder.decode(part)
  return text
}

function reportOf(text: string): Report {
  return JSON.parse(printed(printInspectReport(file, text, readLazily(text, NO_STRUCTURE))))
}

it('counts in code points and lines from 1', () => {
  const text = '# 😀😀 A title\n\nAnn: Are you there? 😀\nBen: I am.\n'
  const report = reportOf(text)
  const points = [...text]
  const slice = ({ start, end }: { start: number; end: number }): string => points.slice(start, end).join('')

  expect(report.format).toBe('lectern.inspect/1')
  expect(report.turns.map((turn) => [turn.index, turn.speaker, turn.line, slice(turn)])).toEqual([
    [0, 'Ann', 3, 'Ann: Are you there? 😀'],
    [1, 'Ben', 4, 'Ben: I am.'],
  ])
  expect(report.turns[0]?.paragraphs).toEqual(['Are you there? 😀'])
  expect(report.reading).toBe('Are you there? 😀\nI am.')
  expect(report.exchanges).toEqual([{ index: 0, questions: [0], answers: [1] }])
  expect(report.setAside.map(slice)).toEqual(['# 😀😀 A title'])
})

it('is called by its headline, or by its file', () => {
  const titled = '# The Bridge\n\nAnn: Are you there?\n\nBen: I am.\n'
  expect(reportOf(titled).source.title).toBe('The Bridge')
  const bare = reportOf('Prose.')
  expect(bare.source.title).toBe('talk.v2')
  expect(bare.warnings).toEqual([{ code: 'no-turns', message: 'No speakers were found.', start: 0 }])
})

describe('prints JSON by hand, and gets it right', () => {
  const words = ['a "quoted" word', 'back\\slash', 'tab\tand \u0001', '😀 and \ud83d alone', '问题在哪里？', 'plain']
  const talk = Array.from({ length: 9000 }, (_, k) => {
    const word = words[k % words.length] ?? ''
    return `${k % 2 === 0 ? 'Ann "A" Lee' : 'Ben'}: Is it ${word}, number ${k}?\n\nIt is ${word}.\n`
  }).join('')

  it.each([
    ['a long talk full of signs that need an escape', talk],
    ['hard-wrapped lines', talk.slice(0, 9000).replace(/(.{12,30}) /g, '$1\n')],
    ['prose', talk.slice(0, 3000).replaceAll(': ', ' said ')],
    ['nothing but blanks', ' \n\n'],
  ])('%s', (_, text) => {
    const report = reportOf(text)
    const { blocks, turns, exchanges } = readTranscript(text)
    const said = (from = 0, to = blocks.length): readonly string[] =>
      blocks.slice(from, to).flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []))

    expect(report.text).toBe(text)
    expect(report.reading).toBe(said().join('\n'))
    expect(report.exchanges).toEqual(exchanges)
    expect(report.turns.map(({ start: _start, end: _end, ...turn }) => turn)).toEqual(
      turns.map(({ index, speaker, label, role, line, time, firstBlock, endBlock }) => {
        return { index, speaker, label, role, line, time, paragraphs: said(firstBlock, endBlock) }
      }),
    )
    expect(report.setAside.map(({ kind }) => kind)).toEqual(blocks.flatMap(({ setAside }) => setAside ?? []))
  })
})

it('warns of what could not be decoded, and where it begins', () => {
  const text = 'Ann: 😀 H\ufffdllo?\nBen: G\ufffdod day.\n'
  const print = (undecodable: number): Report =>
    JSON.parse(printed(printInspectReport({ ...file, undecodable }, text, readLazily(text, NO_STRUCTURE))))
  expect(print(2).warnings[0]).toEqual({
    code: 'undecodable',
    message: '2 places could not be decoded as utf-8 and stand as U+FFFD.',
    start: 8,
  })
  expect(print(2).source).not.toHaveProperty('undecodable')
  expect(print(1).warnings[0]).toMatchObject({ message: expect.stringMatching(/^1 place .* stands as/u) })
  expect(print(0).warnings).not.toContainEqual(expect.objectContaining({ code: 'undecodable' }))
})
