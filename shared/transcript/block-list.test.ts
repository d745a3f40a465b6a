import fc from 'fast-check'
import { expect, it } from 'vitest'
import { spanOf } from '#shared/model/text-span.ts'
import { BlockList } from './block-list.ts'
import type { Block } from './reading.ts'

const blockOf = (start: number, length: number): { readonly block: Block } => ({
  block: {
    kind: 'paragraph',
    text: '',
    pieces: [],
    span: spanOf(start, start + length),
    turn: null,
    setAside: null,
    line: 1,
  },
})

it('is a list like any other, and finds what a stretch touches', () => {
  const act = fc.record({ at: fc.nat(1000), count: fc.nat(300), lengths: fc.array(fc.nat(40), { maxLength: 300 }) })
  fc.assert(
    fc.property(
      fc.array(fc.nat(60), { maxLength: 1000 }),
      fc.array(act, { maxLength: 8 }),
      fc.nat(12_000),
      fc.nat(90),
      (lengths, acts, start, length) => {
        const plain = lengths.map((one, index) => blockOf(index * 10, one))
        const list = new BlockList(plain)
        for (const { at, count, lengths: others } of acts) {
          const index = Math.min(at, plain.length)
          // Blocks stay in source order: what comes in begins where what goes out began.
          const from = plain[index - 1]?.block.span.start ?? 0
          const items = others.map((one) => blockOf(from, one))
          plain.splice(index, count, ...items)
          list.splice(index, count, ...items)
        }
        expect(list.all).toEqual(plain)
        expect(list.at(plain.length)).toBeUndefined()
        expect(list.at(-1)).toBeUndefined()
        expect(list.at(plain.length >> 1)).toBe(plain[plain.length >> 1])
        const span = spanOf(start, start + length + 1)
        const touched = plain.flatMap(({ block }, index) =>
          block.span.start < span.end && block.span.end > span.start ? [index] : [],
        )
        expect([...list.touched(span.start, span.end)].reverse()).toEqual(touched)
      },
    ),
  )
})
