import { COLOUR_NAMES, type ColourName } from '#shared/model/code.ts'
import { PALETTE } from './palette.ts'

/** Red, green and blue, each from 0 to 1. */
export type Rgb = readonly [number, number, number]

const MODES = ['light', 'dark'] as const

/**
 * How eyes differ: normal sight, and the full lack of one kind of cone, as matrices on linear RGB
 * (Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color Vision
 * Deficiency", 2009, severity 1.0).
 */
export const SIGHTS: Readonly<Record<'normal' | 'protanopia' | 'deuteranopia' | 'tritanopia', readonly Rgb[]>> = {
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
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
}

/** Reads `#rrggbb`; what follows is let be. */
export function rgbOf(hex: string): Rgb {
  const channel = (index: number): number => Number.parseInt(hex.slice(1 + 2 * index, 3 + 2 * index), 16) / 255
  return [channel(0), channel(1), channel(2)]
}

/** sRGB with its transfer curve taken off (IEC 61966-2-1). */
export function linear(rgb: Rgb): Rgb {
  return mapped(rgb, (part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
}

/** The place of a linear colour in OKLab (Ottosson 2020), in which equal distances look about equally far. */
export function oklab([r, g, b]: Rgb): Rgb {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ]
}

/** How far apart two colours, `#rrggbb`, look to a kind of eye: 0 for the same, about 1 from black to white. */
export function distanceTo(sight: readonly Rgb[], a: string, b: string): number {
  const [x, y] = [seenBy(sight, a), seenBy(sight, b)]
  return Math.hypot(x[0] - y[0], x[1] - y[1], x[2] - y[2])
}

/** Below this two colours of the palette are told apart only with care by one kind of eye or another. */
const HARD_TO_TELL = 0.085

const close = new Map<ColourName, ReadonlySet<ColourName>>()

/** The colours that some eyes tell from this one only with care, in light or in dark; never the colour itself. */
export function alikeColours(colour: ColourName): ReadonlySet<ColourName> {
  let alike = close.get(colour)
  if (alike === undefined) {
    alike = new Set(COLOUR_NAMES.filter((other) => other !== colour && leastDistance(colour, other) < HARD_TO_TELL))
    close.set(colour, alike)
  }
  return alike
}

function leastDistance(a: ColourName, b: ColourName): number {
  return Math.min(
    ...MODES.flatMap((mode) =>
      Object.values(SIGHTS).map((sight) => distanceTo(sight, PALETTE[a][mode].solid, PALETTE[b][mode].solid)),
    ),
  )
}

function seenBy(sight: readonly Rgb[], hex: string): Rgb {
  const [r, g, b] = linear(rgbOf(hex))
  const [red, green, blue] = sight.map((row) => Math.min(1, Math.max(0, row[0] * r + row[1] * g + row[2] * b)))
  return oklab([red ?? 0, green ?? 0, blue ?? 0])
}

function mapped([r, g, b]: Rgb, change: (part: number) => number): Rgb {
  return [change(r), change(g), change(b)]
}
