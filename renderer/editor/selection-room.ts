import type { TextSpan } from '#shared/model/text-span.ts'
import { positionOf } from './dom-position.ts'
import type { LineBox } from './pointer.ts'
import { placeRect } from './scrolling.ts'
import type { ViewStage } from './view-stage.ts'

/** Where there is room beside a selection, in the window's coordinates, CSS pixels. */
export interface SelectionRoom {
  /** The line on which the selection ends. */
  readonly line: LineBox
  /** How far to the right words reach at all. */
  readonly wordsEnd: number
  /** What of the transcript is seen. */
  readonly frame: { readonly top: number; readonly bottom: number; readonly right: number }
}

/** The room beside the end of a span; `null` where that is not in view. */
export function roomBeside({ elements, shown, blocks, near }: ViewStage, span: TextSpan): SelectionRoom | null {
  const position = positionOf(blocks, Math.max(span.start, span.end - 1))
  if (position === null || !near.has(shown.chunkOfBlock(position.block))) return null
  const line = placeRect(shown, position)
  const { top, bottom } = elements.scroller.getBoundingClientRect()
  if (line === null || line.bottom < top || line.top > bottom) return null
  const { right } = elements.page.getBoundingClientRect()
  return { line, wordsEnd: elements.root.getBoundingClientRect().right, frame: { top, bottom, right } }
}
