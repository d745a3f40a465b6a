import type { CoderId, IsoDateTime, SegmentId, SourceId } from './ids.ts'
import type { TextSpan } from './text-span.ts'

/**
 * A passage said twice: by position, and by its words with what stands around them. The position
 * is what counts; the words prove it. Where `slice(start, end)` is not the quote, the program
 * reports it and never guesses.
 */
export interface Anchor {
  readonly span: TextSpan
  /** The slice of the source text, exactly: line breaks, letter-spacing and all. */
  readonly quote: string
  /** Up to 32 UTF-16 units before and after, for a human to find the place in another copy of the text. */
  readonly prefix: string
  readonly suffix: string
  /** What this part is called among the parts of its passage (thesis, antithesis); absent where it has no name. */
  readonly part?: string
}

/** A marked passage. It may carry several codings, by several coders. */
export interface Segment {
  readonly id: SegmentId
  readonly sourceId: SourceId
  /** The parts of the passage, most often one: in source order, not overlapping, though they may touch; never empty. */
  readonly anchors: readonly Anchor[]
  readonly createdAt: IsoDateTime
  readonly createdBy: CoderId
}

/** The whole stretch a segment covers, from its first character to its last. */
export function extentOf(segment: Segment): TextSpan {
  const first = segment.anchors[0]
  const last = segment.anchors.at(-1)
  if (first === undefined || last === undefined) throw new Error(`segment ${segment.id} has no anchor`)
  return first === last ? first.span : { start: first.span.start, end: last.span.end }
}
