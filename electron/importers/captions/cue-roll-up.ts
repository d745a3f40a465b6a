import type { Cue } from './cue.ts'

/** More lines are never on the screen at once. */
const MOST_LINES = 8
/** Milliseconds between two cues of one running text. */
const LONGEST_GAP = 1000
/** Share of neighbouring cues that must roll, and how many at least. */
const ROLLING_SHARE = 0.3
const FEWEST_ROLLS = 2

interface ShownCue {
  readonly cue: Cue
  readonly lines: readonly string[]
}

/** How the beginning of a cue repeats the end of the one before. */
interface Repeat {
  /** Lines of the cue that were there before, the last of them perhaps in part. */
  readonly lines: number
  /** The last of them has grown. */
  readonly hasGrown: boolean
}

/**
 * Live captions roll up: each cue shows the last line or lines of the one before once more, or the
 * same line grown by a word. Where a file does that, every line stays once, with the times of the
 * cue that it first stands in; otherwise the cues come back as they are, since people repeat themselves.
 */
export function withoutRolledUp(cues: readonly Cue[]): readonly Cue[] {
  const shown = cues
    .map((cue): ShownCue => ({ cue, lines: cue.parts.flatMap(({ lines }) => lines) }))
    .filter(({ lines }) => lines.length > 0)
  if (!rollsUp(shown)) return cues

  const kept: Cue[] = []
  shown.forEach(({ cue, lines }, index) => {
    const before = shown[index - 1]
    const repeat = before !== undefined && areNeighbours(before.cue, cue) ? findRepeat(before.lines, lines) : null
    if (repeat === null) {
      kept.push(cue)
      return
    }
    if (repeat.hasGrown) growLast(kept, lines[repeat.lines - 1] ?? '', cue)
    const rest = dropLines(cue, repeat.lines)
    if (rest.parts.length > 0) kept.push(rest)
  })
  return kept
}

function rollsUp(shown: readonly ShownCue[]): boolean {
  let neighbours = 0
  let rolls = 0
  shown.forEach(({ cue, lines }, index) => {
    const before = shown[index - 1]
    if (before === undefined || !areNeighbours(before.cue, cue)) return
    const repeat = findRepeat(before.lines, lines)
    const isSame = repeat !== null && !repeat.hasGrown && repeat.lines === lines.length
    // The very same cue again is no sign: somebody may say it twice.
    if (isSame && before.lines.length === lines.length) return
    neighbours++
    if (repeat !== null) rolls++
  })
  return rolls >= FEWEST_ROLLS && rolls >= neighbours * ROLLING_SHARE
}

function areNeighbours(before: Cue, cue: Cue): boolean {
  return before.to !== null && cue.from !== null && cue.from - before.to <= LONGEST_GAP
}

function findRepeat(before: readonly string[], lines: readonly string[]): Repeat | null {
  for (let count = Math.min(before.length, lines.length, MOST_LINES); count > 0; count--) {
    const from = before.length - count
    let same = 0
    while (same < count - 1 && before[from + same] === lines[same]) same++
    if (same < count - 1) continue
    const last = before[before.length - 1] ?? ''
    const again = lines[count - 1] ?? ''
    if (again === last) return { lines: count, hasGrown: false }
    if (again.startsWith(last)) return { lines: count, hasGrown: true }
  }
  return null
}

function growLast(kept: Cue[], line: string, { to }: Cue): void {
  const last = kept.pop()
  if (last === undefined) return
  const parts = [...last.parts]
  const part = parts.pop()
  if (part !== undefined) parts.push({ voice: part.voice, lines: [...part.lines.slice(0, -1), line] })
  kept.push({ ...last, to, parts })
}

function dropLines(cue: Cue, count: number): Cue {
  let left = count
  const parts = cue.parts.flatMap(({ voice, lines }) => {
    const rest = lines.slice(left)
    left = Math.max(0, left - lines.length)
    return rest.length > 0 ? [{ voice, lines: rest }] : []
  })
  return { ...cue, parts }
}
