import { endsSpaceless, startsSpaceless } from './characters.ts'
import type { Direction, Glyph } from './glyphs.ts'
import { inOrderOfReading, isRightToLeft, type Piece } from './right-to-left.ts'
import { isSameStyle, type Run, readable, WIDEST_SPACE } from './runs.ts'

/** A stretch of a segment's text that is set in bold or italics. UTF-16 units, half-open. */
export interface StyledStretch {
  readonly from: number
  readonly to: number
  readonly isBold: boolean
  readonly isItalic: boolean
}

/** Characters of one line with no wide gap between them. Places in points, see `Glyph`. */
export interface Segment {
  readonly text: string
  readonly styles: readonly StyledStretch[]
  readonly direction: Direction
  readonly u0: number
  readonly u1: number
  readonly v: number
  readonly size: number
}

/** Segments on one baseline, from the line's beginning to its end. */
export interface Row {
  readonly v: number
  /** The largest font size in it. */
  readonly size: number
  readonly segments: readonly Segment[]
}

/** Puts the runs of one direction into rows, from the first to the last. `isTurned`: the page was turned over. */
export function rowsOf(runs: readonly Run[], isTurned = false): readonly Row[] {
  const rows: Run[][] = []
  let anchor = Number.NEGATIVE_INFINITY
  for (const run of [...runs].sort((a, b) => a.v - b.v)) {
    // Half of a character's height: less than any distance of lines, more than sloppy baselines.
    if (run.v - anchor > Math.max(0.5, run.size * 0.3)) {
      rows.push([])
      anchor = run.v
    }
    rows.at(-1)?.push(run)
  }
  return rows.map((row) => {
    const segments = segmentsOf(
      row.sort((a, b) => a.u0 - b.u0),
      isTurned,
    )
    return { v: row[0]?.v ?? 0, size: segments.reduce((most, { size }) => Math.max(most, size), 0), segments }
  })
}

function segmentsOf(runs: readonly Run[], isTurned: boolean): readonly Segment[] {
  const segments: Segment[] = []
  let group: Run[] = []
  let end = Number.NEGATIVE_INFINITY
  for (const run of runs) {
    const last = group.at(-1)
    const size = Math.min(run.size, last?.size ?? run.size)
    const isApart = last !== undefined && (run.u0 - end > size * WIDEST_SPACE || run.u0 - end < -size)
    if (isApart) {
      segments.push(segmentOf(group, isTurned))
      group = []
      end = Number.NEGATIVE_INFINITY
    }
    group.push(run)
    end = Math.max(end, run.u1)
  }
  if (group.length > 0) segments.push(segmentOf(group, isTurned))
  return segments
}

/** The size in which most of its characters are set; its baseline is that of the first run so set. */
function segmentOf(runs: readonly Run[], isTurned: boolean): Segment {
  const counts = new Map<number, number>()
  for (const { size, glyphs } of runs) {
    const rounded = Math.round(size * 10) / 10
    counts.set(rounded, (counts.get(rounded) ?? 0) + glyphs.length)
  }
  const [size = 1] = [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [1, 0])
  const glyphs = runs.flatMap((run) => run.glyphs)
  const { text, styles } = spell(glyphs, isTurned)
  return {
    text,
    styles,
    direction: runs[0]?.direction ?? 'right',
    u0: runs.reduce((least, { u0 }) => Math.min(least, u0), Number.POSITIVE_INFINITY),
    u1: runs.reduce((most, { u1 }) => Math.max(most, u1), Number.NEGATIVE_INFINITY),
    v: runs[0]?.v ?? 0,
    size,
  }
}

/** Puts glyphs together as text; a gap that is clearly wider than those between letters becomes a space. */
function spell(glyphs: readonly Glyph[], isTurned: boolean): Pick<Segment, 'text' | 'styles'> {
  const styles: StyledStretch[] = []
  let text = ''
  let before: Glyph | null = null
  let from = 0
  const close = (): void => {
    const font = before?.font
    if (font && (font.isBold || font.isItalic) && text.slice(from).trim() !== '')
      styles.push({ from, to: text.length, isBold: font.isBold, isItalic: font.isItalic })
  }
  for (const { text: piece, glyph } of inOrderOfReading(piecesOf(glyphs), isTurned)) {
    if (glyph !== null) {
      if (before !== null && !isSameStyle(before.font, glyph.font)) {
        close()
        from = text.length
      }
      before = glyph
    }
    text += piece
  }
  text = text.replace(/ +$/u, '')
  close()
  return { text, styles }
}

/** Glyphs as they are to be read, and a space wherever one stands or a gap is wide enough. */
function piecesOf(glyphs: readonly Glyph[]): readonly Piece[] {
  const tracking = trackingOf(glyphs)
  const pieces: Piece[] = []
  let before: Glyph | null = null
  for (const glyph of glyphs) {
    const text = readable(glyph)
    if (text === '' && before !== null && isStroke(before, glyph, glyphs)) {
      before = glyph
      continue
    }
    const isAfterBlank = pieces.at(-1)?.glyph === null
    if (!/\S/u.test(text)) {
      // U+3000 is a character of its own, an indent for instance; all other blanks are spaces.
      if (text.includes('\u3000')) pieces.push({ text: '\u3000', glyph: null })
      else if (!isAfterBlank && pieces.length > 0) pieces.push({ text: ' ', glyph: null })
      continue
    }
    if (before !== null && !isAfterBlank && isSpace(before, glyph, tracking)) pieces.push({ text: ' ', glyph: null })
    pieces.push({ text, glyph })
    before = glyph
  }
  while (pieces.at(-1)?.text === ' ') pieces.pop()
  return pieces
}

/** A line is filled by drawing the strokes between Arabic letters longer, where blanks are characters of their own. */
function isStroke(before: Glyph, glyph: Glyph, glyphs: readonly Glyph[]): boolean {
  const gap = glyph.u - before.u - before.length
  return (
    (readable(before) === '' || isRightToLeft([before])) && gap < glyph.size * NARROWEST_SPACE && glyphs.some(isBlank)
  )
}

function isBlank({ text }: Glyph): boolean {
  return text === ' '
}

/** Usual gaps between characters, in font sizes: letter-spaced lines are known by them. */
interface Tracking {
  readonly spaceless: number
  readonly other: number
}

function trackingOf(glyphs: readonly Glyph[]): Tracking {
  const spaceless: number[] = []
  const other: number[] = []
  for (let at = 1; at < glyphs.length; at++) {
    const [before, glyph] = [glyphs[at - 1], glyphs[at]]
    if (before === undefined || glyph === undefined || !/\S/u.test(before.text + glyph.text)) continue
    const gap = (glyph.u - before.u - before.length) / glyph.size
    if (endsSpaceless(before.text) && startsSpaceless(glyph.text)) spaceless.push(gap)
    else other.push(gap)
  }
  return { spaceless: usual(spaceless), other: usual(other) }
}

/** Letter-spacing is the same between nearly all characters, spaces stand between few. */
function usual(gaps: readonly number[]): number {
  if (gaps.length < 3) return 0
  return Math.max(0, [...gaps].sort((a, b) => a - b)[Math.floor(gaps.length / 4)] ?? 0)
}

/** In font sizes: a word space is a quarter and is squeezed to a seventh at most. */
const NARROWEST_SPACE = 0.15

function isSpace(before: Glyph, glyph: Glyph, tracking: Tracking): boolean {
  const gap = (glyph.u - before.u - before.length) / Math.max(before.size, glyph.size)
  const isBefore = endsSpaceless(before.text)
  const isAfter = startsSpaceless(glyph.text)
  if (isBefore && isAfter) return gap > tracking.spaceless + 0.45
  // Between Han and Latin a quarter is set by machine where nobody typed a space.
  if (isBefore || isAfter) return gap > Math.max(tracking.spaceless, tracking.other) + 0.3
  return gap > tracking.other + NARROWEST_SPACE
}
