import type { RawCue } from './cue.ts'
import { type CueTimes, isMeantAsTimes, readArrowTimes } from './cue-times.ts'

/** How a caption file parts its cues. */
export interface CueGrammar {
  readonly isTimes: (line: string) => boolean
  readonly readTimes: (line: string) => CueTimes | null
  /** Cues have an identifier before their times, and other blocks (`NOTE`, `STYLE`, `REGION`) stand between them. */
  readonly isWebVtt: boolean
}

export const WEBVTT: CueGrammar = { isTimes: isMeantAsTimes, readTimes: readArrowTimes, isWebVtt: true }
export const SUBRIP: CueGrammar = { isTimes: isMeantAsTimes, readTimes: readArrowTimes, isWebVtt: false }

/**
 * Cuts lines into cues. Each cue is held by its line of times, and everything up to the next one
 * belongs to it unless it is known to be something else, so that no speech is lost over an empty
 * line within a cue, a missing number or garbled times. Where WebVTT (W3C, section 6.1) drops a
 * block for its times, its payload stays here without times.
 */
export function parseCues(lines: readonly string[], grammar: CueGrammar): readonly RawCue[] {
  const cues: RawCue[] = []
  let head: CueHead = { from: null, to: null, speaker: null, number: null }
  let begin = 0
  let hasTimes = false
  for (let at = 0; at <= lines.length; at++) {
    const line = lines[at]
    if (line !== undefined && !grammar.isTimes(line)) continue
    const before = lines.slice(begin, at)
    const next = line === undefined ? null : takeIdentifier(before, head.number, hasTimes, grammar)
    const payload = grammar.isWebVtt ? withoutOtherBlocks(before, hasTimes) : before.filter(isFilled)
    if (payload.length > 0) cues.push({ from: head.from, to: head.to, speaker: head.speaker, payload })
    if (line === undefined) break
    const times = grammar.readTimes(line)
    const id = next ?? ''
    head = {
      from: times?.from ?? null,
      to: times?.to ?? null,
      speaker: grammar.isWebVtt ? speakerOf(id) : null,
      number: /^\s*\d{1,9}\s*$/u.test(id) ? Number(id) : null,
    }
    begin = at + 1
    hasTimes = true
  }
  return cues
}

interface CueHead {
  readonly from: number | null
  readonly to: number | null
  readonly speaker: string | null
  readonly number: number | null
}

function isFilled(line: string): boolean {
  return /\S/u.test(line)
}

/**
 * Takes the next cue's number or identifier off the end of the lines before its times. A number is
 * one where an empty line parts it from the payload, or where it goes on counting.
 */
function takeIdentifier(
  before: string[],
  lastNumber: number | null,
  hasTimes: boolean,
  { isWebVtt }: CueGrammar,
): string | null {
  let last = before.length - 1
  // Files whose every line is followed by an empty one keep their numbers apart from the times.
  while (last >= 0 && !isFilled(before[last] ?? '')) last--
  const line = before[last]
  if (line === undefined) return null
  const isAlone = last === 0 ? !hasTimes : !isFilled(before[last - 1] ?? '')
  const isNumber = /^\s*\d{1,9}\s*$/u.test(line)
  const goesOn = isNumber && lastNumber !== null && Number(line) === lastNumber + 1
  const isIdentifier = isWebVtt && isAlone && last === before.length - 1 && !isOtherBlock(line)
  if (!goesOn && !(isNumber && isAlone) && !isIdentifier) return null
  before.length = last
  return line
}

/** Meeting programs name the speaker in the identifier: `12 "Jane Doe" (4711)`. */
function speakerOf(identifier: string): string | null {
  const name = /^\s*\d+\s+"([^"]{1,80})"/u.exec(identifier)?.[1]?.trim() ?? ''
  return name === '' ? null : name
}

function isOtherBlock(line: string): boolean {
  // Streams come in pieces, each with a signature; joined, they hold it in mid-file.
  return /^(?:NOTE|WEBVTT)(?:\s|$)/u.test(line) || isStyleOrRegion(line)
}

function isStyleOrRegion(line: string): boolean {
  return /^(?:STYLE|REGION)\s*$/u.test(line)
}

/** Drops comments, style sheets and regions (WebVTT, section 4.1), with what empty lines cut off the latter two. */
function withoutOtherBlocks(lines: readonly string[], hasTimes: boolean): readonly string[] {
  const payload: string[] = []
  let isBlockStart = !hasTimes
  let isDropped = false
  let isSheet = false
  for (const line of lines) {
    if (!isFilled(line)) {
      isBlockStart = true
      isDropped = isSheet
      continue
    }
    if (isBlockStart && isOtherBlock(line)) {
      isDropped = true
      isSheet = isStyleOrRegion(line)
    }
    isBlockStart = false
    if (!isDropped) payload.push(line)
  }
  return payload
}
