import { endsSentence } from '#shared/transcript/characters.ts'
import { startsSpaceless } from './characters.ts'
import type { Line } from './lines.ts'

/** How the lines of a block are set. Places in points. */
export interface Setting {
  /** Where lines begin that are no first lines. */
  readonly left: number
  /** Where full lines end. */
  readonly right: number
  /** From line to line inside of a paragraph. */
  readonly pitch: number
  /** Paragraphs are told by their first line's indent. */
  readonly isIndented: boolean
}

/** In font sizes. */
const SMALLEST_INDENT = 0.6
const SLOPPY = 0.35
/** A line that leaves so much of the column empty ends a paragraph even in mid-sentence. */
const VERY_SHORT = 0.25

/** Learns how a block is set. `usualPitch` is the file's, for blocks too short to tell theirs: in font sizes. */
export function settingOf(lines: readonly Line[], right: number, usualPitch: number): Setting {
  const ends = lines.map(({ u1 }) => u1).sort((a, b) => a - b)
  const edge = lines.length >= 8 ? (ends[Math.floor(ends.length * 0.9)] ?? right) : right
  const size = lines[0]?.size ?? 1
  const steps = lines
    .slice(1)
    .map(({ v }, at) => v - (lines[at]?.v ?? v))
    .filter((step) => step > size * 0.5)
    .sort((a, b) => a - b)
  const pitch = steps.length >= 4 ? (steps[Math.floor(steps.length / 4)] ?? 0) : usualPitch * size
  return { ...edgesOf(lines, edge), right: edge, pitch }
}

/** Tells the usual left edge: of two edges that many lines share, first lines begin at the one that follows ends of sentences. */
function edgesOf(lines: readonly Line[], right: number): Pick<Setting, 'left' | 'isIndented'> {
  const size = lines[0]?.size ?? 1
  const clusters: { at: number; lines: number; afterEnds: number }[] = []
  const order = lines.map((line, index) => ({ u0: line.u0, before: lines[index - 1] })).sort((a, b) => a.u0 - b.u0)
  for (const { u0, before } of order) {
    let cluster = clusters.at(-1)
    if (cluster === undefined || u0 - cluster.at > size * SLOPPY) {
      cluster = { at: u0, lines: 0, afterEnds: 0 }
      clusters.push(cluster)
    }
    cluster.lines++
    if (before === undefined || before.u1 < right - before.size * 2 || endsSentence(before.text, 0, before.text.length))
      cluster.afterEnds++
  }
  const [first, second] = clusters.filter((cluster) => cluster.lines >= lines.length * 0.12)
  const most = clusters.reduce(
    (best, cluster) => (cluster.lines > best.lines ? cluster : best),
    clusters[0] ?? { at: 0, lines: 0, afterEnds: 0 },
  )
  if (first === undefined || second === undefined) return { left: most.at, isIndented: false }
  const shareOf = (cluster: (typeof clusters)[number]): number => cluster.afterEnds / cluster.lines
  const isHanging = shareOf(first) > shareOf(second) + 0.15
  return { left: isHanging ? second.at : first.at, isIndented: !isHanging && shareOf(second) > 0.7 }
}

/**
 * Tells whether a paragraph begins with `line`, which stands right below `before` in one block;
 * `isFirst`: `before` is itself the first line of its paragraph.
 */
export function startsParagraph(before: Line, line: Line, setting: Setting, isFirst: boolean): boolean {
  if (isOtherSize(before, line)) return true
  const step = line.v - before.v
  if (step > Math.max(setting.pitch * 1.3, line.size * 1.15)) {
    // Part of a block may be set with more space between its lines.
    const isCut = !endsParagraph(before, line, setting) && !endsSentence(before.text, 0, before.text.length)
    return !isCut || step > setting.pitch * 2.1 || Math.abs(line.u0 - before.u0) > line.size * SLOPPY
  }
  if (isCentred(before, setting) && isCentred(line, setting)) return false
  if (endsParagraph(before, line, setting)) return true

  const isEnded = endsSentence(before.text, 0, before.text.length)
  const isIndented = line.u0 > setting.left + line.size * SMALLEST_INDENT
  if (setting.isIndented && isIndented && isEnded) return true
  const shift = line.u0 - before.u0
  if (Math.abs(shift) < line.size * SMALLEST_INDENT) return false
  // No text moves to the left but behind a first line; all other shifts may be hanging lines or first lines.
  if (shift < 0 && !isFirst) return true
  return isEnded && (shift > 0 ? isIndented : !setting.isIndented)
}

/** Tells whether a line leaves room that the beginning of the next line would have fitted into. */
function endsParagraph(before: Line, next: Line, { left, right }: Setting): boolean {
  // Nobody parts a word where a paragraph ends.
  if (/\p{L}[-\u2010]$/u.test(before.text) && /^\p{Ll}/u.test(next.text)) return false
  const room = right - before.u1
  if (room < firstWordWidth(next) + before.size * SLOPPY) return false
  if (room > (right - left) * VERY_SHORT) return true
  return endsSentence(before.text, 0, before.text.length) || isBoldAtEnd(before) !== isBoldAtStart(next)
}

/**
 * Tells whether a paragraph goes on from the last line of one block in the first line of another, in
 * the next column or on the next page: only where that is plain to see.
 */
export function goesOnInNextBlock(last: Line, setting: Setting, next: Line, nextSetting: Setting): boolean {
  if (isOtherSize(last, next) || next.u0 - nextSetting.left > next.size * SMALLEST_INDENT) return false
  if (endsParagraph(last, next, setting)) return false
  if (!endsSentence(last.text, 0, last.text.length)) return true
  return (setting.isIndented || nextSetting.isIndented) && next.u0 - nextSetting.left > -next.size * SLOPPY
}

function isOtherSize(a: Line, b: Line): boolean {
  return a.size > b.size * 1.12 || b.size > a.size * 1.12
}

/** In the middle of the column and clear of both its edges. */
function isCentred({ u0, u1, size }: Line, { left, right }: Setting): boolean {
  const before = u0 - left
  const behind = right - u1
  return before > size * 1.5 && behind > size * 1.5 && Math.abs(before - behind) < size * 1.5
}

function firstWordWidth(line: Line): number {
  // Printers keep up to two characters off a line's end for the sake of punctuation.
  if (startsSpaceless(line.text)) return line.size * 1.9
  const word = line.text.search(/\s|$/u)
  return ((line.u1 - line.u0) * word) / Math.max(1, line.text.length)
}

function isBoldAtStart({ styles }: Line): boolean {
  return styles.some(({ from, isBold }) => from === 0 && isBold)
}

function isBoldAtEnd({ text, styles }: Line): boolean {
  return styles.some(({ to, isBold }) => to === text.length && isBold)
}
