import { expect, test } from 'vitest'
import {
  compareNames,
  hasReadableEnding,
  isHiddenName,
  isShowable,
  LONGEST_TEXT,
  MOST_LINES,
} from './importable-files.ts'

test('a file is tried by its ending, whatever its case', () => {
  for (const name of ['a.txt', 'a.b.DOCX', '访谈.Srt', 'a .md']) expect(hasReadableEnding(name)).toBe(true)
  for (const name of ['a', 'txt', '.txt', 'a.txt~', 'a.jpg', 'a.', '']) expect(hasReadableEnding(name)).toBe(false)
})

test('hidden files and lock files are told by their names', () => {
  for (const name of ['.DS_Store', '.git', '~$report.docx']) expect(isHiddenName(name)).toBe(true)
  for (const name of ['a.txt', '~a.txt', '$.txt']) expect(isHiddenName(name)).toBe(false)
})

test('numbers in names count as numbers', () => {
  const names = ['part 10.txt', 'part 2.txt', 'Part 1.txt', 'part 02.txt']
  expect([...names].sort(compareNames)).toEqual(['Part 1.txt', 'part 02.txt', 'part 2.txt', 'part 10.txt'])
  expect(compareNames('a', 'a')).toBe(0)
})

test('a text is too long by its characters or by its lines', () => {
  expect(isShowable('a\n'.repeat(MOST_LINES - 1))).toBe(true)
  expect(isShowable('a\n'.repeat(MOST_LINES))).toBe(false)
  expect(isShowable('a'.repeat(LONGEST_TEXT))).toBe(true)
  expect(isShowable('a'.repeat(LONGEST_TEXT + 1))).toBe(false)
})
