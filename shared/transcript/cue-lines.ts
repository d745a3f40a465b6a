import { type Line, type Lines, unitsOf } from './lines.ts'

const CUE =
  /^[[(]?(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}[\sT]+)?(?:\d{1,2}:)?\d{1,2}:\d{1,2}(?:[.,]\d{1,3})?(?:\s*(?:-->|[-–—]|to)\s*(?:\d{1,2}:)?\d{1,2}:\d{1,2}(?:[.,]\d{1,3})?(?:\s+\w+:\S+)*)?[\])]?$/u
/** What times begin with. */
const FIRSTS = unitsOf('0123456789[(')
const LONGEST = 80
/** Fewer lines that hold nothing but a time may be anything. */
const FEWEST = 3

/** Lines that hold nothing but the time of what follows, as captions and recorders write it, and numbers of captions above them. */
export function cueLines(text: string, lines: Lines): readonly number[] {
  const found: number[] = []
  for (
    let index = lines.nextBeginning(FIRSTS, 0);
    index < lines.length;
    index = lines.nextBeginning(FIRSTS, index + 1)
  ) {
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
  if (FIRSTS[lines.first(index)] !== 1) return null
  const [start, end] = [lines.start(index), lines.end(index)]
  if (end <= start || end - start > LONGEST) return null
  const printed = text.slice(start, end)
  return CUE.test(printed) ? (TIME.exec(printed)?.[0] ?? null) : null
}

function isNumber(text: string, line: Line | undefined): boolean {
  return line !== undefined && /^\d{1,6}$/u.test(text.slice(line.start, Math.min(line.end, line.start + 8)))
}
