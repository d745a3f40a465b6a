import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type TextSpan, utf16 } from '#shared/model/text-span.ts'
import { sliceReading } from '#shared/text/reading-map.ts'
import {
  type DirectedSelection,
  directed,
  extendSelection,
  grownSpan,
  shrunkSpan,
  spanSelected,
} from './extend-selection.ts'
import { readAsIs } from './read-as-is.ts'
import { readTranscript } from './read-transcript.ts'
import { edgeBeyond, UNIT_KINDS, type UnitKind, wordsOf } from './unit-walk.ts'

const TEXT = [
  '主持人：欢迎大家。我们开始吧！',
  '记者：经济何时好转？收费吗？',
  '市长：下个月通车。',
  '我们不收费。',
  '记者：轮渡还开吗？',
  '市长：轮渡照开。大家放心。',
  '',
].join('\n')
const reading = readTranscript(TEXT)
const said = (span: TextSpan | null): string => (span === null ? '' : TEXT.slice(span.start, span.end))
const at = (words: string): DirectedSelection => directed(null, TEXT.indexOf(words))

describe('a selection', () => {
  test('is extended by words of Chinese, not by characters', () => {
    const walk = { reading, kind: 'word', locale: 'zh' } as const
    const one = extendSelection(walk, at('经济'), 1)
    expect(said(one && spanSelected(one))).toBe('经济')
    const two = one && extendSelection(walk, one, 1)
    expect(said(two && spanSelected(two))).toBe('经济何时')
  })

  test('is extended by sentence, paragraph, turn and exchange, forwards and backwards', () => {
    const extended = (kind: UnitKind, from: string, way: 1 | -1): string => {
      const to = extendSelection({ reading, kind, locale: 'zh' }, at(from), way)
      return said(to && spanSelected(to))
    }
    expect(extended('sentence', '收费吗', -1)).toBe('经济何时好转？')
    expect(extended('sentence', '下个月', 1)).toBe('下个月通车。')
    expect(extended('paragraph', '通车。', 1)).toBe('通车。')
    expect(extended('turn', '经济', 1)).toBe('经济何时好转？收费吗？')
    expect(extended('exchange', '经济', 1)).toMatch(/^经济何时[\s\S]*我们不收费。$/)
  })

  test('goes over the border of a paragraph, and past labels', () => {
    const walk = { reading, kind: 'sentence', locale: 'zh' } as const
    const one = extendSelection(walk, at('收费吗'), 1)
    const two = one && extendSelection(walk, one, 1)
    expect(sliceReading(reading.blocks, (two && spanSelected(two)) as TextSpan)).toBe('收费吗？\n下个月通车。')
  })

  test('stops at the ends of the text', () => {
    for (const kind of UNIT_KINDS) {
      expect(extendSelection({ reading, kind, locale: 'zh' }, directed(null, TEXT.length), 1), kind).toBeNull()
      expect(extendSelection({ reading, kind, locale: 'zh' }, directed(null, 0), -1), kind).toBeNull()
    }
  })
})

const aText = fc
  .array(
    fc.string({
      unit: fc.constantFrom('大', '桥', '通', '车', 'a', 'b', ' ', '。', '？', '“', '”', '，'),
      maxLength: 12,
    }),
    {
      maxLength: 6,
    },
  )
  .map((lines) => lines.map((line, index) => (index % 2 === 0 ? `甲：${line}` : `乙：${line}`)).join('\n'))
const aKind = fc.constantFrom(...UNIT_KINDS)
const aWay = fc.constantFrom(1 as const, -1 as const)

test('what one step takes in, the step back gives up', () => {
  fc.assert(
    fc.property(aText, aKind, aWay, fc.nat(80), fc.nat(3), (text, kind, way, place, steps) => {
      const walk = { reading: readTranscript(text), kind, locale: 'zh' }
      let now = directed(null, Math.min(place, text.length))
      const before = [now]
      for (let step = 0; step <= steps; step++) {
        const next = extendSelection(walk, now, way)
        if (next === null) break
        now = next
        before.push(now)
      }
      before.pop()
      for (const earlier of before.reverse()) {
        const back = extendSelection(walk, now, way === 1 ? -1 : 1)
        expect(back).toEqual(earlier)
        now = earlier
      }
    }),
  )
})

test('growing always takes in what was there and more, until it is the whole', () => {
  fc.assert(
    fc.property(aText, fc.nat(80), (text, place) => {
      const whole = readTranscript(text)
      let span: TextSpan | null = null
      for (let step = 0; step < 8; step++) {
        const grown: TextSpan | null = grownSpan(whole, 'zh', span, Math.min(place, text.length))
        if (grown === null) return
        if (span !== null) {
          expect(grown.start).toBeLessThanOrEqual(span.start)
          expect(grown.end).toBeGreaterThanOrEqual(span.end)
          expect(grown.end - grown.start).toBeGreaterThan(span.end - span.start)
        }
        span = grown
      }
      expect.unreachable('it grows no further than five units and the whole')
    }),
  )
})

test('shrinking ends at a word, and never leaves the span', () => {
  let span: TextSpan | null = { start: utf16(0), end: utf16(TEXT.length) }
  for (let step = 0; span !== null && step < 8; step++) {
    const shrunk: TextSpan | null = shrunkSpan(reading, 'zh', span)
    if (shrunk !== null) expect(said(span)).toContain(said(shrunk))
    span = shrunk
  }
  expect(span).toBeNull()
})

test('words and sentences of a paragraph are in order, do not overlap, and leave out no letter', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('大', '桥', '很', '长', 'a', '1', ' ', '。', '“', '，') }),
      (text) => {
        let end = 0
        for (const [start, next] of wordsOf(text, 'zh')) {
          expect(start).toBeGreaterThanOrEqual(end)
          expect(text.slice(end, start)).not.toMatch(/[\p{L}\p{N}]/u)
          end = next
        }
        expect(text.slice(end)).not.toMatch(/[\p{L}\p{N}]/u)
      },
    ),
  )
})

test('a word that a hard line break cuts is one word, and edges are positions in the source', () => {
  const cut = '甲：我们今天谈一谈经\n济的发展时间，以及轮渡今后是否还会继续开行的问题。\n乙：好。\n'
  const whole = readTranscript(cut)
  const joined = whole.blocks.find(({ kind, text }) => kind === 'paragraph' && text.includes('经济'))
  const walk = { reading: joined === undefined ? readAsIs(cut) : whole, kind: 'word', locale: 'zh' } as const
  const end = edgeBeyond(walk, cut.indexOf('经'), 1, 'end')
  expect(cut.slice(cut.indexOf('经'), end ?? 0)).toBe(joined === undefined ? '经' : '经\n济')
})
