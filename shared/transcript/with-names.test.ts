import { expect, test } from 'vitest'
import { sourceOffsetAt } from '#shared/text/reading-map.ts'
import { readTranscript } from './read-transcript.ts'
import { withNames } from './with-names.ts'

test('a label is shown without its colon, and still knows its place', () => {
  const text = '问：桥何时通车？\n答：下个月。\n问：收费吗？\n答：不收费。\n'
  const reading = withNames(readTranscript(text))
  const labels = reading.blocks.filter((block) => block.kind === 'label')
  expect(labels.map((label) => label.text)).toEqual(['问', '答', '问', '答'])
  const [, second] = labels
  expect(second && sourceOffsetAt(second, 0, 'start')).toBe(text.indexOf('答'))
  for (const label of labels) {
    expect(label.pieces.reduce((sum, piece) => sum + piece.length, 0)).toBe(label.text.length)
  }
})

test.each([
  ['<v Ann Lee>Hello there.\n<v Ben>Good day.\n<v Ann Lee>Shall we?\n<v Ben>Yes.\n', ['Ann Lee', 'Ben']],
  ['[id1] Hello there.\n[id2] Good day.\n[id1] Shall we go?\n[id2] Yes.\n', ['id1', 'id2']],
  ['【记者】何时通车？\n【陈树】下个月。\n【记者】收费吗？\n【陈树】不收费。\n', ['记者', '陈树']],
])('mark-up around a name is not shown: %j', (text, names) => {
  const labels = withNames(readTranscript(text)).blocks.filter((block) => block.kind === 'label')
  expect([...new Set(labels.map((label) => label.text))]).toEqual(names)
  for (const label of labels) {
    const [first] = label.pieces
    expect(first && text.slice(first.source, first.source + label.text.length)).toBe(label.text)
  }
})
