import { expect, test } from 'vitest'
import { readTranscript } from '#shared/transcript/read-transcript.ts'
import { htmlOf, paragraphsBetween } from './copying.ts'

const { blocks } = readTranscript('林知远：各位下午好。\n晨星报记者：大桥何时合龙？\n林知远：明年春天。')

test('all of the blocks, from the first character to behind the last', () => {
  const last = blocks.length - 1
  const all = paragraphsBetween(
    blocks,
    { block: 0, offset: 0 },
    { block: last, offset: blocks[last]?.text.length ?? 0 },
  )
  expect(all).toEqual(blocks.map(({ text }) => text))
})

test('a part of the first and of the last block, or of one alone', () => {
  expect(paragraphsBetween(blocks, { block: 1, offset: 2 }, { block: 3, offset: 4 })).toEqual([
    '下午好。',
    blocks[2]?.text,
    '大桥何时',
  ])
  expect(paragraphsBetween(blocks, { block: 1, offset: 2 }, { block: 1, offset: 5 })).toEqual(['下午好'])
})

test('as formatted text the words stay words', () => {
  expect(htmlOf(['a < b & c', '<i>d</i>'])).toBe('<p>a &lt; b &amp; c</p>\n<p>&lt;i&gt;d&lt;/i&gt;</p>')
})
