import fc from 'fast-check'
import type { CodeId, SegmentId } from '#shared/model/ids.ts'
import { BLOCK_KINDS, type RichBlock, type RichText, type Run, type TextLink } from '#shared/model/rich-text.ts'

const anyLink: fc.Arbitrary<TextLink> = fc.constantFrom(
  { kind: 'code', id: '00000000-0000-4000-8000-000000000001' as CodeId },
  { kind: 'segment', id: '00000000-0000-4000-8000-000000000002' as SegmentId },
)

const anyRun: fc.Arbitrary<Run> = fc
  .tuple(
    fc.array(fc.constantFrom('a', ' ', '\n', '\t', '桥', '🌉', '- ', '1. '), { maxLength: 5 }),
    fc.boolean(),
    fc.boolean(),
    fc.option(anyLink),
  )
  .map(([text, bold, italic, link]) => ({
    text: text.join(''),
    ...(bold ? { bold } : {}),
    ...(italic ? { italic } : {}),
    ...(link === null ? {} : { link }),
  }))

const anyBlock: fc.Arbitrary<RichBlock> = fc.record({
  kind: fc.constantFrom(...BLOCK_KINDS),
  level: fc.nat(3),
  runs: fc.array(anyRun, { maxLength: 4 }),
})

/** Any rich text that guards let through, for the laws of what reads and changes such texts. */
export const anyRichText: fc.Arbitrary<RichText> = fc.array(anyBlock, { minLength: 1, maxLength: 6 })
