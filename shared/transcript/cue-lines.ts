import type { Line, Lines } from './lines.ts'

const CUE =
  /^[[(]?(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}[\sT]+)?(?:\d{1,2}:)?\d{1,2}:\d{1,2}(?:[.,]\d{1,3})?(?:\s*(?:-->|[-–—]|to)\s*(?:\d{1,2}:)?\d{1,2}:\d{1,2}(?:[.,]\d{1,3})?(?:\s+\w+:\S+)*)?[\])]?$/u
const LONGEST = 80
/** Fewer lines that hold nothing but a time may be anything. */
const FEWEST = 3

/** Lines that hold nothing but the time of what follows, as captions and recorders write it, and numbers of captions above them. */
export function cueLines(text: string, lines: Lines): readonly number[] {
  const found: number[] = []
  for (let index = 0; index < lines.length; index++) {
    if (!mayBeginTime(lines.first(index))) continue
    const start = lines.start(index)
    const end = lines.end(index)
    if (end - start <= LONGEST && CUE.test(text.slice(start, end))) found.push(index)
  }
  if (found.length < FEWEST) return []
  return found.flatMap((index) => (isNumber(text, lines.line(index - 1)) ? [index - 1, index] : [index]))
}

const TIME = /\d{1,2}:\d{1,2}(?::\d{1,2})?(?:[.,]\d{1,3})?/u

/** The time that stands alone on a line, as a recorder prints it above or below a name; `null` if that line holds anything else. */
export function timeOnLine(text: string, lines: Lines, index: number): string | null {
  if (!mayBeginTime(lines.first(index))) return null
  const [start, end] = [lines.start(index), lines.end(index)]
  if (end <= start || end - start > LONGEST) return null
  const printed = text.slice(start, end)
  return CUE.test(printed) ? (TIME.exec(printed)?.[0] ?? null) : null
}

/** A digit or a bracket. */
function mayBeginTime(first: number): boolean {
  return (first >= 0x30 && first <= 0x39) || first === 0x5b || first === 0x28
}

function isNumber(text: string, line: Line | undefined): boolean {
  return line !== undefined && /^\d{1,6}$/u.test(text.slice(line.start, Math.min(line.end, line.start + 8)))
}
