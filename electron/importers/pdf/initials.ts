import type { Glyph } from './glyphs.ts'

/** So many times as large as the text an initial is at least. */
const LEAST = 1.7
/** Of its size so much a capital stands above its baseline: as high as the first line does. */
const HEIGHT = 0.7
/** In font sizes of the text: how far from the initial its lines begin. */
const WIDEST = 2
/** No page has more. */
const MOST_INITIALS = 32

/**
 * An initial that goes down through several lines stands on the last of them by its baseline: it is put
 * before the first, and the lines beside it begin where it does.
 */
export function withInitialsRaised(glyphs: readonly Glyph[]): readonly Glyph[] {
  const body = usualSize(glyphs)
  const initials = glyphs.flatMap((glyph, at) => (isInitial(glyph, glyphs[at - 1], glyphs[at + 1], body) ? [at] : []))
  if (initials.length === 0 || initials.length > MOST_INITIALS) return glyphs
  const moved = [...glyphs]
  for (const at of initials) {
    const initial = glyphs[at]
    const rows = initial === undefined ? [] : rowsBeside(initial, glyphs, body)
    const first = rows[0]
    const firstGlyph = first === undefined ? undefined : glyphs[first]
    if (initial === undefined || firstGlyph === undefined || initial.v - firstGlyph.v < body * 0.5) continue
    moved[at] = { ...initial, v: firstGlyph.v, size: body, length: Math.max(0, firstGlyph.u - initial.u) }
    for (const index of rows.slice(1)) {
      const glyph = glyphs[index]
      if (glyph !== undefined) moved[index] = { ...glyph, u: initial.u, length: glyph.u + glyph.length - initial.u }
    }
  }
  return moved
}

/** The size in which most glyphs are set. */
function usualSize(glyphs: readonly Glyph[]): number {
  const counts = new Map<number, number>()
  for (const { size } of glyphs) {
    const rounded = Math.round(size * 2) / 2
    counts.set(rounded, (counts.get(rounded) ?? 0) + 1)
  }
  let usual = 10
  let most = 0
  for (const [size, count] of counts) if (count > most) [usual, most] = [size, count]
  return usual
}

/** A letter much larger than the text, and alone. */
function isInitial(glyph: Glyph, before: Glyph | undefined, behind: Glyph | undefined, body: number): boolean {
  if (glyph.direction !== 'right' || glyph.size < body * LEAST || !/^[\p{Lu}\p{Lo}\d]$/u.test(glyph.text)) return false
  return ![before, behind].some((other) => other !== undefined && other.size >= body * LEAST && /\S/u.test(other.text))
}

/** The first glyph of each line of text that stands right beside an initial, from the first line to the last, as indexes. */
function rowsBeside(initial: Glyph, glyphs: readonly Glyph[], body: number): readonly number[] {
  const right = initial.u + initial.length
  const top = initial.v - (initial.size - body) * HEIGHT - body * 0.4
  const rows: number[] = []
  glyphs.forEach((glyph, index) => {
    const { u, v, size, text, direction } = glyph
    if (direction !== 'right' || size > body * 1.3 || size < body * 0.6 || !/\S/u.test(text)) return
    if (v > initial.v + body * 0.3 || v < top) return
    if (u < right - initial.length * 0.2 || u > right + body * WIDEST) return
    const same = rows.findIndex((row) => Math.abs((glyphs[row]?.v ?? 0) - v) < body * 0.3)
    if (same === -1) rows.push(index)
    else if (u < (glyphs[rows[same] ?? 0]?.u ?? 0)) rows[same] = index
  })
  return rows.sort((a, b) => (glyphs[a]?.v ?? 0) - (glyphs[b]?.v ?? 0))
}
