import type { ColourName } from '#shared/model/code.ts'

/** One colour on one kind of paper. */
export interface Shade {
  /** `#rrggbb`, for stripes, underlines and chips: at least 3:1 against the paper (WCAG 2.2, 1.4.11). */
  readonly solid: string
  /** `#rrggbbaa`, laid behind text: the ink on it keeps at least 7:1 (WCAG 2.2, 1.4.6), even where two tints overlap. */
  readonly tint: string
}

export interface PaletteColour {
  readonly light: Shade
  readonly dark: Shade
}

/** The grounds and inks that the palette was made for. */
export const PAPER = { light: '#fbfaf7', dark: '#1b1c1f' } as const
export const INK = { light: '#1f2328', dark: '#e6e4df' } as const

/**
 * The colours of codes. The principle is that of Okabe and Ito ("Color Universal Design", 2008) and
 * of Paul Tol's technical note "Colour Schemes" (SRON/EPS/TN/09-002): neighbours in hue stand apart in
 * lightness, so that they can be told apart without red-green vision. The values were searched for the
 * greatest smallest OKLab distance under normal sight, protanopia and deuteranopia (after Machado,
 * Oliveira and Fernandes 2009), within the hue that the name promises; the test holds that distance,
 * and the same for tritanopia.
 */
export const PALETTE: Readonly<Record<ColourName, PaletteColour>> = {
  blue: { light: { solid: '#144ab6', tint: '#144ab62e' }, dark: { solid: '#00adfe', tint: '#00adfe2e' } },
  orange: { light: { solid: '#b74d00', tint: '#b74d0033' }, dark: { solid: '#f27b00', tint: '#f27b0032' } },
  green: { light: { solid: '#317e61', tint: '#317e6133' }, dark: { solid: '#92ffcc', tint: '#92ffcc1c' } },
  red: { light: { solid: '#982625', tint: '#9826252e' }, dark: { solid: '#e62e1e', tint: '#e62e1e48' } },
  purple: { light: { solid: '#471052', tint: '#47105226' }, dark: { solid: '#ac49b3', tint: '#ac49b348' } },
  brown: { light: { solid: '#602200', tint: '#60220029' }, dark: { solid: '#ac8879', tint: '#ac887935' } },
  pink: { light: { solid: '#f24ca9', tint: '#f24ca938' }, dark: { solid: '#e28fb7', tint: '#e28fb72b' } },
  olive: { light: { solid: '#86945b', tint: '#86945b42' }, dark: { solid: '#b3c57d', tint: '#b3c57d25' } },
  cyan: { light: { solid: '#0099bd', tint: '#0099bd38' }, dark: { solid: '#74dcff', tint: '#74dcff21' } },
  navy: { light: { solid: '#1d1088', tint: '#1d108829' }, dark: { solid: '#5e72e9', tint: '#5e72e943' } },
  gold: { light: { solid: '#ba7d00', tint: '#ba7d0042' }, dark: { solid: '#ffda65', tint: '#ffda651e' } },
  grey: { light: { solid: '#4f545a', tint: '#4f545a29' }, dark: { solid: '#676a6e', tint: '#676a6e48' } },
}

/**
 * The colour as REFI-QDA takes it (`RGBType`, `#rrggbb`): the standard knows no dark mode, and other
 * programs paint on white.
 */
export function refiColour(name: ColourName): string {
  return PALETTE[name].light.solid
}
