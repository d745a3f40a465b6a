import fc from 'fast-check'
import { expect, test } from 'vitest'
import { NO_STRUCTURE } from '#shared/model/source-structure.ts'
import { spanOf, utf16 } from '#shared/model/text-span.ts'
import { readTranscript } from '#shared/transcript/read-transcript.ts'
import { viewSource } from './source-view.ts'

const plain = (text: string) => ({ text, structure: NO_STRUCTURE, stored: null, edits: [] })

const TALK = `Opening words.

Ada Moor: Welcome.

Ben Tarn: Is it safe?

Ada Moor: It is.
`

test('a passage belongs to the turn it starts in, or the first it reaches into', () => {
  const view = viewSource(plain(TALK))
  const turnOf = (from: string, to: string) =>
    view.turnOf(spanOf(TALK.indexOf(from), TALK.indexOf(to) + to.length))?.index ?? null
  expect(turnOf('Welcome', 'safe')).toBe(0)
  expect(turnOf('safe', 'is.')).toBe(1)
  expect(turnOf('Opening', 'words')).toBeNull()
  expect(turnOf('words', 'Welcome')).toBe(0)
})

test('context is cut at characters, not inside of them', () => {
  const view = viewSource(plain('🌉🌉🌉 word 🌉🌉🌉'))
  expect(view.before(spanOf(7, 11), 2)).toBe('🌉 ')
  expect(view.after(spanOf(7, 11), 2)).toBe(' 🌉')
})

test('positions beyond the text do not throw', () => {
  const view = viewSource(plain('short'))
  const span = spanOf(3, 90)
  expect([view.codePointAt(span.end), view.rawQuote(span), view.quote(span), view.after(span, 9)]).toEqual([
    5,
    'rt',
    'rt',
    '',
  ])
})

test('a passage has the page it starts on and the times of its cues', () => {
  const structure = {
    ...NO_STRUCTURE,
    pages: [
      { start: utf16(0), name: 'iv' },
      { start: utf16(10), name: '1' },
    ],
    times: [
      { span: spanOf(0, 10), from: 1500, to: 4000 },
      { span: spanOf(11, 20), from: 3_725_000, to: 3_725_250 },
    ],
  }
  const view = viewSource({ text: 'one two three four five', structure, stored: null, edits: [] })
  expect(view.pageOf(spanOf(9, 12))).toBe('iv')
  expect(view.pageOf(spanOf(10, 12))).toBe('1')
  expect(view.timesOf(spanOf(4, 14))).toEqual(['0:00:01.500', '1:02:05.250'])
  expect(viewSource(plain('none')).timesOf(spanOf(0, 2))).toEqual(['', ''])
  expect(viewSource(plain('none')).pageOf(spanOf(0, 2))).toBe('')
})

const texts = fc
  .array(fc.constantFrom('Ada Moor: Yes.', '王五：好。', '一 年 来 ，最 好', 'Plain words here', '𠮷', '\n', '\n\n'), {
    minLength: 1,
    maxLength: 30,
  })
  .map((parts) => parts.join('\n'))

test('what stands before, the quote and what stands after run on without a gap', () => {
  fc.assert(
    fc.property(texts, fc.nat(), fc.nat(), (source, a, b) => {
      const [start, end] = [a % source.length, b % source.length].sort((x, y) => x - y) as [number, number]
      const span = spanOf(start, end + 1)
      const blocks = readTranscript(source).blocks.filter((block) => block.kind !== 'label')
      const isSpeech = blocks.some((block) => block.span.start < span.end && span.start < block.span.end)
      const view = viewSource(plain(source))
      // A label is left out of the running text, so nothing stands between what is around it.
      const quote = isSpeech ? view.quote(span) : ''
      const running = view.before(span, 9999) + quote + view.after(span, 9999)
      const text = blocks.map((block) => block.text).join('\n')
      expect(running.replaceAll('\n', '')).toBe(text.replaceAll('\n', ''))
      if (quote !== '') expect(running).toBe(text)
    }),
  )
})
