import type { LabelForm } from './label-candidate.ts'
import { DAY } from './speaker-name.ts'

export const COLONS = ':：﹕︰'
const OPENERS = '([（［【'
const CLOSERS = ')]）］】'
const PUNCTUATION = `${COLONS}${OPENERS}${CLOSERS}。！？!?；;，…`
const EMPHASIS = /^(?:\*\*|__|\*|_(?=\p{L}))/u

/** What stands before a name in exports of chats, recorders and captions: a time, a day and a time, chevrons. */
const CLOCK = String.raw`\d{1,2}:[0-5]\d(?::[0-5]\d)?(?:[.,]\d{1,6})?`
const LEAD = new RegExp(
  String.raw`^(?:[-•]\s+(?=\*\*|__))?(?:>>(?!>)\s*)?[[(（]?${DAY}?${CLOCK}(?:Z\b)?(?:\s?[AaPp]\.?[Mm]\b\.?)?(?:\s*(?:[-–—]|-->)\s*${CLOCK})?[\])）]?\s*[-–—|]?\s*|^[-•]\s+(?=\*\*|__)|^>>(?!>)\s*`,
  'u',
)

/** `Name: speech`, also with a time before or in the name, and in bold. */
export function matchColonLabel(head: string): { readonly form: LabelForm; readonly length: number } | null {
  const first = head.charCodeAt(0)
  // Letters begin neither a time nor emphasis.
  const isPlain = isCjkLetter(first) || isLatinLetter(first)
  const from = isPlain ? 0 : (LEAD.exec(head)?.[0].length ?? 0)
  const emphasis = isPlain ? '' : (EMPHASIS.exec(head.slice(from))?.[0] ?? '')
  const colon = findColon(head, from + emphasis.length)
  if (colon === -1) return null
  let length = colon + 1
  if (emphasis !== '') {
    if (head.startsWith(emphasis, length)) length += emphasis.length
    else if (!head.slice(from + emphasis.length, colon).includes(emphasis)) return null
  }
  return { form: emphasis === '' ? 'colon' : 'bold', length }
}

export function isLatinLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a)
}

/** Kana, Han, Hangul: what is punctuation stands before and behind them. */
export function isCjkLetter(code: number): boolean {
  return code >= 0x3041 && code <= 0xd7a3
}

/** What a character may be in the search for a label's colon. */
const OTHER = 0
const COLON = 1
const OPENER = 2
const CLOSER = 3
const STOP = 4
const KINDS = new Uint8Array(0x10000)
for (const [kind, signs] of [
  [STOP, PUNCTUATION],
  [COLON, COLONS],
  [OPENER, OPENERS],
  [CLOSER, CLOSERS],
] as const)
  for (let at = 0; at < signs.length; at++) KINDS[signs.charCodeAt(at)] = kind

/** The first colon outside of brackets that is not part of a time, a ratio or an address. */
function findColon(head: string, from: number): number {
  let depth = 0
  for (let at = from; at < head.length; at++) {
    const kind = KINDS[head.charCodeAt(at)] ?? OTHER
    if (kind === OTHER) continue
    if (kind === OPENER) depth++
    else if (kind === CLOSER) depth--
    else if (depth !== 0) continue
    else if (kind !== COLON) return -1
    else if (!isDigit(head.charCodeAt(at - 1)) || !isDigit(head.charCodeAt(at + 1))) {
      const next = head.charCodeAt(at + 1)
      // An address, `name::space`, `a := b`; in small letters and without a blank behind, no name either.
      if (next === 0x2f || next === 0x5c || next === 0x3a || next === 0x3d) return -1
      return isWordOrStar(next) && /[\p{Ll}_]/u.test(head.charAt(from)) ? -1 : at
    }
  }
  return -1
}

/** A colon of any kind. */
export function isColon(code: number): boolean {
  return KINDS[code] === COLON
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39
}

/** As `[\w*]`. */
function isWordOrStar(code: number): boolean {
  return isLatinLetter(code) || isDigit(code) || code === 0x5f || code === 0x2a
}
