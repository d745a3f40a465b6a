import type { Anchor } from '#shared/model/segment.ts'
import { spanOf, type TextSpan } from '#shared/model/text-span.ts'

const AROUND = 32

/**
 * Makes the anchor of a span (UTF-16, half-open): its words, and up to 32 units around them. The
 * span is widened where it would cut a character in two. Throws outside of the text or for nothing.
 */
export function anchorOf(text: string, span: TextSpan): Anchor {
  const start = isInsidePair(text, span.start) ? span.start - 1 : span.start
  const end = isInsidePair(text, span.end) ? span.end + 1 : span.end
  if (start < 0 || end > text.length || end <= start) {
    throw new RangeError(`[${start}, ${end}) is no passage of a text of ${text.length}`)
  }
  const before = Math.max(0, start - AROUND)
  const after = Math.min(text.length, end + AROUND)
  return {
    span: spanOf(start, end),
    quote: text.slice(start, end),
    prefix: text.slice(isInsidePair(text, before) ? before + 1 : before, start),
    suffix: text.slice(end, isInsidePair(text, after) ? after - 1 : after),
  }
}

/** Tells whether a passage still reads what it was marked for. */
export function isAnchored(text: string, anchor: Anchor): boolean {
  return text.slice(anchor.span.start, anchor.span.end) === anchor.quote
}

function isInsidePair(text: string, offset: number): boolean {
  const before = text.charCodeAt(offset - 1)
  const after = text.charCodeAt(offset)
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff
}
