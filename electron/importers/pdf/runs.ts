import { isCjk } from '#shared/transcript/characters.ts'
import { unfold, unfoldVertical } from './characters.ts'
import { type Direction, flowOf, type Glyph, MIDDLE, type PdfFont } from './glyphs.ts'

/** Part of a line: glyphs that follow each other closely, as the file draws them. */
export interface Run {
  readonly direction: Direction
  readonly u0: number
  readonly u1: number
  /** The baseline of the line it belongs to; a raised note mark has that of its word. */
  readonly v: number
  readonly size: number
  readonly glyphs: readonly Glyph[]
}

/** In font sizes: what stands farther apart may be columns, and is put together later if it is not. */
export const WIDEST_SPACE = 0.8

/** Collects the glyphs of a page into runs, in the order in which they are drawn. Linear in their number. */
export function runsOf(glyphs: readonly Glyph[]): readonly Run[] {
  const runs: MutableRun[] = []
  let run: MutableRun | null = null
  for (const glyph of withoutOverprints(unstack(glyphs))) {
    if (run !== null && goesOn(run, glyph)) {
      run.glyphs.push(glyph)
      run.u1 = Math.max(run.u1, glyph.u + glyph.length)
      continue
    }
    const v: number = run !== null && isRaised(run, glyph) ? run.v : glyph.v
    const { direction, u, length, size } = glyph
    run = { direction, u0: u, u1: u + length, v, baseline: glyph.v, size, glyphs: [glyph] }
    runs.push(run)
  }
  return runs.filter(({ glyphs }) => glyphs.some(({ text }) => /\S/u.test(text)))
}

interface MutableRun extends Run {
  readonly baseline: number
  u1: number
  readonly glyphs: Glyph[]
}

function goesOn(run: MutableRun, glyph: Glyph): boolean {
  if (glyph.direction !== run.direction || Math.abs(glyph.v - run.baseline) > run.size * 0.1) return false
  if (glyph.size > run.size * 1.12 || glyph.size < run.size * 0.88) return false
  const gap = glyph.u - run.u1
  return gap < run.size * WIDEST_SPACE && gap > -run.size * 0.6
}

/** A note mark, or the rest of a word in small letters: smaller, and right behind the run. */
function isRaised(run: MutableRun, glyph: Glyph): boolean {
  const gap = glyph.u - run.u1
  return (
    glyph.direction === run.direction &&
    glyph.size < run.size * 0.85 &&
    Math.abs(glyph.v - run.v) < run.size * 0.6 &&
    gap > -run.size * 0.3 &&
    gap < run.size * 0.5
  )
}

/** In font sizes: less than the width of any letter, so `ll` stays. */
const HAIR = 0.12
/** Places with more glyphs than this are not searched further: no page that is read looks so. */
const MOST_IN_PLACE = 8

/** Bold letters and shadows are made by printing the same glyph again a hair's breadth away. */
function withoutOverprints(glyphs: readonly Glyph[]): readonly Glyph[] {
  const places = new Map<number, Glyph[]>()
  return glyphs.filter((glyph) => {
    const { text, u, v, size } = glyph
    if (!/\S/u.test(text)) return true
    const near = size * HAIR
    const isSame = (other: Glyph): boolean => {
      return other.text === text && Math.abs(other.u - u) < near && Math.abs(other.v - v) < near
    }
    for (let row = Math.floor((v - near) / size); row <= Math.floor((v + near) / size); row++) {
      for (let column = Math.floor((u - near) / size); column <= Math.floor((u + near) / size); column++) {
        if (places.get(placeOf(column, row, text))?.some(isSame) === true) return false
      }
    }
    const key = placeOf(Math.floor(u / size), Math.floor(v / size), text)
    const place = places.get(key)
    if (place === undefined) places.set(key, [glyph])
    else if (place.length < MOST_IN_PLACE) place.push(glyph)
    return true
  })
}

/** A number for a square of one font size and a character. Two squares may share one; glyphs are compared anyway. */
function placeOf(column: number, row: number, text: string): number {
  return (column * 8191 + row) * 65536 + text.charCodeAt(0)
}

/**
 * Browsers print vertical writing with fonts for horizontal writing, each character set on its own.
 * Where that is how most of a page stands, its characters are turned into vertical ones.
 */
function unstack(glyphs: readonly Glyph[]): readonly Glyph[] {
  const isBelow = (index: number): boolean => stands(glyphs[index - 1], glyphs[index]) === 'below'
  let below = 0
  let beside = 0
  glyphs.forEach((glyph, index) => {
    if (glyph.direction !== 'right' || !isCjk(glyph.text.charCodeAt(0))) return
    const place = stands(glyphs[index - 1], glyph)
    if (place === 'below') below++
    else if (place === 'beside') beside++
  })
  if (below < 10 || below <= beside) return glyphs
  return glyphs.map((glyph, index) => (isBelow(index) || isBelow(index + 1) ? turned(glyph) : glyph))
}

function stands(before: Glyph | undefined, glyph: Glyph | undefined): 'below' | 'beside' | null {
  if (before?.direction !== 'right' || glyph?.direction !== 'right') return null
  const { size } = glyph
  const middle = before.u + before.length / 2 - glyph.u - glyph.length / 2
  const down = glyph.v - before.v
  if (Math.abs(middle) < size * 0.4 && down > size * 0.6 && down < size * 2) return 'below'
  return Math.abs(down) < size * 0.2 && glyph.u > before.u && glyph.u < before.u + size * 2 ? 'beside' : null
}

/** An upright glyph as part of a vertical line: its box goes from 0.88 of the font size above the baseline to 0.12 below. */
function turned(glyph: Glyph): Glyph {
  const { text, size, font } = glyph
  const [u, v] = flowOf('down', glyph.u + glyph.length / 2, glyph.v - size * 0.88)
  return { text, direction: 'down', u, v: v + MIDDLE * size, length: size, size, font }
}

/** The characters of a glyph as they should be read. */
export function readable(glyph: Glyph): string {
  return glyph.direction === 'down' ? unfoldVertical(glyph.text) : unfold(glyph.text)
}

/** Tells whether two fonts show their text in the same manner. */
export function isSameStyle(a: PdfFont, b: PdfFont): boolean {
  return a.isBold === b.isBold && a.isItalic === b.isItalic
}
