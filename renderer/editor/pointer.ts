import { pointUnder, selectionIn } from './reader.ts'
import type { ViewSelection } from './selection.ts'
import { marksOfStripe } from './stripes.ts'
import type { ViewStage } from './view-stage.ts'

/** A line of text in the window, in CSS pixels, that what is shown for it keeps off. */
export interface LineBox {
  readonly left: number
  readonly top: number
  readonly bottom: number
}

/** Presses and clicks in the text and on the stripes. `onPick` gets the marks under a click that marked nothing off. */
export function listenToPointer(
  { elements: { root, stripes }, blocks, ended }: ViewStage,
  selection: ViewSelection,
  marksAt: (offset: number) => readonly string[],
  onPick: (marks: readonly string[], beside: LineBox) => void,
): void {
  // Pressing on what is selected would drag the words; here it begins a new selection, so that one
  // can mark a part of what was just marked.
  root.addEventListener(
    'mousedown',
    (event) => {
      if (event.button === 0 && event.detail === 1 && !event.shiftKey) document.getSelection()?.removeAllRanges()
      if (event.button === 2) moveCursorTo(event)
    },
    { signal: ended },
  )
  // The menu speaks of what was pressed on, unless that is part of what is selected.
  const moveCursorTo = (event: MouseEvent): void => {
    const under = pointUnder(root, blocks, event)
    const selected = selection.span()
    if (under === null || (selected !== null && selected.start <= under.offset && under.offset < selected.end)) return
    document.getSelection()?.collapse(under.range.startContainer, under.range.startOffset)
    selection.tell()
  }
  root.addEventListener(
    'click',
    (event) => {
      const now = selectionIn(root, blocks)
      if (event.detail !== 1 || now === null || now.span !== null) return
      const under = pointUnder(root, blocks, event)
      const { top, bottom } = under?.range.getBoundingClientRect() ?? { top: 0, bottom: 0 }
      // Of a place between two lines the browser says that it has no height.
      const line = top === bottom ? { top: event.clientY - 12, bottom: event.clientY + 12 } : { top, bottom }
      onPick(under === null ? [] : marksAt(under.offset), { left: event.clientX, ...line })
    },
    { signal: ended },
  )
  stripes.addEventListener(
    'click',
    (event) => {
      const marks = marksOfStripe(event.target)
      const { clientX, clientY } = event
      if (marks.length > 0) onPick(marks, { left: clientX, top: clientY - 4, bottom: clientY + 4 })
    },
    { signal: ended },
  )
}
