import type { Lines } from './lines.ts'

/** A tier of what is said, as the CHAT format of CHILDES and TalkBank has it (manual, chapter 4). */
const SAID = /^\*[A-Z][A-Z\d]{1,6}:\s/u
/** Tiers that say something about one: `%mor:`, `%com:`. */
const DEPENDENT = /^%[a-z]\w{1,6}:(?:\s|$)/u
/** Headers: `@Begin`, `@Participants:`. */
const HEADER = /^@[A-Z][A-Za-z\d ]{1,30}(?::|$)/u
/** In so many lines from the first stands a header or a tier of what is said. */
const FIRST_LINES = 60
const FEWEST = 2
const STAR = 0x2a
const PERCENT = 0x25
const AT = 0x40

/** Lines of a transcript in the CHAT format that nobody says: headers and dependent tiers, with the lines that go on with them. */
export function unspokenTiers(text: string, lines: Lines): readonly number[] {
  if (!isChat(text, lines)) return []
  const found: number[] = []
  let isUnspoken = false
  for (let index = 0; index < lines.length; index++) {
    const first = lines.first(index)
    // What goes on with a tier is set in.
    if (lines.indent(index) === 0 || first === STAR || first === PERCENT || first === AT)
      isUnspoken = isAny(text, lines, index, first === PERCENT ? DEPENDENT : first === AT ? HEADER : null)
    if (isUnspoken) found.push(index)
  }
  return found
}

function isChat(text: string, lines: Lines): boolean {
  let said = 0
  let others = 0
  for (let index = 0; index < Math.min(lines.length, FIRST_LINES); index++) {
    const first = lines.first(index)
    if (first === STAR && isAny(text, lines, index, SAID)) said++
    else if (first === PERCENT && isAny(text, lines, index, DEPENDENT)) others++
    else if (first === AT && isAny(text, lines, index, HEADER)) others++
  }
  return said >= FEWEST && others >= FEWEST
}

function isAny(text: string, lines: Lines, index: number, pattern: RegExp | null): boolean {
  if (pattern === null) return false
  const start = lines.start(index)
  return pattern.test(text.slice(start, Math.min(lines.end(index), start + 40)))
}
