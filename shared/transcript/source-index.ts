import type { SourceStructure, Style } from '#shared/model/source-structure.ts'
import { partition } from '#shared/text/partition.ts'
import { isBlank } from './characters.ts'
import { LineKinds } from './line-kinds.ts'
import type { Lines } from './lines.ts'

/** What labels are set in, where a file knows of styles. */
const EMPHASIS: ReadonlySet<Style> = new Set(['bold', 'underline', 'link', 'heading'])
/** Where so many lines are emphasised from end to end, it says nothing. */
const MOST_EMPHASISED = 0.6

/** Where lines must be cut because a stretch that the file knows something of begins or ends inside of them. */
export function cutsOf({ speakers, asides }: SourceStructure): readonly number[] {
  if (speakers.length === 0 && asides.length === 0) return []
  const cuts = new Set<number>()
  for (const { span } of speakers) cuts.add(span.start)
  for (const { span } of asides) cuts.add(span.start).add(span.end)
  return [...cuts].sort((a, b) => a - b)
}

/** Index of the first line that ends behind a source position, UTF-16. */
export function lineBehind(lines: Lines, offset: number): number {
  return partition(lines.length, (index) => lines.end(index) <= offset)
}

/** Lines that the file itself sets aside. */
export function asidesByLine(lines: Lines, { asides }: SourceStructure): LineKinds {
  const found = new LineKinds(lines.length)
  let next = 0
  for (const { span, kind } of asides) {
    // Stretches are in order and may overlap: no line is looked at twice.
    for (let index = Math.max(next, lineBehind(lines, span.start)); index < lines.length; index++) {
      if (lines.start(index) >= span.end) break
      found.set(index, kind)
      next = index + 1
    }
  }
  return found
}

/** UTF-16 position behind the emphasised beginning of each line, 0 where it has none; `null` if styles say nothing. */
export function emphasisOf(text: string, lines: Lines, { styles }: SourceStructure): Uint32Array | null {
  const spans = styles.filter(({ style }) => EMPHASIS.has(style)).map(({ span }) => span)
  if (spans.length === 0) return null
  const ends = new Uint32Array(lines.length)
  let next = 0
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    for (let index = Math.max(next, lineBehind(lines, span.start)); index < lines.length; index++) {
      const end = lines.end(index)
      if (lines.start(index) >= span.end) break
      const from = Math.max(lines.start(index), ends[index] ?? 0)
      if (span.start > from && !isBlankBetween(text, from, span.start)) break
      ends[index] = Math.max(ends[index] ?? 0, Math.min(span.end, end))
      if (ends[index] === end) next = index + 1
    }
  }
  let whole = 0
  for (let index = 0; index < lines.length; index++) if (ends[index] === lines.end(index)) whole++
  return whole > lines.length * MOST_EMPHASISED ? null : ends
}

function isBlankBetween(text: string, from: number, to: number): boolean {
  if (to - from > 4) return false
  for (let at = from; at < to; at++) if (!isBlank(text.charCodeAt(at))) return false
  return true
}

/** The time at which what begins at a source position was said, as `0:12` or `1:02:03`; `null` if nobody knows. Positions must ascend. */
export function timesOf({ times }: SourceStructure): (offset: number) => string | null {
  let at = 0
  return (offset) => {
    while (at < times.length && (times[at]?.span.end ?? 0) <= offset) at++
    const cue = times[at]
    return cue === undefined ? null : clockTime(cue.from)
  }
}

/** Milliseconds as `m:ss`, from an hour on as `h:mm:ss`. */
function clockTime(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000)
  const two = (value: number): string => String(value).padStart(2, '0')
  const hours = Math.floor(seconds / 3600)
  const minutes = Math.floor(seconds / 60) % 60
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`
}
