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
