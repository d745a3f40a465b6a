import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HAS_LABEL_END, HAS_OTHER_END, HAS_QUESTION_MARK, type Lines, MAY_ASK, MAY_NEED_ESCAPE } from './lines.ts'
import { splitLines } from './split-lines.ts'

function wordsOf(text: string, lines: Lines): readonly string[] {
  return Array.from({ length: lines.length }, (_, index) => text.slice(lines.start(index), lines.end(index)))
}

it('finds the lines that `split` and `trim` find', () => {
  const bit = fc.constantFrom('\n', '\n\n', ' ', '\t', '　', '\r', '\ufeff', '河', 'a', '。', '：', '😀')
  fc.assert(
    fc.property(fc.array(bit, { maxLength: 60 }), (bits) => {
      const text = bits.join('')
      const lines = splitLines(text)
      const expected = text.split('\n').map((line) => line.trim())
      expect(wordsOf(text, lines)).toEqual(expected.filter((line) => line !== ''))
      const numbers = expected.flatMap((line, index) => (line === '' ? [] : [index + 1]))
      expect(numbers.map((_, index) => lines.number(index))).toEqual(numbers)
    }),
  )
})

it('holds more lines than it made room for, and nothing outside of them', () => {
  const text = 'a\n'.repeat(5000)
  const lines = splitLines(text)
  expect(lines.length).toBe(5000)
  expect([lines.start(4999), lines.end(4999), lines.number(4999), lines.gap(4999)]).toEqual([9998, 9999, 5000, 0])
  expect([lines.start(5000), lines.width(-1), lines.stopsMidSentence(5000)]).toEqual([0, 0, false])
  expect(lines.line(5000)).toBeUndefined()
})

it('measures columns, indents and gaps', () => {
  const text = '\n　　河 水\n\n\n  ab c  \n中 文 字 距 大\n'
  const lines = splitLines(text)
  const measured = Array.from({ length: lines.length }, (_, index) => {
    return [lines.indent(index), lines.width(index), lines.gap(index), lines.isLetterSpaced(index)]
  })
  expect(measured).toEqual([
    [4, 5, 1, false],
    [2, 4, 2, false],
    [0, 10, 0, true],
  ])
})

it('cuts lines where it is told to, and counts them once', () => {
  const text = 'one two\nthree'
  const lines = splitLines(text, [0, 4, 8])
  expect(wordsOf(text, lines)).toEqual(['one', 'two', 'three'])
  expect([0, 1, 2].map((index) => [lines.number(index), lines.gap(index), lines.indent(index)])).toEqual([
    [1, 0, 0],
    [1, 0, 0],
    [2, 0, 0],
  ])
})

describe('what is known of a line by its characters', () => {
  it.each([
    ['王毅：你好', HAS_LABEL_END, true],
    ['你好，王毅：', HAS_LABEL_END, false],
    ['王毅　你好', HAS_OTHER_END, true],
    ['你好？', HAS_QUESTION_MARK, true],
    ['可以吗。', MAY_ASK, true],
    ['可以。', MAY_ASK, false],
    ['他说"好"', MAY_NEED_ESCAPE, true],
    ['他说“好”', MAY_NEED_ESCAPE, false],
    ['长'.repeat(300), MAY_NEED_ESCAPE, false],
    [`${'长'.repeat(300)}"`, MAY_NEED_ESCAPE, true],
  ])('%s, %i: %s', (text, flag, expected) => {
    expect(splitLines(text).has(0, flag)).toBe(expected)
  })

  it.each([
    ['完了。”', true],
    ['完了', false],
    ['And so it ended.)', true],
  ])('%s ends a sentence: %s', (text, expected) => {
    expect(splitLines(text).endsSentence(0)).toBe(expected)
  })
})
