import { isCjkLetter, isColon } from './colon-label.ts'
import type { KnownLabels } from './known-labels.ts'
import { candidateOf, type LabelCandidate, skipBlanks } from './label-candidate.ts'
import { LETTER_SPACED, type Lines } from './lines.ts'
import type { LabelParts } from './speaker-name.ts'

/** No plain label is longer, in UTF-16 units. */
const LONGEST = 40
/** Hashes are so large that they are small integers everywhere. */
const HASH = 0x3fffffff

/** A label that was taken apart before. */
interface Known {
  readonly printed: string
  readonly parts: LabelParts | null
}

/**
 * Finds labels of the plainest kind, nothing but East Asian letters and a colon at a line's start, as most are in
 * those scripts. What `matchLabel` finds in such a line is the same; but here nothing is taken out of the text to
 * look at it, and a label that came before is known without a string made of it.
 */
export class PlainLabels {
  readonly #text: string
  readonly #lines: Lines
  readonly #labels: KnownLabels
  readonly #known = new Map<number, Known>()

  /** `labels`: what is known of them already. */
  constructor(text: string, lines: Lines, labels: KnownLabels) {
    this.#text = text
    this.#lines = lines
    this.#labels = labels
  }

  /** The label that a line begins with; `null` if its words are nobody; `undefined` if the line is not so plain. */
  at(index: number, isAtParagraphStart: boolean): LabelCandidate | null | undefined {
    const text = this.#text
    const lines = this.#lines
    const start = lines.start(index)
    const first = lines.first(index)
    if (!isPlain(first) || lines.has(index, LETTER_SPACED)) return undefined
    const lineEnd = lines.end(index)
    const stop = Math.min(lineEnd, start + LONGEST)
    let hash = first
    let colon = start + 1
    let code = 0
    for (; colon < stop; colon++) {
      code = text.charCodeAt(colon)
      if (!isPlain(code)) break
      hash = (Math.imul(hash, 31) + code) & HASH
    }
    if (colon >= stop || !isColon(code)) return undefined
    const end = colon + 1
    const speech = skipBlanks(text, end, lineEnd)
    if (end < lineEnd && !isBehindPlainLabel(text.charCodeAt(end), text.charCodeAt(speech))) return undefined
    const { printed, parts } = this.#knownAt(start, end, (Math.imul(hash, 31) + code) & HASH)
    if (parts === null) return null
    return candidateOf({ form: 'colon', start, end, speech }, parts, printed, index, index, isAtParagraphStart)
  }

  #knownAt(start: number, end: number, hash: number): Known {
    const before = this.#known.get(hash)
    if (before !== undefined && before.printed.length === end - start && this.#text.startsWith(before.printed, start))
      return before
    const printed = this.#text.slice(start, end)
    const known = { printed, parts: this.#labels.partsOf('colon', printed) }
    this.#known.set(hash, known)
    return known
  }
}

/** A letter, or one of the quotes `《》` that names of newspapers stand in. */
function isPlain(code: number): boolean {
  return isCjkLetter(code) || code === 0x300a || code === 0x300b
}

/** Addresses, `a := b`, and times of the recording are looked at more closely. */
function isBehindPlainLabel(next: number, speech: number): boolean {
  return !(next === 0x2f || next === 0x5c || next === 0x3a || next === 0x3d || speech === 0x5b || speech === 0x23)
}
