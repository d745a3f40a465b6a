import { spanOf, type TextSpan } from '#shared/model/text-span.ts'
import { isBlank } from './characters.ts'
import { COLONS } from './colon-label.ts'

/** `[00:12:05]`, `[12:05.3]`, and `#00:12:05-3#` of f4. */
const MARK = /\[\d{1,2}:[0-5]\d(?::[0-5]\d)?(?:[.,]\d{1,3})?\]|#\d{1,2}:[0-5]\d:[0-5]\d(?:[-.,]\d{1,3})?#/uy
const LONGEST = 20
const LONGEST_NAME = 60
/** Fewer may be anything. */
const FEWEST = 2
/** A short name as recorders print it before a time, as the source of a pattern. */
export const PLAIN_NAME = String.raw`(?:\p{Lu}[\p{L}\p{M}.'’-]*(?: [\p{Lu}\d][\p{L}\p{M}\d.'’-]*){0,3}|\p{Lo}{2,8}\d{0,2})`
const NAME_BEFORE = new RegExp(`^${PLAIN_NAME}$`, 'u')
/** Whatever may be one, where names stand before times. */
const ANY_NAME_BEFORE = /^[^\t:：。！？!?；;，,[\]]+$/u
/** Share of the marks that a name stands before where names are labels. */
const MOSTLY_NAMED = 0.5
const FEWEST_NAMED = 3
const LF = 0x0a

/**
 * The times of the recording that are printed inside of lines, in source order. One at a line's
 * start belongs to a label or a caption, one right behind a colon to the label before it, and so does one behind a
 * name that begins the line, where most of them stand like that.
 */
export function timeMarksOf(text: string): readonly TextSpan[] {
  const found = [...marksFrom(text, '['), ...marksFrom(text, '#')].sort((a, b) => a.start - b.start)
  if (found.length < FEWEST) return []
  const named = found.filter(({ start }) => isBehind(text, start, NAME_BEFORE)).length
  if (named < FEWEST_NAMED || named < found.length * MOSTLY_NAMED) return found
  return found.filter(({ start }) => !isBehind(text, start, ANY_NAME_BEFORE))
}

/** What stands before it on its line is a name, and nothing else. */
function isBehind(text: string, at: number, name: RegExp): boolean {
  // No further than a name may be long: a line may hold a great many marks.
  const before = text.slice(Math.max(0, at - LONGEST_NAME - 1), at)
  const line = before.slice(before.lastIndexOf('\n') + 1)
  return line.length <= LONGEST_NAME && name.test(line.trim())
}

function marksFrom(text: string, sign: '[' | '#'): readonly TextSpan[] {
  const found: TextSpan[] = []
  for (let at = text.indexOf(sign); at !== -1; at = text.indexOf(sign, at + 1)) {
    const code = text.charCodeAt(at + 1)
    if (code < 0x30 || code > 0x39 || !isInsideLine(text, at)) continue
    MARK.lastIndex = at
    const length = MARK.exec(text)?.[0].length ?? 0
    if (length > 0) found.push(spanOf(at, at + length))
  }
  return found
}

function isInsideLine(text: string, at: number): boolean {
  let before = at - 1
  while (before >= 0 && before > at - LONGEST && isPassedOver(text.charCodeAt(before))) before--
  return before >= 0 && text.charCodeAt(before) !== LF && !COLONS.includes(text.charAt(before))
}

/** Blanks and the marks of emphasis behind a label's colon. */
function isPassedOver(code: number): boolean {
  return code !== LF && (isBlank(code) || code === 0x2a || code === 0x5f)
}

/** Length of a time in brackets right at `from`, 0 where there is none. */
export function timeMarkLength(text: string, from: number): number {
  if (text.charAt(from) !== '[' && text.charAt(from) !== '#') return 0
  MARK.lastIndex = from
  return MARK.exec(text)?.[0].length ?? 0
}
