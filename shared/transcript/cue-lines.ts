import type { Line } from './lines.ts'

const CUE =
  /^[[(]?(?:\d{1,2}:)?\d{1,2}:\d{1,2}(?:[.,]\d{1,3})?(?:\s*(?:-->|[-–—]|to)\s*(?:\d{1,2}:)?\d{1,2}:\d{1,2}(?:[.,]\d{1,3})?(?:\s+\w+:\S+)*)?[\])]?$/u
const LONGEST = 80
/** Fewer lines that hold nothing but a time may be anything. */
const FEWEST = 3

/** Lines that hold nothing but the time of what follows, as captions and recorders write it, and numbers of captions above them. */
export function cueLines(text: string, lines: readonly Line[]): readonly number[] {
  const found: number[] = []
  lines.forEach(({ start, end }, index) => {
    if (end - start > LONGEST) return
    const first = text.charCodeAt(start)
    if (!((first >= 0x30 && first <= 0x39) || first === 0x5b || first === 0x28)) return
    if (CUE.test(text.slice(start, end))) found.push(index)
  })
  if (found.length < FEWEST) return []
  return found.flatMap((index) => {
    const before = lines[index - 1]
    const isNumbered =
      before !== undefined && /^\d{1,6}$/u.test(text.slice(before.start, Math.min(before.end, before.start + 8)))
    return isNumbered ? [index - 1, index] : [index]
  })
}
