import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { spanOf, utf16 } from '#shared/model/text-span.ts'
import { MappedTextBuilder } from './mapped-text-builder.ts'
import {
  firstBlockBeyond,
  type ReadableBlock,
  readingOffsetAt,
  sliceReading,
  sourceOffsetAt,
  withoutNested,
} from './reading-map.ts'

/** Keeps or drops each character of a text by the flags; a kept line break reads as a space. */
function keepSome(text: string, isKept: readonly boolean[]) {
  const builder = new MappedTextBuilder(text)
  for (let at = 0; at < text.length; at++) {
    if (isKept[at] !== true) continue
    if (text.charAt(at) === '\n') builder.keepBreakAsSpace(at)
    else builder.keep(at, at + 1)
  }
  return builder.build()
}

const mapped = fc
  .array(fc.tuple(fc.constantFrom('a', '会', ' ', '\n'), fc.boolean()), { maxLength: 40 })
  .map((cells) => {
    const source = cells.map(([character]) => character).join('')
    return {
      source,
      reading: keepSome(
        source,
        cells.map(([, isKept]) => isKept),
      ),
    }
  })

describe('the map between reading and source', () => {
  it('covers the reading, and each piece says what the source says', () => {
    fc.assert(
      fc.property(mapped, ({ source, reading }) => {
        let at = 0
        for (const piece of reading.pieces) {
          expect(piece.at).toBe(at)
          const slice = source.slice(piece.source, piece.source + piece.length)
          expect(slice.replaceAll('\n', ' ')).toBe(reading.text.slice(at, at + piece.length))
          at += piece.length
        }
        expect(at).toBe(reading.text.length)
      }),
    )
  })

  it('leads back to where it came from, on both sides', () => {
    fc.assert(
      fc.property(mapped, ({ reading }) => {
        for (let offset = 0; offset < reading.text.length; offset++) {
          expect(readingOffsetAt(reading, sourceOffsetAt(reading, offset, 'start') ?? -1)).toBe(offset)
          expect(readingOffsetAt(reading, sourceOffsetAt(reading, offset + 1, 'end') ?? -1)).toBe(offset + 1)
        }
      }),
    )
  })

  it('never goes backwards', () => {
    fc.assert(
      fc.property(mapped, ({ source, reading }) => {
        for (let offset = 0; offset < source.length; offset++) {
          expect(readingOffsetAt(reading, offset)).toBeLessThanOrEqual(readingOffsetAt(reading, offset + 1))
        }
      }),
    )
  })

  it('ends behind the last character, not before the next one', () => {
    const reading = keepSome('新 桥 好', [true, false, true, false, true])
    expect(reading.text).toBe('新桥好')
    expect(sourceOffsetAt(reading, 1, 'end')).toBe(1)
    expect(sourceOffsetAt(reading, 1, 'start')).toBe(2)
    expect(sourceOffsetAt(reading, 3, 'end')).toBe(5)
  })

  it('has no place for a position in an empty text, and refuses one outside', () => {
    const empty = keepSome('', [])
    expect(sourceOffsetAt(empty, 0, 'start')).toBeNull()
    expect(() => sourceOffsetAt(empty, 1, 'end')).toThrow(RangeError)
  })
})

describe('sliceReading', () => {
  const source = 'Ann: The bridge\nis open.\nBen: Good.'
  const block = (kind: ReadableBlock['kind'], start: number, end: number): ReadableBlock => {
    const reading = keepSome(
      source.slice(0, end),
      Array.from(source, (_, at) => at >= start),
    )
    return { ...reading, kind, span: spanOf(start, end) }
  }
  const blocks = [block('label', 0, 4), block('paragraph', 5, 24), block('label', 25, 29), block('paragraph', 30, 35)]

  it('gives the clean text of a span, paragraphs parted, labels left out', () => {
    expect(sliceReading(blocks, spanOf(9, 35))).toBe('bridge is open.\nGood.')
    expect(sliceReading(blocks, spanOf(0, 8))).toBe('The')
  })

  it('gives a label when there is nothing else in the span', () => {
    expect(sliceReading(blocks, spanOf(25, 28))).toBe('Ben')
  })

  it('gives nothing where nothing is kept', () => {
    expect(sliceReading(blocks, spanOf(4, 5))).toBe('')
    expect(sliceReading([], spanOf(0, 5))).toBe('')
  })
})

describe('a page number within a paragraph', () => {
  // "one two\n12\nthree four": the number stands behind the paragraph in the list, and within it in the source.
  const paragraph = {
    kind: 'paragraph' as const,
    text: 'one two three four',
    pieces: [
      { at: 0, source: utf16(0), length: 7 },
      { at: 7, source: utf16(10), length: 11 },
    ],
    span: spanOf(0, 21),
  }
  const number = {
    kind: 'set-aside' as const,
    text: '12',
    pieces: [{ at: 0, source: utf16(8), length: 2 }],
    span: spanOf(8, 10),
  }
  const next = {
    kind: 'paragraph' as const,
    text: 'five',
    pieces: [{ at: 0, source: utf16(22), length: 4 }],
    span: spanOf(22, 26),
  }
  const blocks = [paragraph, number, next]

  it('does not hide what the paragraph says behind it', () => {
    expect(sliceReading(blocks, spanOf(11, 16))).toBe('three')
    expect(sliceReading(blocks, spanOf(11, 26))).toBe('three four\nfive')
    expect(firstBlockBeyond(blocks, 11)).toBe(0)
    expect(firstBlockBeyond(blocks, 21)).toBe(2)
  })

  it('is not part of a quote that runs over it, but is one of its own', () => {
    expect(sliceReading(blocks, spanOf(4, 16))).toBe('two three')
    expect(sliceReading(blocks, spanOf(8, 10))).toBe('12')
    expect(withoutNested(blocks)).toEqual([paragraph, next])
  })
})
