import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { indexLines } from '#shared/text/line-index.ts'
import { readTranscript } from './read-transcript.ts'

interface Truth {
  readonly speakers: readonly string[]
  readonly turns: readonly Readonly<Record<'speaker' | 'role' | 'labelLine' | 'lastTextLine', string | number>>[]
  readonly exchanges: readonly Readonly<Record<'questions' | 'answers', readonly number[]>>[]
  readonly setAside: readonly Readonly<Record<'kind' | 'firstLine' | 'lastLine', string | number>>[]
  readonly falseLabels: readonly { readonly line: number; readonly text: string }[]
}

const fixture = (name: string): string =>
  readFileSync(new URL(`../../e2e/fixtures-text/${name}`, import.meta.url), 'utf8')

const text = fixture('hard-wrapped-zh.txt')
const truth: Truth = JSON.parse(fixture('hard-wrapped-zh.truth.json'))
const reading = readTranscript(text)
const { lineAt } = indexLines(text)

test('the turns are where they were written, by whom and as what', () => {
  expect(
    reading.turns.map(({ speaker, role, line, span }) => ({
      speaker,
      role,
      labelLine: line,
      lastTextLine: lineAt(span.end - 1),
    })),
  ).toEqual(truth.turns)
  expect(reading.speakers).toEqual(truth.speakers)
})

test('every question is met by its answer', () => {
  expect(reading.exchanges.map(({ questions, answers }) => ({ questions, answers }))).toEqual(truth.exchanges)
})

test('what is no speech is set aside for what it is', () => {
  const found = reading.blocks.flatMap((block) =>
    block.setAside === null
      ? []
      : [{ kind: block.setAside, firstLine: block.line, lastLine: lineAt(block.span.end - 1) }],
  )
  expect(found).toEqual(truth.setAside)
})

test('lines that end in a colon stay speech, and letter-spaced ones are closed up', () => {
  const speech = reading.blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : [])).join('\n')
  for (const { text: line } of truth.falseLabels) expect(speech).toContain(line)
  expect(speech).not.toMatch(/\p{Script=Han} \p{Script=Han}/u)
})
