import { expect, test } from 'vitest'
import { spanOf, type TextSpan } from '#shared/model/text-span.ts'
import { readTranscript } from '#shared/transcript/read-transcript.ts'
import { uncodedTurn } from './uncoded-turns.ts'

const TEXT = '问：桥何时通车？\n答：下个月。\n问：收费吗？\n答：不收费。\n问：轮渡呢？\n答：照开。\n'
const reading = readTranscript(TEXT)
const spanOfWords = (words: string): TextSpan => spanOf(TEXT.indexOf(words), TEXT.indexOf(words) + words.length)
const at = (words: string): number => TEXT.indexOf(words)

test('goes to the next turn of which nothing is coded, and past those of which something is', () => {
  const coded = [spanOfWords('下个'), spanOfWords('收费吗')]
  expect(uncodedTurn(reading, coded, at('桥'), 1)?.span.start).toBe(at('答：不'))
  expect(uncodedTurn(reading, coded, at('不收费'), -1)?.span.start).toBe(0)
  expect(uncodedTurn(reading, [], at('桥'), 1)?.span.start).toBe(at('答：下'))
})

test('finds none where all is coded, nor beyond the ends', () => {
  expect(uncodedTurn(reading, [spanOf(0, TEXT.length)], 0, 1)).toBeNull()
  expect(uncodedTurn(reading, [], at('照开'), 1)).toBeNull()
  expect(uncodedTurn(reading, [], 0, -1)).toBeNull()
})
