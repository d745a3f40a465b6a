import { pointAt } from './points.ts'
import { focusRect, moveByKey } from './reading-cursor.ts'
import { firstInView, scrollToExtent } from './scrolling.ts'
import type { ViewSelection } from './selection.ts'
import type { ViewStage } from './view-stage.ts'

/** Keys pressed in the text: whoever listens has them first; of what is left, those that move the cursor are carried out. */
export function listenToKeys(
  { elements: { root, scroller }, shown, near, ended }: ViewStage,
  selection: ViewSelection,
  onKey: (event: KeyboardEvent) => boolean,
): void {
  root.addEventListener(
    'keydown',
    (event) => {
      // The browser tells of a new selection a moment later, and what acts on it may come sooner.
      selection.tell()
      if (onKey(event)) {
        event.preventDefault()
        return
      }
      const moved = moveByKey(root, event, () => {
        return pointAt(shown, firstInView(scroller, shown, near) ?? { block: 0, offset: 0 })
      })
      if (!moved) return
      event.preventDefault()
      const rect = focusRect(root)
      if (rect !== null) scrollToExtent(scroller, rect, 'nearest')
      selection.tell()
    },
    { signal: ended },
  )
}
