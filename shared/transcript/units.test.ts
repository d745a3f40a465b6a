import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readAsIs } from './read-as-is.ts'
import { readTranscript } from './read-transcript.ts'
import { paragraphAt, sentenceAt, sentencesOf } from './units.ts'

test('sentences end where a reader would say so', () => {
  const text = '他说：“今天下雨。”我们走吧！真的吗？好……'
  expect(sentencesOf(text, 'zh').map(([start, end]) => text.slice(start, end))).toEqual([
    '他说：“今天下雨。”',
    '我们走吧！',
    '真的吗？',
    '好……',
  ])
  const english = 'Is it true? (Yes.) We will see.'
  expect(sentencesOf(english, 'en').map(([start, end]) => english.slice(start, end))).toEqual([
    'Is it true?',
    '(Yes.)',
    'We will see.',
  ])
})

test('sentences are in order, do not overlap, and leave out nothing but blanks', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('好', 'a', ' ', '。', '”', '“', '?', '.', '）') }), (text) => {
      let at = 0
      for (const [start, end] of sentencesOf(text, 'zh')) {
        expect(text.slice(at, start).trim()).toBe('')
        expect(end).toBeGreaterThan(start)
        at = end
      }
      expect(text.slice(at).trim()).toBe('')
    }),
  )
})

test('from a speaker’s name one comes to what is said', () => {
  const text = '问：桥何时通车？快吗？\n答：下个月。\n问：收费吗？\n答：不收费。\n'
  const reading = readTranscript(text)
  const label = text.indexOf('答')
  const sentence = sentenceAt(reading, label, 'zh')
  const paragraph = paragraphAt(reading, label)
  for (const span of [sentence, paragraph]) expect(span && text.slice(span.start, span.end)).toBe('下个月。')
})

test('the sentence and the paragraph at a place hold the place', () => {
  const text = '第一句。第二句！\n另一段。'
  const reading = readAsIs(text)
  const sentence = sentenceAt(reading, text.indexOf('二'), 'zh')
  expect(sentence && text.slice(sentence.start, sentence.end)).toBe('第二句！')
  const paragraph = paragraphAt(reading, text.indexOf('另'))
  expect(paragraph && text.slice(paragraph.start, paragraph.end)).toBe('另一段。')
})
