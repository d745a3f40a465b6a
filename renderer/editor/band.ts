import { partition } from '#shared/text/partition.ts'
import type { ViewStage } from './view-stage.ts'

/** Consecutive blocks of one chunk, half-open. */
export interface BlockRange {
  readonly first: number
  readonly end: number
}

/** How far beyond the view blocks still count as in its band, in CSS pixels. */
const BEYOND = 700
/** Scrolled by this much, the band is no longer what was drawn. */
const FAR = 350

/**
 * The blocks in view or not far from it: what is painted and striped. A chunk may be many screens high, so
 * chunks alone would have hundreds of codings measured that nobody sees.
 */
export function bandOf({ elements: { scroller }, shown, near }: ViewStage): readonly BlockRange[] {
  const frame = scroller.getBoundingClientRect()
  const ranges: BlockRange[] = []
  for (const index of near) {
    const chunk = shown.chunks[index]
    if (chunk === undefined || !shown.isFilled(index)) continue
    const { children } = shown.chunkElement(index)
    const rectOf = (at: number): DOMRect | undefined => children[at]?.getBoundingClientRect()
    // Blocks follow one another downwards; a label stands beside what is said.
    const first = partition(children.length, (at) => (rectOf(at)?.bottom ?? 0) < frame.top - BEYOND)
    const end = partition(children.length, (at) => (rectOf(at)?.top ?? 0) <= frame.bottom + BEYOND)
    if (first < end) ranges.push({ first: chunk.first + first, end: chunk.first + end })
  }
  return ranges
}

/** Asks for a drawing whenever the view has left the band of the last one; `drawn` tells that there was one. */
export function followBand(
  { elements: { scroller }, ended }: ViewStage,
  ask: () => void,
): { readonly drawn: () => void } {
  /** Not asked for before the first drawing, since the page would be laid out for it. */
  let drawnAt: number | null = null
  scroller.addEventListener(
    'scroll',
    () => {
      if (drawnAt === null || Math.abs(scroller.scrollTop - drawnAt) > FAR) ask()
    },
    { passive: true, signal: ended },
  )
  return {
    drawn() {
      drawnAt = scroller.scrollTop
    },
  }
}
