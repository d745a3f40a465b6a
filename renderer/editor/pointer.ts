import { pointUnder, selectionIn } from './reader.ts'
import type { ViewSelection } from './selection.ts'
import type { ViewStage } from './view-stage.ts'

/** Presses and clicks in the text and on the stripes. `onPick` gets the marks under a click that marked nothing off. */
export function listenToPointer(
  { elements: { root, stripes }, blocks, ended }: ViewStage,
  selection: ViewSelection,
  marksAt: (offset: number) => readonly string[],
  onPick: (marks: readonly string[]) => void,
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
      onPick(under === null ? [] : marksAt(under.offset))
    },
    { signal: ended },
  )
  stripes.addEventListener(
    'click',
    (event) => {
      const id = event.target instanceof HTMLElement ? event.target.dataset['mark'] : undefined
      if (id !== undefined) onPick([id])
    },
    { signal: ended },
  )
}
