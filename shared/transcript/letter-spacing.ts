import { isCjk } from './characters.ts'

/** A stretch of source text, UTF-16 units, half-open. */
export type Stretch = readonly [start: number, end: number]

/** So many spaces in a row, each one character from the next, are letter-spacing and no accident. */
const SHORTEST_RUN = 3
/** UTF-16 units around a part of a line that tell whether it is letter-spaced. */
const SEEN_AROUND = 40

/**
 * The stretches of [start, end) that stay when letter-spaced East Asian text is closed up. Only
 * single spaces between two East Asian characters go, and only in runs in which characters stand
 * one by one (or with punctuation marks), so that `2020 年` and spaces between names stay.
 */
export function closeUp(text: string, start: number, end: number): readonly Stretch[] {
  const spaces = spacesBetweenCjk(text, start, end)
  if (spaces.length < SHORTEST_RUN) return [[start, end]]

  const kept: Stretch[] = []
  let from = start
  for (let first = 0; first < spaces.length; ) {
    let last = first
    while (last + 1 < spaces.length && standsAlone(text, spaces[last] ?? 0, spaces[last + 1] ?? 0)) last++
    if (last - first + 1 >= SHORTEST_RUN) {
      for (const space of spaces.slice(first, last + 1)) {
        kept.push([from, space])
        from = space + 1
      }
    }
    first = last + 1
  }
  kept.push([from, end])
  return kept
}

/**
 * The stretches of [from, to) that stay when the line [start, end) that holds it is closed up: a few
 * characters alone may be too short to tell their letter-spacing.
 */
export function closeUpPart(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  from: number,
  to: number,
): readonly Stretch[] {
  const around = closeUp(text, Math.max(start, from - SEEN_AROUND), Math.min(end, to + SEEN_AROUND))
  return around.flatMap(([first, last]): readonly Stretch[] => {
    const part = [Math.max(first, from), Math.min(last, to)] as const
    return part[0] < part[1] ? [part] : []
  })
}

/** What stands between two spaces is one character, or several that punctuation keeps apart. */
function standsAlone(text: string, space: number, next: number): boolean {
  if (next - space > 6) return false
  for (let at = space + 2; at < next; at++) {
    if (!isPunctuation(text.charCodeAt(at)) && !isPunctuation(text.charCodeAt(at - 1))) return false
  }
  return true
}

function isPunctuation(code: number): boolean {
  return (
    (code >= 0x21 && code <= 0x2f) ||
    (code >= 0x3a && code <= 0x40) ||
    code === 0xb7 ||
    (code >= 0x2010 && code <= 0x2027) ||
    (code >= 0x3001 && code <= 0x3020) ||
    (code >= 0xff01 && code <= 0xff0f) ||
    (code >= 0xff1a && code <= 0xff20)
  )
}

function spacesBetweenCjk(text: string, start: number, end: number): readonly number[] {
  const found: number[] = []
  // Not indexOf: where spaces are rare it would run on to the end of the text, once a line.
  for (let at = start + 1; at < end - 1; at++) {
    if (text.charCodeAt(at) !== 0x20) continue
    if (isCjk(text.charCodeAt(at - 1)) && isCjk(text.charCodeAt(at + 1))) found.push(at)
  }
  return found
}
