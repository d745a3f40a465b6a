import { expect, test } from 'vitest'
import { readTranscript } from '#shared/transcript/read-transcript.ts'
import { entriesWithMemo, outlineOf } from './outline-of.ts'

const text = [
  '林知远：各位下午好，我先说两句。',
  '晨星报记者：大桥何时合龙？',
  '林知远：明年春天。',
  '江城电视台记者：造价会超吗？',
  '林知远：不会超。',
  '晨星报记者：通车以后收费吗？',
  '林知远：不收费。',
].join('\n')

test('an exchange is one line, a turn outside of exchanges another, and each leads to where it is said', () => {
  const entries = outlineOf(readTranscript(text))
  expect(entries.map(({ exchange, speaker, others, words }) => [exchange, speaker, others, words])).toEqual([
    [null, '林知远', [], '各位下午好，我先说两句。'],
    [0, '晨星报记者', ['林知远'], '大桥何时合龙？'],
    [1, '江城电视台记者', ['林知远'], '造价会超吗？'],
    [2, '晨星报记者', ['林知远'], '通车以后收费吗？'],
  ])
  for (const entry of entries) expect(text.slice(entry.start)).toMatch(entry.words)
})

test('prose without speakers has no outline', () => {
  expect(outlineOf(readTranscript('这是一段没有人说话的文字。\n另一段也没有。'))).toEqual([])
})

test('a memo on any turn of an exchange is shown at the exchange', () => {
  const reading = readTranscript(text)
  const entries = outlineOf(reading)
  const at = (turn: number): number => reading.turns[turn]?.span.start ?? 0
  expect([...entriesWithMemo(entries, reading.turns, [at(0), at(4), at(4) + 3])]).toEqual([0, 2])
  expect([...entriesWithMemo(entries, reading.turns, [text.length + 5])]).toEqual([])
})
