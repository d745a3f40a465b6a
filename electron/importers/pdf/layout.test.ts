import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Glyph } from './glyphs.ts'
import { withInitialsRaised } from './initials.ts'
import { runsOf } from './runs.ts'
import { rowsOf } from './segments.ts'
import { type PdfPage, writePages } from './source-text.ts'

const PLAIN = { isBold: false, isItalic: false }

/** Sets a text as a printer would: Latin letters half as wide as high, East Asian ones square. */
function set(text: string, u: number, v: number, size = 10, options: Partial<Glyph> & { tracking?: number } = {}) {
  const { tracking = 0, ...rest } = options
  let at = u
  return [...text].flatMap((character): Glyph[] => {
    const length = (character.codePointAt(0) ?? 0) > 0x2e7f ? size : size / 2
    const glyph = { text: character, direction: 'right', u: at, v, length, size, font: PLAIN, ...rest } as const
    at += length + tracking
    return character === ' ' ? [] : [glyph]
  })
}

const column = (lines: readonly string[], u: number, v: number, size = 10): Glyph[] => {
  return lines.flatMap((line, index) => set(line, u, v + index * size * 1.3, size))
}

const page = (glyphs: readonly Glyph[], name = '1'): PdfPage => {
  return { name, rows: rowsOf(runsOf(withInitialsRaised(glyphs))), sideRows: [], isSideFirst: false, margin: [] }
}

const textOf = (...glyphs: readonly Glyph[]): string => writePages([page(glyphs)]).text

const asidesOf = (pages: readonly PdfPage[]): readonly string[] => {
  const { text, structure } = writePages(pages)
  return structure.asides.map(({ kind, span }) => `${kind}: ${text.slice(span.start, span.end)}`)
}

/** Lines of one paragraph, all as wide as the column but the last. */
const prose = (name: string, count: number): string[] => {
  return Array.from({ length: count }, (_, at) =>
    at < count - 1 ? `${name}${at} and on and on it went` : `${name}${at} to its end.`,
  )
}

describe('initials', () => {
  const beside = ['R. DOE: The bridge was closed', 'for months and nobody could']
  const under = ['tell when it would open again.', 'MS. KAY: It was in the spring.']

  it('of several lines stand before the first of them', () => {
    const text = `M${beside.join('\n')}\n${under[0]}\n`
    const initial = set('M', 50, 114, 32)
    const lines = [...column(beside, 68, 101), ...column(under, 50, 127)]
    expect(textOf(...initial, ...lines).startsWith(text)).toBe(true)
    expect(textOf(...lines, ...initial).startsWith(text)).toBe(true)
  })

  it('are no headlines, nor what stands beside one line', () => {
    expect(textOf(...set('The Bridge', 50, 70, 24), ...column(under, 50, 100))).toMatch(/^The Bridge\n/u)
    expect(textOf(...set('A', 50, 101, 20), ...column(['plan for the bridge.'], 68, 101))).toBe(
      'A plan for the bridge.\n',
    )
  })
})

describe('words', () => {
  it('are parted where the gap is wide', () => {
    expect(textOf(...set('two words', 50, 100))).toBe('two words\n')
    expect(textOf(...set('新桥 通车', 50, 100))).toBe('新桥 通车\n')
    expect(textOf(...set('新桥', 50, 100), ...set('2020', 72.5, 100), ...set('年', 95, 100))).toBe('新桥2020年\n')
  })

  it('are not parted by letter-spacing, however wide', () => {
    for (const tracking of [1, 4, 7, 12, 25]) {
      expect(textOf(...set('我们准备了三个', 50, 100, 10, { tracking }))).toBe('我们准备了三个\n')
    }
    expect(textOf(...set('HEADING', 50, 100, 10, { tracking: 3 }))).toBe('HEADING\n')
  })

  it('are read once although they are printed twice for boldness', () => {
    expect(textOf(...set('all', 50, 100), ...set('all', 50.4, 100), ...set('all', 50, 100.3))).toBe('all\n')
  })

  it('keep raised note marks in their line', () => {
    const glyphs = [...set('end', 50, 100), ...set('2', 65.5, 96, 6), ...set('of it', 72, 100)]
    expect(textOf(...glyphs)).toBe('end2 of it\n')
  })
})

describe('columns', () => {
  it.each([2, 3, 6, 8])('come one after the other, %i of them', (count) => {
    const names = Array.from({ length: count }, (_, at) => String.fromCharCode(65 + at))
    const glyphs = names.flatMap((name, at) => column(prose(name, 9), 40 + at * 145, 100))
    const order = textOf(...glyphs).match(/[A-H](?=\d)/gu)
    expect(order).toEqual(names.flatMap((name) => Array<string>(9).fill(name)))
  })

  it('are read although their lines do not stand on the same heights', () => {
    const glyphs = [
      ...column(prose('A', 12), 40, 100),
      ...column(prose('B', 12), 185, 106),
      ...column(prose('C', 12), 330, 103),
    ]
    expect([...textOf(...glyphs).matchAll(/[A-C](?=\d)/gu)].join('')).toBe(
      'A'.repeat(12) + 'B'.repeat(12) + 'C'.repeat(12),
    )
  })

  it('end at a headline across them, and begin again below it', () => {
    const glyphs = [
      ...column(prose('A', 8), 40, 100),
      ...column(prose('B', 8), 185, 100),
      ...set('A HEADLINE ACROSS ALL', 60, 240, 20),
      ...column(prose('C', 8), 40, 270),
      ...column(prose('D', 8), 185, 270),
    ]
    const text = textOf(...glyphs)
    expect([...text.matchAll(/[A-D](?=\d)|HEADLINE/gu)].map(([found]) => found).join('')).toBe(
      `${'A'.repeat(8)}${'B'.repeat(8)}HEADLINE${'C'.repeat(8)}${'D'.repeat(8)}`,
    )
    expect(asidesOf([page(glyphs)])).toEqual(['headline: A HEADLINE ACROSS ALL'])
  })

  it('let a paragraph go on in the next one', () => {
    const glyphs = [...column(prose('A', 9).slice(0, 8), 40, 100), ...column(prose('B', 8), 185, 100)]
    expect(textOf(...glyphs)).toContain('A7 and on and on it went\nB0')
  })
})

describe('words that are parted', () => {
  it('keep a paragraph together however short the line is', () => {
    const lines = ['A: It was a very long impor-', 'tant day for all of us down in the town by the sea.', 'B: Was it?']
    expect(textOf(...column(lines, 50, 100))).toBe(`${lines.join('\n')}\n`)
  })
})

describe('tables', () => {
  it('of more than two columns have who speaks and when on the line of what is said', () => {
    const rows = [0, 1, 2, 3, 4, 5].flatMap((row) => [
      ...set(row % 2 === 0 ? 'MR. DOE' : 'MS. KAY', 50, 100 + row * 26),
      ...set(`0:1${row}`, 120, 100 + row * 26),
      ...column([`words ${row} go on and on to`, 'their end and over.'], 180, 100 + row * 26),
    ])
    const text = textOf(...rows)
    expect(text).toContain('MR. DOE\t0:10\twords 0 go on and on to\ntheir end and over.\n')
    expect(text).toContain('MS. KAY\t0:15\twords 5 go on and on to\ntheir end and over.\n')
  })

  it('are read row by row where labels stand beside text', () => {
    const rows = ['Moderator', 'Jonas', 'Moderator', 'Maria'].flatMap((name, at) => [
      ...set(name, 40, 100 + at * 40),
      ...column(prose(`${'abcd'.charAt(at)}`, 2), 140, 100 + at * 40),
    ])
    const { text, structure } = writePages([page(rows)])
    expect(text).toContain('Moderator\na0 and on and on it went\na1 to its end.\n\nJonas\nb0')
    expect(structure.styles.filter(({ style }) => style === 'table-cell')).toHaveLength(8)
  })

  it('keep short labels on the line of what is said', () => {
    const rows = ['Q.', 'A.', 'Q.', 'A.'].flatMap((name, at) => [
      ...set(name, 40, 100 + at * 40),
      ...column(prose(`${'abcd'.charAt(at)}`, 2), 80, 100 + at * 40),
    ])
    expect(textOf(...rows)).toContain('Q. a0 and on and on it went\na1 to its end.\n\nA. b0')
  })
})

describe('paragraphs', () => {
  it('are told by indents', () => {
    const lines = ['First line is set in here', 'and this fills the column.', 'and this fills the column.']
    const glyphs = [0, 1, 2, 3].flatMap((at) =>
      lines.flatMap((line, k) => set(k === 0 ? line.slice(0, 24) : line, k === 0 ? 60 : 50, 100 + (at * 3 + k) * 13)),
    )
    expect(textOf(...glyphs).split('\n\n')).toHaveLength(4)
  })

  it('are told by short lines and by space', () => {
    const glyphs = [
      ...column(prose('A', 5), 50, 100),
      ...column(prose('B', 5), 50, 165),
      ...column(prose('C', 5), 50, 245),
    ]
    expect(textOf(...glyphs).split('\n\n')).toHaveLength(3)
  })

  it('hold lines that hang behind a number', () => {
    const glyphs = [0, 1, 2].flatMap((at) => [
      ...set('(1) first line that is full', 50, 100 + at * 39),
      ...column(['another line as full as ', 'the end.'], 66, 113 + at * 39),
    ])
    expect(textOf(...glyphs).split('\n\n')).toHaveLength(3)
  })
})

describe('furniture', () => {
  const body = (name: string): Glyph[] => column(prose(name, 20), 50, 100)

  it('is what comes again at the same place, left and right pages apart', () => {
    const pages = [1, 2, 3, 4, 5, 6].map((number) =>
      page([
        ...set(number % 2 === 0 ? 'Harbour Talks' : 'An Oral History', 50, 60),
        ...body('abcdef'.charAt(number - 1)),
        ...set(`- ${number + 10} -`, 150, 400),
      ]),
    )
    expect(asidesOf(pages)).toEqual(
      [1, 2, 3, 4, 5, 6].flatMap((number) => [
        `running-head: ${number % 2 === 0 ? 'Harbour Talks' : 'An Oral History'}`,
        `page-number: - ${number + 10} -`,
      ]),
    )
  })

  it('is not what people say again', () => {
    const pages = [1, 2, 3, 4, 5, 6].map((number) =>
      page([...set('A. Yes.', 50, 87), ...body('abcdef'.charAt(number - 1))]),
    )
    expect(asidesOf(pages)).toEqual([])
  })

  it('does not interrupt a paragraph that goes on over the page', () => {
    const pages = [1, 2, 3].map((number) =>
      page([...column(Array<string>(20).fill('all of these lines are full'), 50, 100), ...set(`${number}`, 150, 400)]),
    )
    expect(writePages(pages).text).toContain('full\n1\nall')
  })

  it('takes the numbers of lines out of the text', () => {
    const glyphs = prose('x', 25).flatMap((line, at) => [
      ...set(String(at + 1).padStart(2), 30, 100 + at * 24),
      ...set(line, 60, 100 + at * 24),
    ])
    const { text } = writePages([page(glyphs)])
    expect(text).toMatch(/^x0 and on and on it went\nx1/u)
    expect(asidesOf([page(glyphs)])).toEqual([
      `page-number: ${Array.from({ length: 25 }, (_, at) => at + 1).join(' ')}`,
    ])
  })
})

it('turns characters that a browser stacked into vertical lines', () => {
  const stack = (text: string, u: number): Glyph[] =>
    [...text].flatMap((character, at) => set(character, u, 100 + at * 10))
  const runs = runsOf([...stack('記者新橋何時開通呢今天還是明天', 300), ...stack('田村来月開通', 280)])
  expect(runs.map(({ direction, glyphs }) => direction + glyphs.map(({ text }) => text).join(''))).toEqual([
    'down記者新橋何時開通呢今天還是明天',
    'down田村来月開通',
  ])
})

it('loses no character, wherever they stand', () => {
  const place = fc.record({
    text: fc.constantFrom('a', 'B', '字', '，', '7', 'fi'),
    u: fc.integer({ min: 0, max: 400 }),
    v: fc.integer({ min: 0, max: 400 }),
    size: fc.constantFrom(6, 10, 14, 30),
  })
  fc.assert(
    fc.property(fc.array(place, { minLength: 1, maxLength: 120 }), (places) => {
      // Two of a kind at one place are an overprint.
      const apart = places.filter(({ u, v, text }, at) => {
        return !places.slice(0, at).some((other) => other.text === text && Math.hypot(other.u - u, other.v - v) < 5)
      })
      const glyphs = apart.map(
        (glyph): Glyph => ({ ...glyph, direction: 'right', length: glyph.size / 2, font: PLAIN }),
      )
      const sorted = (text: string): string => [...text.replace(/\s/gu, '')].sort().join('')
      expect(sorted(textOf(...glyphs))).toBe(sorted(apart.map(({ text }) => text).join('')))
    }),
    { numRuns: 300 },
  )
})
