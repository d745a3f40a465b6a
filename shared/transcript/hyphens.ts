import type { Lines } from './lines.ts'

const SOFT_HYPHEN = 0xad
/** UTF-16 units on either side of a hyphen that are looked at: no word is longer. */
const LONGEST_WORD = 40
/** So much of a text tells how it writes its words. */
const ENOUGH = 2_000_000
const WORD_BEFORE = /[\p{L}\p{M}]+$/u
const WORD_BEHIND = /^[\p{L}\p{M}]+/u
/** `Bundes-` before these stands for a whole word, and keeps hyphen and blank. */
const CONJUNCTIONS = new Set([
  'und',
  'oder',
  'bzw',
  'sowie',
  'and',
  'or',
  'to',
  'en',
  'of',
  'och',
  'og',
  'eller',
  'et',
  'ou',
  'e',
  'o',
  'y',
])

/**
 * Tells hyphens that only part a word at a line's end from those that belong to it, by how the text
 * itself writes that word elsewhere.
 */
export class Hyphens {
  readonly #text: string
  readonly #lines: Lines
  #hyphenated: ReadonlySet<string> | null = null

  constructor(text: string, lines: Lines) {
    this.#text = text
    this.#lines = lines
  }

  /** Whether the hyphen that ends at `end` is dropped where the line that begins at `next` goes on. UTF-16 units. */
  isDropped(end: number, next: number): boolean {
    const code = this.#text.charCodeAt(end - 1)
    if (code === SOFT_HYPHEN) return true
    if (code !== 0x2d && code !== 0x2010) return false
    const before = WORD_BEFORE.exec(this.#text.slice(Math.max(0, end - 1 - LONGEST_WORD), end - 1))?.[0]
    const behind = WORD_BEHIND.exec(this.#text.slice(next, next + LONGEST_WORD))?.[0]
    // `A-`, `1990-` and what goes on with a capital are no words that a line parted.
    if (before === undefined || before.length < 2 || behind === undefined) return false
    if (!/^\p{Ll}/u.test(behind) || !/\p{Ll}$/u.test(before) || CONJUNCTIONS.has(behind)) return false
    return !this.#known().has(`${before}-${behind}`.toLowerCase())
  }

  /** Words with hyphens that stand within lines. */
  #known(): ReadonlySet<string> {
    if (this.#hyphenated !== null) return this.#hyphenated
    const known = new Set<string>()
    const text = this.#text
    const last = Math.min(text.length, ENOUGH, this.#lines.end(this.#lines.length - 1))
    for (let at = text.indexOf('-'); at !== -1 && at < last; at = text.indexOf('-', at + 1)) {
      const before = WORD_BEFORE.exec(text.slice(Math.max(0, at - LONGEST_WORD), at))?.[0]
      const behind = WORD_BEHIND.exec(text.slice(at + 1, at + 1 + LONGEST_WORD))?.[0]
      if (before !== undefined && behind !== undefined) known.add(`${before}-${behind}`.toLowerCase())
    }
    this.#hyphenated = known
    return known
  }
}
