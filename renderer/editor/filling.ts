import type { TranscriptDocument } from './document.ts'

const NEAR = '600px 0px'

/**
 * Follows which chunks come near the viewport, fills them, and tells of every change of that or of a
 * chunk's size. What is near stands in `near`, which is changed in place.
 */
export function followNearness(
  scroller: HTMLElement,
  shown: TranscriptDocument,
  near: Set<number>,
  onChange: () => void,
): { readonly disconnect: () => void } {
  const chunkIndexOf = new Map(shown.chunks.map((_, index) => [shown.chunkElement(index) as Element, index]))
  const nearness = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) {
        const chunk = chunkIndexOf.get(entry.target)
        if (chunk === undefined) continue
        if (entry.isIntersecting) {
          shown.fill(chunk)
          near.add(chunk)
        } else near.delete(chunk)
      }
      onChange()
    },
    { root: scroller, rootMargin: NEAR },
  )
  const resized = new ResizeObserver(onChange)
  for (const element of chunkIndexOf.keys()) {
    nearness.observe(element)
    resized.observe(element)
  }
  return {
    disconnect() {
      nearness.disconnect()
      resized.disconnect()
    },
  }
}

/** Fills all chunks when nothing else is to be done, so that find and select all reach everything. */
export function fillWhenIdle(root: HTMLElement, shown: TranscriptDocument, ended: AbortSignal): void {
  let unfilled = 0
  const fillMore = (deadline: IdleDeadline): void => {
    if (ended.aborted) return
    do {
      shown.fill(unfilled)
      unfilled += 1
    } while (unfilled < shown.chunks.length && deadline.timeRemaining() > 4)
    if (unfilled < shown.chunks.length) requestIdleCallback(fillMore)
    else root.dataset['filled'] = 'true'
  }
  delete root.dataset['filled']
  requestIdleCallback(fillMore)
}
