import { expect, test } from 'vitest'
import { COLOUR_NAMES } from '#shared/model/code.ts'
import { INK, PALETTE, PAPER, refiColour } from './palette.ts'

type Rgb = readonly [number, number, number]

const MODES = ['light', 'dark'] as const

function channel(hex: string, index: number): number {
  return Number.parseInt(hex.slice(1 + 2 * index, 3 + 2 * index), 16) / 255
}
const rgbOf = (hex: string): Rgb => [channel(hex, 0), channel(hex, 1), channel(hex, 2)]

/** Source-over compositing in sRGB, as browsers do it. */
function over(tint: string, ground: Rgb): Rgb {
  const alpha = channel(tint, 3)
  const [r, g, b] = rgbOf(tint)
  return [r * alpha + ground[0] * (1 - alpha), g * alpha + ground[1] * (1 - alpha), b * alpha + ground[2] * (1 - alpha)]
}

const linear = (rgb: Rgb): Rgb =>
  rgb.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)) as unknown as Rgb

/** Relative luminance and contrast ratio as WCAG 2.2 defines them. */
function luminance(rgb: Rgb): number {
  const [r, g, b] = linear(rgb)
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
function contrast(a: Rgb, b: Rgb): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number]
  return (high + 0.05) / (low + 0.05)
}

/** Full protanopia and deuteranopia in linear RGB: Machado, Oliveira and Fernandes 2009, severity 1.0. */
const SIGHTS: Readonly<Record<string, readonly Rgb[]>> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
}

const times = (matrix: readonly Rgb[], [r, g, b]: Rgb): Rgb =>
  matrix.map((row) => Math.min(1, Math.max(0, row[0] * r + row[1] * g + row[2] * b))) as unknown as Rgb

/** Ottosson's OKLab, in which equal distances look about equally far. */
function oklab([r, g, b]: Rgb): Rgb {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ]
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

test.each(MODES)('any two colours can be told apart with and without red-green vision, %s', (mode) => {
  for (const matrix of Object.values(SIGHTS)) {
    const seen = COLOUR_NAMES.map((name) => oklab(times(matrix, linear(rgbOf(PALETTE[name][mode].solid)))))
    for (const [i, a] of seen.entries()) {
      for (const [j, b] of seen.slice(0, i).entries()) {
        const pair = `${COLOUR_NAMES[i]} and ${COLOUR_NAMES[j]}`
        expect(Math.hypot(...difference(a, b)), pair).toBeGreaterThan(0.06)
      }
    }
  }
})
