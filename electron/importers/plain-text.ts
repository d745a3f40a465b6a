import type { LineEnds } from '#shared/model/source.ts'
import { NO_STRUCTURE } from '#shared/model/source-structure.ts'
import { type Decoded, decode, decodeWith } from './encodings/decode.ts'
import { type Extraction, type ExtractionOptions, failed } from './extraction.ts'

/**
 * Makes source text of the bytes of a plain text or Markdown file: decoded, line ends as LF, and
 * otherwise untouched. Throws a RangeError where an encoding is asked for that does not exist.
 */
export function readPlainText(bytes: Uint8Array, { encoding }: ExtractionOptions): Extraction {
  const decoded = encoding === null ? decode(bytes) : decodeWith(bytes, encoding)
  if (decoded === null) throw new RangeError(`no encoding is called ${encoding}`)
  if (!/\S/u.test(decoded.text)) return failed('empty')
  const detail = whyNoText(decoded)
  if (detail !== null) return failed('not-text', detail)
  const lineEnds = lineEndsOf(decoded.text)
  return {
    kind: 'text',
    text: lineEnds === 'lf' || lineEnds === 'none' ? decoded.text : decoded.text.replace(/\r\n?/gu, '\n'),
    encoding: decoded.encoding,
    certainty: decoded.certainty,
    lineEnds,
    undecodable: decoded.undecodable,
    structure: NO_STRUCTURE,
  }
}

/** How the lines of a text end; `mixed` for more than one way, `none` for a text without line breaks. */
export function lineEndsOf(text: string): LineEnds {
  if (!text.includes('\r')) return text.includes('\n') ? 'lf' : 'none'
  const kinds = new Set<LineEnds>()
  for (let at = text.search(/[\r\n]/u); at !== -1 && at < text.length && kinds.size < 2; at++) {
    if (text.charAt(at) === '\n') kinds.add('lf')
    else if (text.charAt(at) !== '\r') continue
    else if (text.charAt(at + 1) !== '\n') kinds.add('cr')
    else {
      kinds.add('crlf')
      at++
    }
  }
  if (kinds.size > 1) return 'mixed'
  return [...kinds][0] ?? 'none'
}

/** All but tab, line feed, vertical tab, form feed, carriage return, end of file of DOS, escape. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\0-\x08\x0e-\x19\x1c-\x1f]/

/** A share of characters beyond which bytes are no text in any encoding. */
const TOO_MANY = 0.02
/** Characters cut in two at both ends of a piece of UTF-8 leave so many broken bytes. */
const FEW = 4

function whyNoText({ text, undecodable }: Decoded): string | null {
  if (CONTROL.test(text)) {
    if (text.includes('\0')) return 'holds NUL characters'
    const controls = text.match(new RegExp(CONTROL, 'g'))?.length ?? 0
    if (controls > text.length * TOO_MANY) return 'holds too many control characters'
  }
  return undecodable > Math.max(FEW, text.length * 0.1) ? 'cannot be decoded in any known encoding' : null
}
