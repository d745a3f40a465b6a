import { expect, it } from 'vitest'
import { readTranscript } from './read-transcript.ts'

const notesOf = (last: string): readonly string[] =>
  readTranscript(`Q: When did it end?\nA: In May, I think.\nQ: Were you there?\nA: I was.\n${last}`)
    .blocks.filter(({ setAside }) => setAside === 'note')
    .map(({ text }) => text)

it.each(['The House adjourned at 15:41.\n', '立法會遂於上午 9時 16分休會。\n', 'La séance est levée.\n'])(
  'sets aside when those who met rose: %s',
  (line) => {
    expect(notesOf(line)).toHaveLength(1)
  },
)

it.each([
  'The hearing ended at four, and my lawyer told me that we had lost the house.\n',
  'Nobody knew that\nthe meeting ended at two in the morning, and that nobody had voted.\n',
  '一直开到晚上10点散会。\n',
])('leaves what is said of it: %s', (line) => {
  expect(notesOf(line)).toEqual([])
})
