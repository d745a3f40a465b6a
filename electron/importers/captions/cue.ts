/** What one person says within a cue. */
export interface CuePart {
  /** Who speaks by the file's own markup, or `null` where it does not say. */
  readonly voice: string | null
  /** Lines without markup, without blanks around them; none is empty. */
  readonly lines: readonly string[]
}

/** One caption as the file has it, in milliseconds; the times are `null` where they make no sense. */
export interface RawCue {
  readonly from: number | null
  readonly to: number | null
  /** A speaker named beside the payload, in the cue's identifier. */
  readonly speaker: string | null
  /** Payload with its markup, one entry a line. */
  readonly payload: readonly string[]
}

/** One caption without its markup. */
export interface Cue {
  readonly from: number | null
  readonly to: number | null
  readonly speaker: string | null
  readonly parts: readonly CuePart[]
}
