/** What the guess at an encoding looks at. */
export interface EncodingSample {
  /**
   * The words that hold bytes beyond ASCII, each with the byte before and behind it: all candidates read the
   * rest alike.
   */
  readonly telling: Uint8Array
  /** How often each byte stands elsewhere; tells of the language. */
  readonly elsewhere: Uint32Array
}

/** A sample is taken from so many places. */
const PLACES = 4
/** So far from a place its first word is looked for. */
const FARTHEST_START = 4096

/**
 * Takes a sample of at most `most` bytes from the beginning of a file and from places further on, there from
 * where bytes beyond ASCII are.
 */
export function takeSample(bytes: Uint8Array, most: number): EncodingSample {
  const telling = new Uint8Array(most)
  const elsewhere = new Uint32Array(256)
  let filled = 0
  const places = bytes.length <= most ? 1 : PLACES
  for (let place = 0; place < places; place++) {
    const end = Math.floor((bytes.length * (place + 1)) / places)
    const until = Math.floor((most * (place + 1)) / places)
    let at = startOf(bytes, Math.floor((bytes.length * place) / places), end)
    let wordStart = at
    // How far the sample holds the file, and the file was counted.
    let taken = at
    while (at < end && filled < until) {
      const byte = bytes[at] ?? 0
      if (byte < 0x30) {
        at++
        wordStart = at
        continue
      }
      if (byte < 0x80) {
        at++
        continue
      }
      // A word that has a byte beyond ASCII: from the blank before it to behind the blank after it.
      let wordEnd = at + 1
      const longest = Math.min(bytes.length, at + until - filled)
      while (wordEnd < longest && (bytes[wordEnd] ?? 0) >= 0x30) wordEnd++
      const from = Math.max(taken, wordStart - 1)
      count(bytes, taken, from, elsewhere)
      taken = Math.min(wordEnd + 1, bytes.length, from + until - filled)
      telling.set(bytes.subarray(from, taken), filled)
      filled += taken - from
      at = Math.max(wordEnd, at + 1)
      wordStart = at
    }
    count(bytes, taken, Math.min(at, end), elsewhere)
  }
  return { telling: telling.subarray(0, filled), elsewhere }
}

/** A part of a sample that is enough where the case is clear. */
export function smallerSample({ telling, elsewhere }: EncodingSample, most: number): EncodingSample {
  return { telling: takeSample(telling, most).telling, elsewhere }
}

/** No character of more than one byte has a byte below 30 behind its first, so a place begins with one of these. */
function startOf(bytes: Uint8Array, place: number, end: number): number {
  if (place === 0) return 0
  const last = Math.min(end, place + FARTHEST_START)
  for (let at = place; at < last; at++) if ((bytes[at] ?? 0) < 0x30) return at
  return end
}

/** Only the nearest bytes: more would not tell more. */
function count(bytes: Uint8Array, from: number, to: number, counts: Uint32Array): void {
  for (let at = Math.max(from, to - 256); at < to; at++) {
    const byte = bytes[at] ?? 0
    counts[byte] = (counts[byte] ?? 0) + 1
  }
}
