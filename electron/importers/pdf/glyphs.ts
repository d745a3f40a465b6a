/** What is known of a font by its name and its dictionary. */
export interface PdfFont {
  readonly isBold: boolean
  readonly isItalic: boolean
}

/**
 * Where the characters of a line follow each other to, the page held upright. Vertical writing and
 * text turned clockwise are both `down`.
 */
export const DIRECTIONS = ['right', 'down', 'left', 'up'] as const
export type Direction = (typeof DIRECTIONS)[number]

/**
 * One glyph on its page, in coordinates of its own direction, in points: `u` grows along the line,
 * `v` from one line to the next. So columns of vertical Japanese, which go from right to left, look
 * like lines, and all that finds lines and columns needs to know one way of writing only.
 */
export interface Glyph {
  readonly text: string
  readonly direction: Direction
  /** Where it begins. */
  readonly u: number
  /** The baseline; for vertical writing where it would be if the glyph were turned. */
  readonly v: number
  /** How far the next glyph stands from it if nothing moves that. */
  readonly length: number
  /** Font size as it is seen. */
  readonly size: number
  readonly font: PdfFont
}

/** From the middle of a character to the baseline, as a share of the font size. */
export const MIDDLE = 0.35

/** Takes a place on the page, y growing downwards, into the coordinates of a direction. */
export function flowOf(direction: Direction, x: number, y: number): readonly [u: number, v: number] {
  switch (direction) {
    case 'right':
      return [x, y]
    case 'down':
      return [y, -x]
    case 'left':
      return [-x, -y]
    case 'up':
      return [-y, x]
  }
}

/** The direction of a vector on the page, y growing downwards, or `null` for text that stands askew. */
export function directionOf(dx: number, dy: number): Direction | null {
  const quarter = Math.atan2(dy, dx) / (Math.PI / 2)
  const nearest = Math.round(quarter)
  // Scanned pages are set straight by a few degrees; stamps and watermarks stand at about 45.
  if (!Number.isFinite(quarter) || Math.abs(quarter - nearest) > 0.17) return null
  return DIRECTIONS[(nearest + 4) % 4] ?? null
}
