import type { Anchor } from '#shared/model/segment.ts'
import { overlaps, spanOf, type TextSpan } from '#shared/model/text-span.ts'
import { anchorOf } from './anchor.ts'

/** A part of a passage that is to be marked: where it stands, and what it is called, if anything. */
export interface Part {
  readonly span: TextSpan
  readonly name: string | null
}

/** The parts that the anchors of a segment mark. */
export function partsOf(anchors: readonly Anchor[]): readonly Part[] {
  return anchors.map(({ span, part }) => ({ span, name: part ?? null }))
}

/**
 * Makes the anchors of a passage: in source order, those that overlap joined into one, which keeps
 * the first name among them. Parts that only touch stay two: members of a parallelism do. Spans are
 * UTF-16; see `anchorOf` for those that it widens, and for when it throws.
 */
export function anchorsOf(text: string, parts: readonly Part[]): readonly Anchor[] {
  const whole = parts.map((part) => ({ ...part, span: anchorOf(text, part.span).span }))
  return joined(whole).map(({ span, name }) => {
    const anchor = anchorOf(text, span)
    return name === null ? anchor : { ...anchor, part: name }
  })
}

function joined(parts: readonly Part[]): readonly Part[] {
  const inOrder = [...parts].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
  const result: Part[] = []
  for (const part of inOrder) {
    const last = result.at(-1)
    if (last === undefined || !overlaps(last.span, part.span)) result.push(part)
    else result[result.length - 1] = { span: around(last.span, part.span), name: last.name ?? part.name }
  }
  return result
}

/** The stretch from the first character of either span to the last. */
export function around(a: TextSpan, b: TextSpan): TextSpan {
  return spanOf(Math.min(a.start, b.start), Math.max(a.end, b.end))
}

/** Tells whether two passages mark the same characters in the same parts, whatever these are called. */
export function isSamePlace(a: readonly Anchor[], b: readonly Anchor[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ span }, index) => span.start === b[index]?.span.start && span.end === b[index]?.span.end)
  )
}

/** As `isSamePlace`, with the parts called the same too. */
export function isSamePassage(a: readonly Anchor[], b: readonly Anchor[]): boolean {
  return isSamePlace(a, b) && a.every(({ part }, index) => part === b[index]?.part)
}

/**
 * The part nearest to a source position: the one that holds it, else the one with the fewest
 * characters between; of two as near, the later one.
 */
export function nearestPart(anchors: readonly Anchor[], offset: number): number {
  let nearest = 0
  let least = Number.POSITIVE_INFINITY
  anchors.forEach(({ span }, index) => {
    const distance = offset < span.start ? span.start - offset : Math.max(0, offset - span.end + 1)
    if (distance > least) return
    least = distance
    nearest = index
  })
  return nearest
}
