import { expect, test } from 'vitest'
import { plainQuote } from './plain-quote.ts'

test('a hard-wrapped slice becomes one line, in Chinese without blanks', () => {
  expect(plainQuote('缺的不是办法，\n　　而是决 心。')).toBe('缺的不是办法，而是决心。')
  expect(plainQuote(' The bridge\nopens  in May. ')).toBe('The bridge opens in May.')
  expect(plainQuote('用 AI 说')).toBe('用 AI 说')
})
