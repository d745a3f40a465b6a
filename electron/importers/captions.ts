import type { Cue } from './captions/cue.ts'
import { type CueGrammar, parseCues, SUBRIP, WEBVTT } from './captions/cue-blocks.ts'
import { namesOfCues, withNamedSpeakers } from './captions/cue-names.ts'
import { withoutRolledUp } from './captions/cue-roll-up.ts'
import { cleanCue } from './captions/cue-text.ts'
import { readCommaTimes } from './captions/cue-times.ts'
import { writeCues } from './captions/cue-writer.ts'
import { TimedTextReader } from './captions/timed-text.ts'
import { type Decoded, decode, decodeWith } from './encodings/decode.ts'
import { type ExtractedText, type Extraction, type ExtractionOptions, failed, type Importer } from './extraction.ts'
import { lineEndsOf } from './plain-text.ts'
import { SourceTextBuilder } from './source-text-builder.ts'
import { readXml } from './xml/reader.ts'

const SBV: CueGrammar = {
  isTimes: (line) => readCommaTimes(line) !== null,
  readTimes: readCommaTimes,
  isWebVtt: false,
}

/**
 * Reads WebVTT captions (W3C WebVTT, sections 4 and 6), also without their signature. Speech that
 * the standard would drop for its cue's garbled times stays, without times.
 */
export const readWebVtt: Importer = (bytes, options) => {
  return readCaptions(bytes, options, WEBVTT)
}

/** Reads SubRip captions as programs and people write them; the format has no standard. */
export const readSubRip: Importer = (bytes, options) => {
  return readCaptions(bytes, options, SUBRIP)
}

/** Reads SubViewer captions as YouTube writes them. */
export const readSbv: Importer = (bytes, options) => {
  return readCaptions(bytes, options, SBV)
}

function readCaptions(bytes: Uint8Array, { encoding }: ExtractionOptions, grammar: CueGrammar): Extraction {
  const decoded = decodeCaptions(bytes, encoding)
  // NUL becomes U+FFFD: W3C WebVTT, section 6.1.
  const text = decoded.text.replace(/^\ufeff/u, '').replaceAll('\0', '\ufffd')
  const lines = text.includes('\r') ? text.split(/\r\n?|\n/u) : text.split('\n')
  const start = grammar.isWebVtt ? endOfHeader(lines, grammar) : 0
  const cues = inTimeOrder(parseCues(lines.slice(start), grammar))
  const { certainty, undecodable } = decoded
  const facts = { encoding: decoded.encoding, certainty, lineEnds: lineEndsOf(decoded.text), undecodable }
  return extractionOf(
    cues.map((cue) => cleanCue(cue, grammar.isWebVtt)),
    facts,
  )
}

/** Tells Timed Text by its root element, which has this name in all versions. */
export function isTimedText(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096)).toString('latin1')
  const plain = head.replace(/\0|^\xef\xbb\xbf|^\xff\xfe|^\xfe\xff/gu, '')
  return /^\s*</u.test(plain) && /<(?:[\w.-]+:)?tt\s[^>]*(?:\/ns\/ttml|\/ttaf1)/u.test(plain)
}

/** Reads captions in Timed Text (W3C TTML, and DFXP, as it was called), as broadcasters and platforms write them. */
export function readTimedText(bytes: Uint8Array): Extraction {
  const reader = new TimedTextReader()
  // Names of elements are the same in all versions, their namespaces differ.
  const read = readXml(bytes, () => '', reader)
  if (read.kind === 'failed') return read
  const { encoding, undecodable } = read
  return extractionOf(inTimeOrder(reader.cues), { encoding, certainty: 'certain', lineEnds: 'none', undecodable })
}

function extractionOf(
  cues: readonly Cue[],
  facts: Pick<ExtractedText, 'encoding' | 'certainty' | 'lineEnds' | 'undecodable'>,
): Extraction {
  const builder = new SourceTextBuilder()
  const once = withoutRolledUp(cues)
  const names = namesOfCues(once)
  writeCues(builder, withNamedSpeakers(once, names), names)
  if (builder.length === 0) return failed('empty', 'no caption holds any text')
  const hasTimes = cues.some(({ from }) => from !== null)
  return { kind: 'text', ...builder.build(hasTimes ? 'paragraphs' : 'unknown'), ...facts }
}

/** Captions that begin in ASCII are no UTF-16, whatever their NUL characters look like. */
function decodeCaptions(bytes: Uint8Array, encoding: string | null): Decoded {
  if (encoding !== null) {
    const decoded = decodeWith(bytes, encoding)
    if (decoded === null) throw new RangeError(`no encoding is called ${encoding}`)
    return decoded
  }
  const isAscii = String.fromCharCode(...bytes.subarray(0, 6)) === 'WEBVTT'
  return (isAscii && bytes.includes(0) ? decodeWith(bytes, 'utf-8') : null) ?? decode(bytes)
}

/** The signature and what stands right under it is no caption: W3C WebVTT, section 6.1, steps 5 to 12. */
function endOfHeader(lines: readonly string[], { isTimes }: CueGrammar): number {
  if (!/^WEBVTT(?:\s|$)/u.test(lines[0] ?? '')) return 0
  let at = 1
  // The standard ends the header at an empty line; one of blanks is meant for one.
  while (at < lines.length && /\S/u.test(lines[at] ?? '') && !isTimes(lines[at] ?? '')) at++
  return at
}

/** By beginning; cues without times stay behind the one that they stand behind. */
function inTimeOrder<T extends Pick<Cue, 'from'>>(cues: readonly T[]): readonly T[] {
  if (areInOrder(cues)) return cues
  let last = 0
  return cues
    .map((cue, index) => {
      last = cue.from ?? last
      return { cue, index, from: last }
    })
    .sort((a, b) => a.from - b.from || a.index - b.index)
    .map(({ cue }) => cue)
}

function areInOrder(cues: readonly Pick<Cue, 'from'>[]): boolean {
  let last = 0
  for (const { from } of cues) {
    if (from === null) continue
    if (from < last) return false
    last = from
  }
  return true
}
