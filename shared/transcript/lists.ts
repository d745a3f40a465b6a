import type { Lines } from './lines.ts'

/** A star, a bullet, a plus; behind dashes and numbers sentences stand as well, so that it takes two. */
const ITEM = /^(?:([*+•‣▪◦]|o(?=\s\s))|[-–o]|\d{1,2}[.)])\s/u

/**
 * Tells whether a list stands on the lines [first, end) and nothing before it: what changed, who did what,
 * below a heading or the name of who did it. Nobody says it.
 */
export function isList(text: string, lines: Lines, first: number, end: number): boolean {
  const item = first < end ? ITEM.exec(beginningOf(text, lines, first)) : null
  if (item === null) return false
  if (item[1] !== undefined) return true
  const next = first + 1
  return next < end && ITEM.test(beginningOf(text, lines, next))
}

function beginningOf(text: string, lines: Lines, index: number): string {
  const start = lines.start(index)
  return text.slice(start, Math.min(lines.end(index) + 1, start + 6))
}
