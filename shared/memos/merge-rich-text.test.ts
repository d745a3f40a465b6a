import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainTextOf, type RichText, richTextOf } from '#shared/model/rich-text.ts'
import { anyRichText } from '#shared/testing/any-rich-text.ts'
import { isSameText, mergeRichText } from './merge-rich-text.ts'

const merged = (base: string, mine: string, theirs: string): string =>
  plainTextOf(mergeRichText(richTextOf(base), richTextOf(mine), richTextOf(theirs)))

test('what only one side changed is taken from it', () => {
  expect(merged('a\nb\nc', 'A\nb\nc', 'a\nb\nC')).toBe('A\nb\nC')
  expect(merged('a\nb\nc', 'a\nb\nc\nd', 'a\nc')).toBe('a\nc\nd')
  expect(merged('a\nb', 'a\nx\nb', 'a\nB')).toBe('a\nx\nB')
})

test('what both changed stays in both versions', () => {
  expect(merged('a\nb\nc', 'a\nmine\nc', 'a\ntheirs\nc')).toBe('a\nmine\ntheirs\nc')
  expect(merged('', 'mine', 'theirs')).toBe('mine\ntheirs')
  expect(merged('a', 'a\nmine', 'a\ntheirs')).toBe('a\nmine\ntheirs')
})

test('no block that either wrote is lost, and who changed nothing changes nothing', () => {
  fc.assert(
    fc.property(anyRichText, anyRichText, anyRichText, (base, mine, theirs) => {
      const both = mergeRichText(base, mine, theirs)
      const has = (block: RichText[number]): boolean => both.some((one) => isSameText([one], [block]))
      const isOld = (block: RichText[number]): boolean => base.some((one) => isSameText([one], [block]))
      for (const block of [...mine, ...theirs]) expect(has(block) || isOld(block)).toBe(true)
      expect(isSameText(mergeRichText(base, base, theirs), theirs)).toBe(true)
      expect(isSameText(mergeRichText(base, mine, base), mine)).toBe(true)
    }),
  )
})
