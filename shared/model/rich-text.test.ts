import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyRichText } from '#shared/testing/any-rich-text.ts'
import type { CodeId } from './ids.ts'
import { memoTextOf, richTextOfMemo } from './memo.ts'
import { isRichText, normalRichText, plainTextOf, type RichText, richTextOf } from './rich-text.ts'

test('plain text is the same text again', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => plainTextOf(richTextOf(text)) === text))
  expect(plainTextOf(richTextOf('a\n\nb\n'))).toBe('a\n\nb\n')
})

test('to make a text normal keeps its words, and twice is once', () => {
  fc.assert(
    fc.property(anyRichText, (blocks) => {
      const normal = normalRichText(blocks)
      expect(isRichText(normal)).toBe(true)
      expect(normalRichText(normal)).toEqual(normal)
      expect(normal.map(({ runs }) => runs.map((run) => run.text).join(''))).toEqual(
        blocks.map(({ runs }) => runs.map((run) => run.text).join('')),
      )
    }),
  )
})

test('a memo gives back what was kept of a text', () => {
  fc.assert(
    fc.property(anyRichText, (blocks) => {
      const kept = memoTextOf(blocks)
      expect(richTextOfMemo(JSON.parse(JSON.stringify(kept)))).toEqual(normalRichText(blocks))
    }),
  )
})

test('a body that is damaged or no longer the memo’s gives way to the words', () => {
  const body: RichText = [{ kind: 'heading', level: 0, runs: [{ text: 'Weir', bold: true }] }]
  expect(richTextOfMemo({ text: 'Weir', body })).toBe(body)
  // An older program changed the words and left the body as it was.
  expect(richTextOfMemo({ text: 'Weir, 1954', body })).toEqual(richTextOf('Weir, 1954'))
  for (const damaged of [null, 7, 'x', [{}], [{ kind: 'table', level: 0, runs: [] }], [{ ...body[0], runs: [{}] }]]) {
    expect(richTextOfMemo({ text: 'Weir', body: damaged })).toEqual(richTextOf('Weir'))
  }
})

test('what is more than words is kept as such, and list items are counted in words', () => {
  const link = { kind: 'code', id: '00000000-0000-4000-8000-000000000001' as CodeId } as const
  const blocks: RichText = [
    { kind: 'paragraph', level: 0, runs: [{ text: 'See ' }, { text: 'fact', link }] },
    { kind: 'numbered', level: 0, runs: [{ text: 'one' }] },
    { kind: 'bullet', level: 1, runs: [{ text: 'deeper' }] },
    { kind: 'numbered', level: 0, runs: [{ text: 'two' }] },
  ]
  expect(memoTextOf(blocks)).toEqual({ text: 'See fact\n1. one\n  - deeper\n2. two', body: blocks })
  expect(memoTextOf(richTextOf('a\nb'))).toEqual({ text: 'a\nb' })
})
