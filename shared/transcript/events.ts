import type { Label } from './conventions.ts'
import type { LineKinds } from './line-kinds.ts'
import { type Lines, unitsOf } from './lines.ts'
import { speaksOfSelf } from './talk.ts'
import { STAGE_DIRECTION } from './vocabulary.ts'

const BRACKETS: Readonly<Record<string, string>> = { '(': ')', '（': '）', '[': ']', '［': '］', '〔': '〕' }
const FIRSTS = unitsOf(Object.keys(BRACKETS).join(''))
/** A heckle may name many; UTF-16 units, and lines that it is printed on. */
const LONGEST = 600
const MOST_LINES = 8

/**
 * Lines that tell what happened while somebody spoke: `(Laughter)`, `（掌声）`, `(Beifall bei der ABC – Zuruf: Nein!)`. They stand
 * in brackets from a line's beginning to a line's end, in a talk, and nobody says them: words in which somebody asks or
 * speaks of himself are said, unless they are those of a heckle. In square brackets stand all kinds of things, so there
 * the words must say what happened.
 */
export function eventLines(
  text: string,
  lines: Lines,
  labels: readonly Label[],
  furniture: LineKinds,
): readonly number[] {
  const found: number[] = []
  let label = 0
  for (
    let index = lines.nextBeginning(FIRSTS, labels[0]?.lastLine ?? lines.length);
    index < lines.length;
    index = lines.nextBeginning(FIRSTS, index + 1)
  ) {
    while (label + 1 < labels.length && (labels[label + 1]?.line ?? 0) <= index) label++
    const isOfLabel = index <= (labels[label]?.lastLine ?? -1)
    if (isOfLabel || furniture.has(index)) continue
    const end = endOfBracket(text, lines, index, Math.min(labels[label + 1]?.line ?? lines.length, index + MOST_LINES))
    if (end === -1 || !isTold(text.slice(lines.start(index), lines.end(end - 1)))) continue
    for (let line = index; line < end; line++) if (!furniture.has(line)) found.push(line)
    index = end - 1
  }
  return found
}

/** The line behind the one with whose end the bracket closes that the line `first` begins with; -1 if it closes elsewhere. */
function endOfBracket(text: string, lines: Lines, first: number, limit: number): number {
  const start = lines.start(first)
  const opening = text.charAt(start)
  const closing = BRACKETS[opening]
  let depth = 0
  for (let index = first; index < limit; index++) {
    if (index > first && lines.gap(index) > 0) return -1
    const end = lines.end(index)
    if (end - start > LONGEST) return -1
    for (let at = lines.start(index); at < end; at++) {
      const character = text.charAt(at)
      if (character === opening) depth++
      else if (character === closing) depth--
      if (depth === 0) return /^[.。]?$/u.test(text.slice(at + 1, end)) ? index + 1 : -1
    }
  }
  return -1
}

/** `(Ute Kern [ABC]: Das stimmt nicht!)`: who called out, of which party, and what. */
const HECKLE = /^[(（][^:：()（）]{2,60}[[(（][^\])）]{1,30}[\])）][^:：]{0,10}[:：]/u
/** A question, or a sentence with its full stop: said, unless its beginning tells what happened. */
const SENTENCE = /[?？؟]|[.。!！][)）〕]/u
/** UTF-16 units in which the word stands that tells what happened. */
const BEGINNING = 24
const LONGEST_IN_SQUARE = 60

function isTold(words: string): boolean {
  if (/^[[［]/u.test(words)) return words.length <= LONGEST_IN_SQUARE && STAGE_DIRECTION.test(words)
  if (HECKLE.test(words) || STAGE_DIRECTION.test(words.slice(0, BEGINNING))) return true
  return /\p{L}.*\p{L}/su.test(words) && !SENTENCE.test(words) && !speaksOfSelf(words)
}
