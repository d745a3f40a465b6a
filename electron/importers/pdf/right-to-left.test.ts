import { describe, expect, it } from 'vitest'
import type { Glyph } from './glyphs.ts'
import { isRightToLeft, turnedOver } from './right-to-left.ts'
import { runsOf } from './runs.ts'
import { rowsOf } from './segments.ts'
import { writePages } from './source-text.ts'

const PLAIN = { isBold: false, isItalic: false }
const WIDTH = 600

/** Sets what is seen of a line, from left to right; a blank advances. A piece of a list is one glyph. */
function set(seen: readonly string[], u: number, v: number): Glyph[] {
  let at = u
  return seen.flatMap((text): Glyph[] => {
    const length = /^\p{M}/u.test(text) ? 0 : 5
    const glyph = { text, direction: 'right', u: at, v, length, size: 10, font: PLAIN } as const
    at += length
    return text === ' ' ? [] : [glyph]
  })
}

/** As it is seen: words of `right` letters from the right, what stands in a string of its own from the left. */
const seenFromRight = (...parts: readonly string[]): string[] =>
  [...parts].reverse().flatMap((part) => {
    return /[\u0590-\u06ff]/u.test(part) ? [...part].reverse() : [...part]
  })

function textOf(...glyphs: readonly Glyph[]): string {
  const isTurned = isRightToLeft(glyphs)
  const rows = rowsOf(runsOf(isTurned ? turnedOver(glyphs, WIDTH) : glyphs), isTurned)
  return writePages([{ name: '1', rows, sideRows: [], isSideFirst: false, margin: [] }]).text
}

describe('lines from right to left', () => {
  it('are read from the right, numbers and foreign words in them from the left', () => {
    const line = ['השר אמר ', 'Roe & Sons', ' קנתה ב', '-', '3,500', ' שקל, כ', '-', '25%', ' פחות.']
    expect(textOf(...set(seenFromRight(...line), 100, 100))).toBe(`${line.join('')}\n`)
    const arabic = ['في ', '12/05/2019', ' قال الوزير: ', '2.5', ' مليار بين ', '2019', ' و', '2021', '.']
    expect(textOf(...set(seenFromRight(...arabic), 100, 100))).toBe(`${arabic.join('')}\n`)
  })

  it('are read so however they are drawn', () => {
    const glyphs = set(seenFromRight('הגשר נפתח'), 100, 100)
    expect(textOf(...glyphs)).toBe('הגשר נפתח\n')
    expect(textOf(...[...glyphs].reverse())).toBe('הגשר נפתח\n')
  })

  it('have brackets that make pairs, as which ever they are noted', () => {
    const words = seenFromRight('הגשר (הישן) נסגר')
    expect(textOf(...set(words, 100, 100))).toBe('הגשר (הישן) נסגר\n')
    const looks = words.map((each) => (each === '(' ? ')' : each === ')' ? '(' : each))
    expect(textOf(...set(looks, 100, 100))).toBe('הגשר (הישן) נסגר\n')
  })

  it('keep vowel signs with their letters, and letters in the shapes of their places', () => {
    const seen = ['\u064e', 'ب', '\u064e', 'ت', '\u064e', 'ك']
    const raised = set(seen, 100, 100).map((glyph) => (glyph.length === 0 ? { ...glyph, v: 97 } : glyph))
    expect(textOf(...raised)).toBe('كَتَبَ\n')
    expect(textOf(...set(['\ufee2', '\ufefc', '\ufeb3'], 100, 100))).toBe('سلام\n')
  })

  it('stand in columns of which the right one comes first', () => {
    const column = (word: string, u: number): Glyph[] =>
      [0, 1, 2, 3].flatMap((row) => set(seenFromRight(`${word} וכך הלאה כל היום`), u, 100 + row * 13))
    const text = textOf(...column('שמאל', 50), ...column('ימין', 320))
    expect(text.indexOf('ימין')).toBeLessThan(text.indexOf('שמאל'))
    expect(text.split('\n')[0]).toBe('ימין וכך הלאה כל היום')
  })

  it('stand as words in lines of Latin', () => {
    const glyphs = set([...'He wrote ', ...seenFromRight('שלום לכולם'), ...' (in Hebrew) and left.'], 100, 100)
    expect(textOf(...glyphs)).toBe('He wrote שלום לכולם (in Hebrew) and left.\n')
  })
})
