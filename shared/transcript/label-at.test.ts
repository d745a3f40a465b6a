import { expect, it } from 'vitest'
import { spanOf } from '#shared/model/text-span.ts'
import { isInOneBlock, isShortAsName, nameIn } from './label-at.ts'
import { readAsIs } from './read-as-is.ts'
import { readTranscript } from './read-transcript.ts'

const nameOf = (line: string): string | null => {
  const [block] = readAsIs(line).blocks
  const span = block === undefined ? null : nameIn(block)
  return span === null ? null : line.slice(span.start, span.end)
}

it('takes what stands before the colon for a name, or all of a short line', () => {
  expect(nameOf('林岚：我补充一句：不用交钱。')).toBe('林岚：')
  expect(nameOf('Nora Lind: I have to add a word.')).toBe('Nora Lind:')
  expect(nameOf('NORA LIND')).toBe('NORA LIND')
  expect(nameOf('：不用交钱')).toBe('：不用交钱')
})

it('finds no name in a long line, nor in an empty one', () => {
  expect(nameOf('We have said it before, and we say it again, for those who could not be here in May.')).toBeNull()
  expect(nameOf('')).toBeNull()
})

it('measures a marked stretch without the blanks that wrap it', () => {
  const wrapped = `Nora\n${' '.repeat(60)}Lind`
  expect(isShortAsName(wrapped, spanOf(0, wrapped.length))).toBe(true)
  expect(isShortAsName('word '.repeat(20), spanOf(0, 100))).toBe(false)
})

it('tells a stretch in one block from one that crosses a name or a paragraph', () => {
  const text = 'Ann: When is it?\nBen: In May.\nNora Lind\nWe wait.\nAnn: And then?\nBen: In June.\n'
  const { blocks } = readTranscript(text)
  const isOne = (words: string): boolean =>
    isInOneBlock(blocks, spanOf(text.indexOf(words), text.indexOf(words) + words.length))
  expect(['In May', 'Nora Lind', 'Nora Lind\n', 'Ben:', 'Ben: '].map(isOne)).toEqual([true, true, true, true, true])
  expect(['Ben: In May', 'In May.\nNora Lind', 'it?\nBen', '\n'].map(isOne)).toEqual([false, false, false, false])
})
