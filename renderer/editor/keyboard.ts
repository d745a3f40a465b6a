import { pointAt } from './points.ts'
import { focusRect, moveByKey } from './reading-cursor.ts'
import { firstInView, scrollToExtent } from './scrolling.ts'
import type { ViewSelection } from './selection.ts'
import type { ViewStage } from './view-stage.ts'

/** Keys pressed in the text: those that move the cursor are carried out, the others handed on. */
export function listenToKeys(
  { elements: { root, scroller }, shown, near, ended }: ViewStage,
  selection: ViewSelection,
  onKey: (event: KeyboardEvent) => boolean,
): void {
  root.addEventListener(
    'keydown',
    (event) => {
      const moved = moveByKey(root, event, () => {
        return pointAt(shown, firstInView(scroller, shown, near) ?? { block: 0, offset: 0 })
      })
      if (moved) {
        const rect = focusRect(root)
        if (rect !== null) scrollToExtent(scroller, rect, 'nearest')
      }
      // The browser tells of a new selection a moment later, and what acts on it may come sooner.
      selection.tell()
      if (moved || onKey(event)) event.preventDefault()
    },
    { signal: ended },
  )
}
