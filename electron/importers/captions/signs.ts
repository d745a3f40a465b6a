import { readCommaTimes } from './cue-times.ts'

/** Tells by the signature that a file is WebVTT: W3C WebVTT, section 4.1. `head`: its decoded beginning. */
export function isWebVtt(head: string): boolean {
  return /^\ufeff?WEBVTT(?:[ \t\r\n]|$)/u.test(head)
}

const TIME = String.raw`\d{1,3}:\d{1,2}(?::\d{1,2})?(?:[.,]\d{1,3})?`
/** A number that may be missing, and times alone on their line but for coordinates or settings. */
const FIRST_CUE = new RegExp(
  String.raw`^\ufeff?\s{0,64}(?:\d{1,9}[ \t]*(?:\r\n?|\n)\s{0,64})?${TIME}[ \t]*-->[ \t]*${TIME}` +
    String.raw`[ \t]*(?:(?:[XY][12]:\d+|[a-z]+:\S+)[ \t]*)*(?:[\r\n]|$)`,
  'u',
)

/**
 * Tells SubRip by its first cue; a transcript that holds times has speech beside them. WebVTT
 * without its signature looks the same and reads the same. `head`: the file's decoded beginning.
 */
export function isSubRip(head: string): boolean {
  return FIRST_CUE.test(head)
}

/** Tells YouTube's SubViewer captions by their first line. `head`: the file's decoded beginning. */
export function isSbv(head: string): boolean {
  const first = /^\ufeff?\s{0,64}([^\r\n]{1,64})(?:[\r\n]|$)/u.exec(head)?.[1] ?? ''
  return readCommaTimes(first) !== null
}
