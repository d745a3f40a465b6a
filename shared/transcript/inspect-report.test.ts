import { expect, it } from 'vitest'
import { makeInspectReport } from './inspect-report.ts'
import { readTranscript } from './read-transcript.ts'

const file = {
  fileName: 'talk.v2.txt',
  mediaType: 'text/plain',
  sha256: 'f'.repeat(64),
  bytes: 9,
  encoding: 'utf-8',
  lineEnds: 'lf' as const,
}

it('counts in code points and lines from 1', () => {
  const text = '😀😀 hello, this came first.\n\nAnn: Are you there? 😀\nBen: I am.\n'
  const report = makeInspectReport(file, text, readTranscript(text))
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
  expect(report.setAside.map(slice)).toEqual(['😀😀 hello, this came first.'])
})

it('is called by its headline, or by its file', () => {
  const titled = '# The Bridge\n\nAnn: Are you there?\n\nBen: I am.\n'
  expect(makeInspectReport(file, titled, readTranscript(titled)).source.title).toBe('The Bridge')
  const bare = makeInspectReport(file, 'Prose.', readTranscript('Prose.'))
  expect(bare.source.title).toBe('talk.v2')
  expect(bare.warnings).toEqual([{ code: 'no-turns', message: 'No speakers were found.', start: 0 }])
})
