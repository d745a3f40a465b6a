import { BLANK, CLASSES, CLOSER, FINAL, SPACELESS, WIDE } from './line-classes.ts'

/** Scripts that write without spaces between words: Han, kana, their punctuation, full-width forms. */
export function isCjk(code: number): boolean {
  return ((CLASSES[code] ?? 0) & SPACELESS) !== 0
}

/** Punctuation that Chinese and English share: it takes its manner from what stands beside it. */
function isSharedPunctuation(code: number): boolean {
  return (code >= 0x2010 && code <= 0x2027) || code === 0xb7 || (code >= 0x21 && code <= 0x2f) || code === 0x3a
}

/** Blanks as `String.prototype.trim` knows them. */
export function isBlank(code: number): boolean {
  return ((CLASSES[code] ?? 0) & BLANK) !== 0
}

/**
 * Tells whether [start, end) ends as sentences, or items of a list, end: with final punctuation,
 * behind which only quotes, brackets and emphasis may close.
 */
export function endsSentence(text: string, start: number, end: number): boolean {
  for (let at = end - 1; at >= start; at--) {
    const bits = CLASSES[text.charCodeAt(at)] ?? 0
    if ((bits & FINAL) !== 0) return true
    if ((bits & (CLOSER | BLANK)) === 0) return false
  }
  return false
}

/** Columns that [start, end) takes in print: two for East Asian characters, one for others. Stops counting at `limit`. */
export function columnsOf(text: string, start: number, end: number, limit: number): number {
  let columns = 0
  for (let at = start; at < end && columns < limit; at++) {
    const code = text.charCodeAt(at)
    columns += 1 + ((CLASSES[code] ?? 0) & WIDE)
  }
  return columns
}

/**
 * Tells whether words must be kept apart when the line [.., end) and the line that begins at
 * `next` become one: in scripts with spaces yes, beside Han and kana no, behind a hyphen no.
 */
export function joinsWithSpace(text: string, end: number, next: number): boolean {
  const last = text.charCodeAt(end - 1)
  const first = text.charCodeAt(next)
  if (isCjk(last) || isCjk(first)) return false
  if (isSharedPunctuation(last) && isCjk(beyondPunctuation(text, end - 1, -1))) return false
  if (isSharedPunctuation(first) && isCjk(beyondPunctuation(text, next, 1))) return false
  if (last === 0x2014 || last === 0x2f) return false
  const isHyphenated = (last === 0x2d || last === 0x2010) && /\p{L}/u.test(text.charAt(end - 2))
  return !(isHyphenated && /\p{Ll}/u.test(text.charAt(next)))
}

function beyondPunctuation(text: string, from: number, step: 1 | -1): number {
  let at = from
  for (let steps = 0; steps < 4 && isSharedPunctuation(text.charCodeAt(at)); steps++) at += step
  return at < 0 || at >= text.length ? 0 : text.charCodeAt(at)
}
