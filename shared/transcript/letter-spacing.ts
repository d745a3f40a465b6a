import { isCjk } from './characters.ts'

/** A stretch of source text, UTF-16 units, half-open. */
export type Stretch = readonly [start: number, end: number]

/** A stretch of one line, and whether that line is letter-spaced. */
export type LineStretch = readonly [start: number, end: number, isLetterSpaced: boolean]

/** So many spaces in a row, each one character from the next, are letter-spacing and no accident. */
const SHORTEST_RUN = 3

/**
 * The stretches of [start, end) that stay when letter-spaced East Asian text is closed up. Only
 * single spaces between two East Asian characters go, and only in runs in which characters stand
 * one by one (or with a punctuation mark), so that `2020 年` and spaces between names stay.
 */
export function closeUp(text: string, start: number, end: number): readonly Stretch[] {
  const spaces = spacesBetweenCjk(text, start, end)
  if (spaces.length < SHORTEST_RUN) return [[start, end]]

  const kept: Stretch[] = []
  let from = start
  for (let first = 0; first < spaces.length; ) {
    let last = first
    while (last + 1 < spaces.length && (spaces[last + 1] ?? 0) - (spaces[last] ?? 0) <= 3) last++
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

function spacesBetweenCjk(text: string, start: number, end: number): readonly number[] {
  const found: number[] = []
  // Not indexOf: where spaces are rare it would run on to the end of the text, once a line.
  for (let at = start + 1; at < end - 1; at++) {
    if (text.charCodeAt(at) !== 0x20) continue
    if (isCjk(text.charCodeAt(at - 1)) && isCjk(text.charCodeAt(at + 1))) found.push(at)
  }
  return found
}
