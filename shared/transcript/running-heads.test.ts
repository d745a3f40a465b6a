import { expect, it } from 'vitest'
import { readTranscript } from './read-transcript.ts'
import { regularHeads } from './running-heads.ts'
import { splitLines } from './split-lines.ts'

const headsOf = (text: string): readonly string[] => {
  const lines = splitLines(text)
  return regularHeads(text, lines).map((index) => text.slice(lines.start(index), lines.end(index)))
}

/** A paragraph that a column cuts wherever it is full. */
const wrapped = (words: string, columns: number): readonly string[] =>
  (words.match(new RegExp(`.{1,${columns}}(?:\\s|$)`, 'gu')) ?? []).map((line) => line.trimEnd())

const speechOf = (number: number): string =>
  `We opened dam ${number} in spring and closed it in the summer of that year because the water had risen by ${number} feet ` +
  'and nobody could tell us when it would fall again so that we had to move the people of both villages to the school ' +
  `which stands on higher ground and where there was room for ${number} families and for some of the cattle as well. `

it('takes what is said for no head where a text repeats itself', () => {
  const talk = (number: number): readonly string[] => [
    ...wrapped(speechOf(number) + speechOf(number + 50), 40),
    ...wrapped(`And in the year after that we did it all over again, for ${'so '.repeat(number % 5)}long.`, 40),
  ]
  const text = [1, 2, 3, 4, 5, 6, 7, 8].flatMap(talk).join('\n')
  expect(headsOf(text)).toEqual([])
})

it('takes lines for heads that stand apart at the distance of pages', () => {
  const lines = wrapped([1, 2, 3, 4, 5, 6].map(speechOf).join(''), 40)
  const withHeads = (head: readonly string[]): string =>
    lines.flatMap((line, k) => (k > 0 && k % 14 === 0 ? [...head, line] : [line])).join('\n')
  const head = 'The Dam: A History'
  expect(headsOf(withHeads(['', head, '']))).toHaveLength(Math.floor((lines.length - 1) / 14))
  expect(headsOf(withHeads([head]))).toHaveLength(Math.floor((lines.length - 1) / 14))
  expect(headsOf(withHeads([`\f${head} of the Valley and Beyond`]))).toHaveLength(Math.floor((lines.length - 1) / 14))
})

it('takes two heads above each other', () => {
  const lines = wrapped([1, 2, 3, 4, 5, 6].map(speechOf).join(''), 40)
  const text = lines
    .flatMap((line, k) => (k > 0 && k % 14 === 0 ? ['', 'Interview Seven', 'The Dam', '', line] : [line]))
    .join('\n')
  expect(new Set(headsOf(text))).toEqual(new Set(['Interview Seven', 'The Dam']))
})

it('knows one number of a page by its dashes', () => {
  const text =
    'Q: Is it open?\nA: It is, and it stays open for as long as\n- 2 -\nanybody comes.\nQ: Since when?\nA: Since 12\n14\nyears.\n'
  const numbers = readTranscript(text).blocks.filter(({ setAside }) => setAside === 'page-number')
  expect(numbers.map(({ text: words }) => words)).toEqual(['- 2 -'])
})
