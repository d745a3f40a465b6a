import { expect, test } from 'vitest'
import { COLOUR_NAMES } from '#shared/model/code.ts'
import { alikeColours, distanceTo, linear, oklab, type Rgb, rgbOf, SIGHTS } from './colour-distance.ts'
import { INK, PALETTE, PAPER, refiColour } from './palette.ts'

const MODES = ['light', 'dark'] as const

/** Source-over compositing in sRGB, as browsers do it. */
function over(tint: string, ground: Rgb): Rgb {
  const alpha = Number.parseInt(tint.slice(7, 9), 16) / 255
  const [r, g, b] = rgbOf(tint)
  return [r * alpha + ground[0] * (1 - alpha), g * alpha + ground[1] * (1 - alpha), b * alpha + ground[2] * (1 - alpha)]
}

/** Relative luminance and contrast ratio as WCAG 2.2 defines them. */
function luminance(rgb: Rgb): number {
  const [r, g, b] = linear(rgb)
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
function contrast(a: Rgb, b: Rgb): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number]
  return (high + 0.05) / (low + 0.05)
}

test('every colour is written as the types say', () => {
  for (const name of COLOUR_NAMES) {
    for (const mode of MODES) {
      expect(PALETTE[name][mode].solid).toMatch(/^#[0-9a-f]{6}$/)
      expect(PALETTE[name][mode].tint).toMatch(/^#[0-9a-f]{8}$/)
      expect(PALETTE[name][mode].tint.startsWith(PALETTE[name][mode].solid)).toBe(true)
    }
    expect(refiColour(name)).toMatch(/^#[0-9a-f]{6}$/)
  }
})

test.each(COLOUR_NAMES)('%s stands out from the paper at 3:1', (name) => {
  expect(contrast(rgbOf(PALETTE[name].light.solid), rgbOf('#ffffff'))).toBeGreaterThanOrEqual(3)
  expect(contrast(rgbOf(PALETTE[name].light.solid), rgbOf(PAPER.light))).toBeGreaterThanOrEqual(3)
  expect(contrast(rgbOf(PALETTE[name].dark.solid), rgbOf(PAPER.dark))).toBeGreaterThanOrEqual(3)
})

test.each(MODES)('ink stays readable at 7:1 on one tint and on two, %s', (mode) => {
  for (const below of COLOUR_NAMES) {
    const once = over(PALETTE[below][mode].tint, rgbOf(PAPER[mode]))
    expect(contrast(once, rgbOf(INK[mode])), below).toBeGreaterThanOrEqual(7)
    for (const above of COLOUR_NAMES) {
      const twice = over(PALETTE[above][mode].tint, once)
      expect(contrast(twice, rgbOf(INK[mode])), `${above} over ${below}`).toBeGreaterThanOrEqual(7)
    }
  }
})

test.each(MODES)('a tint is seen on the paper, %s', (mode) => {
  for (const name of COLOUR_NAMES) {
    const seen = oklab(linear(over(PALETTE[name][mode].tint, rgbOf(PAPER[mode]))))
    expect(Math.hypot(...difference(seen, oklab(linear(rgbOf(PAPER[mode]))))), name).toBeGreaterThan(0.07)
  }
})

function difference(a: Rgb, b: Rgb): Rgb {
  return [a[0] - b[0], a[1] - b[1], a[2] - b[2]]
}

test.each(MODES)('any two colours can be told apart by every kind of eye, %s', (mode) => {
  for (const [sight, matrix] of Object.entries(SIGHTS)) {
    for (const [i, a] of COLOUR_NAMES.entries()) {
      for (const b of COLOUR_NAMES.slice(0, i)) {
        const seen = distanceTo(matrix, PALETTE[a][mode].solid, PALETTE[b][mode].solid)
        expect(seen, `${a} and ${b}, ${sight}`).toBeGreaterThan(0.06)
      }
    }
  }
})

test('the colours that need care are known from both sides', () => {
  expect(alikeColours('gold').has('olive')).toBe(true)
  expect(alikeColours('blue').has('red')).toBe(false)
  for (const colour of COLOUR_NAMES) {
    expect(alikeColours(colour).has(colour)).toBe(false)
    for (const other of alikeColours(colour)) expect(alikeColours(other).has(colour), `${colour}, ${other}`).toBe(true)
  }
})
