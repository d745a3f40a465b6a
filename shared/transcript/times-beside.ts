import type { Label } from './conventions.ts'
import { timeOnLine } from './cue-lines.ts'
import type { Lines } from './lines.ts'

/** The time of the last turn stands among so many lines at the end: a page may end in a line of its own. */
const LAST_LINES = 3
/** Share of the turns that a time stands behind, from which on times stand behind what was said. */
const MOSTLY = 0.8

/**
 * Labels with the times that are printed on lines of their own. Recorders print them above the name or right below it;
 * pages that follow a press conference as it goes on print them below each thing that was said, so that the first name has
 * none above it and the last speech has one behind it.
 */
export function withTimes(text: string, lines: Lines, labels: readonly Label[]): readonly Label[] {
  const areBelow = standBelow(text, lines, labels)
  const timed = new Map<Label, string>()
  labels.forEach((label, index) => {
    if (label.time !== null) return
    const next = labels[index + 1]?.line ?? lines.length
    const time = areBelow ? timeBelow(text, lines, label, next) : timeBeside(text, lines, label)
    if (time !== null) timed.set(label, time)
  })
  if (timed.size === 0) return labels
  return labels.map((label) => {
    const time = timed.get(label)
    return time === undefined ? label : { ...label, time }
  })
}

/** Above the label, or right below it where it stands alone. */
function timeBeside(text: string, lines: Lines, label: Label): string | null {
  const isAlone = label.speech >= lines.end(label.lastLine)
  return timeOnLine(text, lines, label.line - 1) ?? (isAlone ? timeOnLine(text, lines, label.lastLine + 1) : null)
}

/** The first one behind what is said, before the line `next`: a long speech may have one behind each of its parts. */
function timeBelow(text: string, lines: Lines, { lastLine }: Label, next: number): string | null {
  for (let index = lastLine + 1; index < next; index++) {
    const time = timeOnLine(text, lines, index)
    if (time !== null) return time
  }
  return null
}

function standBelow(text: string, lines: Lines, labels: readonly Label[]): boolean {
  let last = lines.length - 1
  while (last > lines.length - LAST_LINES && timeOnLine(text, lines, last) === null) last--
  const [first] = labels
  if (first === undefined || timeOnLine(text, lines, last) === null || timeBeside(text, lines, first) !== null)
    return false
  const behind = labels.filter(({ line }) => timeOnLine(text, lines, line - 1) !== null).length
  return behind > 0 && behind >= (labels.length - 1) * MOSTLY
}
