import type { TextSpan } from '#shared/model/text-span.ts'
import { type BlockPosition, positionOf } from './dom-position.ts'
import { pointAt } from './points.ts'
import { type ReaderSelection, selectionIn } from './reader.ts'
import { drawCursor } from './reading-cursor.ts'
import type { ViewStage } from './view-stage.ts'

/** The browser's selection, as far as the transcript has to do with it. */
export interface ViewSelection {
  /** What was last told to be marked off, or `null`. */
  readonly span: () => TextSpan | null
  /** Reads the selection and tells of it, at once; nothing happens while it is elsewhere. */
  readonly tell: () => void
  /** Selects a source span, its beginning as the end that moves if `isBackward`; answers where it begins, or `null` if it is not shown. */
  readonly select: (span: TextSpan, isBackward?: boolean) => BlockPosition | null
  /** Puts the cursor at a reading position; answers whether there is such a place. */
  readonly collapse: (position: BlockPosition | null) => boolean
}

/** Follows the browser's selection for as long as the stage stands. */
export function followSelection(stage: ViewStage, onSelect: (selection: ReaderSelection) => void): ViewSelection {
  const { blocks, shown, ended } = stage
  const { root } = stage.elements
  let span: TextSpan | null = null
  let left: { readonly anchor: Node; readonly from: number; readonly focus: Node; readonly to: number } | null = null

  /** Where the cursor was put last by the program. */
  let put: BlockPosition | null = null
  /**
   * When words are taken off the page for others (another reading), the browser may leave a cursor that stood in
   * them between the chunks, where nobody puts one: it goes back to where it was put.
   */
  const isAdrift = (): boolean => {
    const { isCollapsed = false, focusNode = null } = document.getSelection() ?? {}
    return isCollapsed && focusNode !== null && (focusNode === root || focusNode.parentNode === root)
  }
  const collapse = (position: BlockPosition | null): boolean => {
    const point = position === null ? null : pointAt(shown, position)
    put = position
    if (point !== null) document.getSelection()?.collapse(point.node, point.offset)
    return point !== null
  }

  const tell = (): void => {
    if (isAdrift()) {
      if (put !== null) collapse(put)
      return
    }
    const now = selectionIn(root, blocks)
    if (now === null) return
    span = now.span
    const { anchorNode, anchorOffset, focusNode, focusOffset } = document.getSelection() ?? {}
    if (anchorNode && focusNode) {
      left = { anchor: anchorNode, from: anchorOffset ?? 0, focus: focusNode, to: focusOffset ?? 0 }
    }
    onSelect(now)
  }

  // A text field takes the browser's selection with it; whoever comes back finds it where it was.
  const takeUp = (): void => {
    const selection = document.getSelection()
    if (selection === null || left === null || root.contains(selection.focusNode)) return
    if (root.contains(left.anchor) && root.contains(left.focus)) {
      selection.setBaseAndExtent(left.anchor, left.from, left.focus, left.to)
    }
  }

  // Whoever comes back by pressing on a place means that place.
  root.addEventListener(
    'mousedown',
    ({ button, shiftKey }) => {
      if (button === 0 && !shiftKey) left = null
    },
    { signal: ended },
  )

  const showCursor = (): void => drawCursor(stage)
  document.addEventListener(
    'selectionchange',
    () => {
      tell()
      showCursor()
    },
    { signal: ended },
  )
  root.addEventListener(
    'focus',
    () => {
      takeUp()
      showCursor()
    },
    { signal: ended },
  )
  root.addEventListener('blur', showCursor, { signal: ended })

  return {
    span: () => span,
    tell,
    select(wanted, isBackward = false) {
      const from = positionOf(blocks, wanted.start)
      const to = positionOf(blocks, Math.max(wanted.start, wanted.end - 1))
      const startPoint = from === null ? null : pointAt(shown, from)
      const endPoint = to === null ? null : pointAt(shown, { block: to.block, offset: to.offset + 1 })
      if (startPoint === null || endPoint === null) return null
      const [anchor, focus] = isBackward ? [endPoint, startPoint] : [startPoint, endPoint]
      document.getSelection()?.setBaseAndExtent(anchor.node, anchor.offset, focus.node, focus.offset)
      return from
    },
    collapse,
  }
}
