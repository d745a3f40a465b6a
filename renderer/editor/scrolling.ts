import { partition } from '#shared/text/partition.ts'
import { blockIndexOf } from './block-elements.ts'
import type { TranscriptDocument } from './document.ts'
import type { BlockPosition } from './dom-position.ts'
import { type Extent, pointAt } from './points.ts'

/** What is left between a place that was scrolled to and the edge of the view, in CSS pixels. */
const MARGIN = 28
/** A line may reach this far above the edge and still not count as the first in view. */
const EDGE = 32

/**
 * Scrolls so that an extent stands where it is asked for: so many CSS pixels below the upper edge, or
 * as the word says; `nearest` only if it is not in view.
 */
export function scrollToExtent(
  scroller: HTMLElement,
  extent: Extent,
  where: 'start' | 'center' | 'nearest' | number,
): void {
  const frame = scroller.getBoundingClientRect()
  if (typeof where === 'number') scroller.scrollTop += extent.top - frame.top - where
  else if (where === 'start') scroller.scrollTop += extent.top - frame.top - MARGIN
  else if (where === 'center') scroller.scrollTop += (extent.top + extent.bottom) / 2 - (frame.top + frame.bottom) / 2
  else if (extent.top < frame.top + 2 * MARGIN) scroller.scrollTop += extent.top - frame.top - 2 * MARGIN
  else if (extent.bottom > frame.bottom - 2 * MARGIN) {
    scroller.scrollTop += extent.bottom - frame.bottom + 2 * MARGIN
  }
}

/**
 * Brings a reading position into view. Chunks on the way have estimated heights until they are laid
 * out, so the target may move while one scrolls to it: looks again until it stays.
 */
export function bringIntoView(
  scroller: HTMLElement,
  document: TranscriptDocument,
  position: BlockPosition,
  where: 'start' | 'center' | number,
): void {
  for (let attempt = 0; attempt < 4; attempt++) {
    const rect = placeRect(document, position)
    if (rect === null) return
    const before = scroller.scrollTop
    scrollToExtent(scroller, rect, where)
    if (Math.abs(scroller.scrollTop - before) < 1) return
  }
}

/** Where a reading position stands in the window; `null` where there is no such block. */
export function placeRect(document: TranscriptDocument, position: BlockPosition): DOMRect | null {
  const point = pointAt(document, position)
  const element = document.blockElement(position.block)?.element
  if (point === null || element === undefined) return null
  const range = element.ownerDocument.createRange()
  range.setStart(point.node, point.offset)
  // Of a bare point at a soft wrap the browser says that it stands at the end of the line above.
  if (point.node instanceof Text && point.offset < point.node.length) range.setEnd(point.node, point.offset + 1)
  return range.getClientRects()[0] ?? element.getBoundingClientRect()
}

/** The first place in view, of the chunks in `near`; `null` where nothing is. */
export function firstInView(
  scroller: HTMLElement,
  document: TranscriptDocument,
  near: ReadonlySet<number>,
): BlockPosition | null {
  const edge = scroller.getBoundingClientRect().top + EDGE
  for (const chunk of [...near].sort((a, b) => a - b)) {
    const element = document.chunkElement(chunk)
    if (element.getBoundingClientRect().bottom <= edge) continue
    for (const child of element.children) {
      const block = blockIndexOf(child)
      if (block !== undefined && child.getBoundingClientRect().bottom > edge) {
        return { block, offset: firstCharacterBelow(document, block, edge) }
      }
    }
  }
  return null
}

/** The first character of a block that reaches below the edge; lines follow one another, so it is searched by halves. */
function firstCharacterBelow(document: TranscriptDocument, block: number, edge: number): number {
  const text = document.blockElement(block)?.text ?? null
  if (text === null) return 0
  const range = text.ownerDocument.createRange()
  const first = partition(text.length, (at) => {
    range.setStart(text, at)
    range.setEnd(text, at + 1)
    return range.getBoundingClientRect().bottom <= edge
  })
  return first < text.length ? first : 0
}
