import type { TextSpan } from '#shared/model/text-span.ts'
import type { Block } from '#shared/transcript/reading.ts'
import type { TranscriptDocument } from './document.ts'
import { type BlockPosition, blocksTouched, positionOf } from './dom-position.ts'

/** A point in the DOM, as ranges and selections take it. */
export interface DomPoint {
  readonly node: Node
  readonly offset: number
}

/** The DOM point of a reading position; fills its chunk if need be. `null` where there is no such block. */
export function pointAt(document: TranscriptDocument, position: BlockPosition): DomPoint | null {
  const block = document.blockElement(position.block)
  if (block === null) return null
  return block.text === null
    ? { node: block.element, offset: 0 }
    : { node: block.text, offset: Math.min(position.offset, block.text.length) }
}

/** How far down the window a passage reaches, in the window's coordinates. */
export interface Extent {
  readonly top: number
  readonly bottom: number
}

/**
 * The extent on the screen of a source span, as far as the chunks in `near` go: what lies beyond
 * them is not laid out, and asking for it would make the browser do so. `null` if none of it is near.
 */
export function extentOnScreen(
  document: TranscriptDocument,
  blocks: readonly Block[],
  span: TextSpan,
  near: ReadonlySet<number>,
): Extent | null {
  const touched = blocksTouched(blocks, span)
  let first = touched.first
  let last = touched.end - 1
  while (first <= last && !near.has(document.chunkOfBlock(first))) first += 1
  while (last >= first && !near.has(document.chunkOfBlock(last))) last -= 1
  if (first > last) return null
  const startOfFirst = blocks[first]?.span.start ?? 0
  const endOfLast = blocks[last]?.span.end ?? 0
  const top = characterRect(document, blocks, first, Math.max(span.start, startOfFirst))
  const bottom = characterRect(document, blocks, last, Math.min(span.end, endOfLast) - 1)
  return top === null || bottom === null ? null : { top: top.top, bottom: Math.max(bottom.bottom, top.bottom) }
}

/** Where the character at a source position stands; if its block does not keep it, the block's nearest one. */
function characterRect(
  document: TranscriptDocument,
  blocks: readonly Block[],
  block: number,
  source: number,
): DOMRect | null {
  const shown = document.blockElement(block)
  if (shown === null) return null
  const { element, text } = shown
  const position = positionOf(blocks, source)
  if (text === null || position === null) return element.getBoundingClientRect()
  const wanted = position.block < block ? 0 : position.block > block ? text.length - 1 : position.offset
  const start = Math.max(0, Math.min(wanted, text.length - 1))
  const range = element.ownerDocument.createRange()
  range.setStart(text, start)
  range.setEnd(text, Math.min(start + 1, text.length))
  return range.getBoundingClientRect()
}
