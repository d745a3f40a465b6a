import { partition } from '#shared/text/partition.ts'
import { writeLines } from './block-elements.ts'
import type { TranscriptDocument } from './document.ts'
import type { ViewStage } from './view-stage.ts'

/** Chunks count as near from so far beyond the view, in CSS pixels. */
const NEAR = 600

/**
 * Follows which chunks come near the viewport, fills them, and tells of every change of that or of the
 * text's size. What is near stands in `near`, which is changed in place, and is known at once: what
 * stands there is painted in the frame in which it is first seen. Chunks follow one another downwards, so the
 * first is found by halves; an observer of them all would have the browser measure each in every frame.
 */
export function followNearness(
  { elements: { scroller, root }, shown, blocks, ended }: Omit<ViewStage, 'near'>,
  near: Set<number>,
  onChange: () => void,
): void {
  const numbered = new Set<number>()
  const number = (index: number): void => {
    const chunk = shown.chunks[index]
    if (chunk === undefined || numbered.has(index)) return
    numbered.add(index)
    writeLines(shown.chunkElement(index), chunk, blocks)
  }
  const look = (): boolean => {
    const frame = scroller.getBoundingClientRect()
    const rectOf = (chunk: number): DOMRect => shown.chunkElement(chunk).getBoundingClientRect()
    const count = shown.chunks.length
    const first = partition(count, (chunk) => rectOf(chunk).bottom < frame.top - NEAR)
    let end = first
    while (end < count && rectOf(end).top <= frame.bottom + NEAR) end += 1
    let isOther = false
    for (const chunk of near) {
      if (first <= chunk && chunk < end) continue
      near.delete(chunk)
      isOther = true
    }
    // Filled after all is measured, so that the page is laid out once.
    for (let chunk = first; chunk < end; chunk++) {
      if (near.has(chunk)) continue
      shown.fill(chunk)
      number(chunk)
      near.add(chunk)
      isOther = true
    }
    return isOther
  }
  // A frame later: measured at once, between the page's being laid out and its being painted, each jump had the
  // browser lay out again chunks that had long been left (Chromium 114: ten times the time in layout).
  const resized = new ResizeObserver(() => {
    requestAnimationFrame(() => {
      if (ended.aborted) return
      look()
      onChange()
    })
  })
  resized.observe(scroller)
  // The whole text, which grows with each chunk that turns out higher than was thought.
  resized.observe(root)
  scroller.addEventListener(
    'scroll',
    () => {
      if (look()) onChange()
    },
    { passive: true, signal: ended },
  )
  ended.addEventListener('abort', () => resized.disconnect())
  look()
  onChange()
}

/** So long one step of filling may keep the page, in milliseconds: a key that comes meanwhile is not felt to wait. */
const A_STEP = 24
/** With less of an idle moment left, the next step waits for another. */
const ENOUGH = 8
const MOST_TOGETHER = 64

/** Fills all chunks when nothing else is to be done, so that find and select all reach everything. */
export function fillWhenIdle(root: HTMLElement, shown: TranscriptDocument, ended: AbortSignal): void {
  const count = shown.chunks.length
  let unfilled = 0
  // Several together cost hardly more than one in a long text; how many fit is learned from those before.
  let together = 1
  const fillMore = (deadline: IdleDeadline): void => {
    if (ended.aborted) return
    do {
      const begun = performance.now()
      shown.fill(unfilled, unfilled + together)
      unfilled += together
      const took = performance.now() - begun
      if (took < A_STEP / 2) together = Math.min(MOST_TOGETHER, together * 2)
      else if (took > A_STEP * 1.5) together = Math.max(1, together >> 1)
    } while (unfilled < count && deadline.timeRemaining() > ENOUGH)
    if (unfilled < count) requestIdleCallback(fillMore)
    else root.dataset['filled'] = 'true'
  }
  delete root.dataset['filled']
  requestIdleCallback(fillMore)
}
