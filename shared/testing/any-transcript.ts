import fc from 'fast-check'
import { SET_ASIDE_KINDS } from '#shared/model/set-aside-kind.ts'
import { LINE_MEANINGS, type SourceStructure, STYLES } from '#shared/model/source-structure.ts'
import { spanOf, type TextSpan } from '#shared/model/text-span.ts'

const bit = fc.constantFrom(
  ...[
    '\n',
    '\n\n',
    ' ',
    '　',
    '\t',
    '：',
    ': ',
    '。',
    '？',
    '?',
    '. ',
    '，',
    '（',
    '）',
    '**',
    '### ',
    '> ',
    '[',
    ']',
    '◯',
  ],
  ...[
    '问',
    '答',
    '记者',
    '陈树',
    '河 上 的 新 桥 ',
    '一座很长很长的桥',
    '12:30',
    'Ann',
    'Ben Okoro',
    'Q',
    'the bridge is long',
    '😀',
  ],
  ...['（下转第二版）', '\ud800', '\u200e', '\u00a0', '\r', '-', '“', '”', '<PAGE="2">', '1', '2', '3'],
)
/** Text with much of what the recogniser looks for, or anything at all. */
export const anyText = fc.oneof(
  fc.array(bit, { maxLength: 120 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 80 }),
)

const anySpan = fc
  .tuple(fc.nat(200), fc.integer({ min: 1, max: 60 }))
  .map(([start, length]) => spanOf(start, start + length))
const inOrder = <T extends { readonly span: TextSpan }>(all: readonly T[]): readonly T[] =>
  [...all].sort((a, b) => a.span.start - b.span.start)
/** What a file may say of a text of up to some 200 units. */
export const anyStructure: fc.Arbitrary<SourceStructure> = fc.record({
  lines: fc.constantFrom(...LINE_MEANINGS),
  pages: fc.constant([]),
  times: fc.array(fc.record({ span: anySpan, from: fc.nat(9e6), to: fc.nat(9e6) }), { maxLength: 5 }).map(inOrder),
  styles: fc.array(fc.record({ span: anySpan, style: fc.constantFrom(...STYLES) }), { maxLength: 12 }).map(inOrder),
  speakers: fc
    .array(fc.record({ span: anySpan, speaker: fc.constantFrom('Ann', 'Ben', '') }), { maxLength: 4 })
    .map(inOrder),
  asides: fc
    .array(fc.record({ span: anySpan, kind: fc.constantFrom(...SET_ASIDE_KINDS) }), { maxLength: 4 })
    .map(inOrder),
})
