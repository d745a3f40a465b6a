import type { TextSpan, Utf16Offset } from '#shared/model/text-span.ts'
import type { Block } from '#shared/transcript/reading.ts'
import type { TranscriptDocument } from './document.ts'
import { type BlockPosition, blockPositionOf, sourceOf, spanBetween } from './dom-position.ts'
import { focusRect } from './reading-cursor.ts'
import { firstInView, placeRect } from './scrolling.ts'

/** What the reader has marked off, and where the moving end of it stands. UTF-16 positions in the source. */
export interface ReaderSelection {
  /** `null` for a cursor that marks nothing off. */
  readonly span: TextSpan | null
  readonly cursor: Utf16Offset
}

/** A source position, and how far below the upper edge of the view it stands, in CSS pixels. */
export interface PlaceInView {
  readonly offset: number
  readonly below: number
}

/** The browser's selection as far as it is in the transcript under `root`; `null` if it is elsewhere. */
export function selectionIn(root: HTMLElement, blocks: readonly Block[]): ReaderSelection | null {
  const selection = document.getSelection()
  if (selection?.anchorNode == null || selection.focusNode === null) return null
  const anchorInside = blockPositionOf(root, selection.anchorNode, selection.anchorOffset)
  const focusInside = blockPositionOf(root, selection.focusNode, selection.focusOffset)
  if (anchorInside === null && focusInside === null) return null
  // An end that was dragged out of the transcript stands at the transcript's own end on that side.
  const anchor = anchorInside ?? edgeBeside(root, blocks, selection.anchorNode)
  const focus = focusInside ?? edgeBeside(root, blocks, selection.focusNode)
  const at = sourceOf(blocks, focus, 'start')
  return at === null ? null : { span: selection.isCollapsed ? null : spanBetween(blocks, anchor, focus), cursor: at }
}

function edgeBeside(root: HTMLElement, blocks: readonly Block[], node: Node): BlockPosition {
  const isBefore = (root.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_PRECEDING) !== 0
  const last = Math.max(0, blocks.length - 1)
  return isBefore ? { block: 0, offset: 0 } : { block: last, offset: blocks[last]?.text.length ?? 0 }
}

/** The place in the text under the pointer, with its source position; `null` where no text is. */
export function pointUnder(
  root: HTMLElement,
  blocks: readonly Block[],
  { clientX, clientY }: MouseEvent,
): { readonly range: Range; readonly offset: Utf16Offset } | null {
  const range = document.caretRangeFromPoint(clientX, clientY)
  const position = range === null ? null : blockPositionOf(root, range.startContainer, range.startOffset)
  const offset = position === null ? null : sourceOf(blocks, position, 'start')
  return range === null || offset === null ? null : { range, offset }
}

/** What the reader looks at: the cursor where it is in view, else the first line; `null` where nothing is shown. */
export function anchorInView(
  scroller: HTMLElement,
  root: HTMLElement,
  shown: TranscriptDocument,
  blocks: readonly Block[],
  near: ReadonlySet<number>,
): PlaceInView | null {
  const frame = scroller.getBoundingClientRect()
  const focus = selectionIn(root, blocks)
  const rect = focus === null ? null : focusRect(root)
  if (focus !== null && rect !== null && rect.top >= frame.top && rect.bottom <= frame.bottom) {
    return { offset: focus.cursor, below: rect.top - frame.top }
  }
  const position = firstInView(scroller, shown, near)
  const offset = position === null ? null : sourceOf(blocks, position, 'start')
  const top = position === null ? null : placeRect(shown, position)
  return offset === null || top === null ? null : { offset, below: top.top - frame.top }
}
