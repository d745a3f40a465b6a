import { type BlockPosition, sourceOf } from './dom-position.ts'
import { bringIntoView, firstInView } from './scrolling.ts'
import type { ViewStage } from './view-stage.ts'

const REST = 250

/** The first source position in view, or `null` where nothing is shown. */
function placeInView({ elements, shown, near, blocks }: ViewStage): number | null {
  const position = firstInView(elements.scroller, shown, near)
  return position === null ? null : sourceOf(blocks, position, 'start')
}

/** Tells of the first source position in view, whenever it has changed and the reader rests. */
export function followPlace(stage: ViewStage, onPlace: (offset: number) => void): void {
  let resting: ReturnType<typeof setTimeout> | undefined
  stage.elements.scroller.addEventListener(
    'scroll',
    () => {
      clearTimeout(resting)
      resting = setTimeout(() => {
        const offset = placeInView(stage)
        if (offset !== null) onPlace(offset)
      }, REST)
    },
    { passive: true, signal: stage.ended },
  )
  stage.ended.addEventListener('abort', () => clearTimeout(resting))
}

/**
 * Brings a reading position into view and keeps it there for a few frames: what stands above gets its
 * real height only in the frames after a jump, and would push the place away. Whoever scrolls or
 * presses something meanwhile is let go.
 */
export function stayAt(
  { elements: { scroller }, shown, ended }: ViewStage,
  position: BlockPosition,
  where: 'start' | 'center' | number,
): void {
  const moved = new AbortController()
  for (const kind of ['wheel', 'keydown', 'pointerdown']) {
    scroller.addEventListener(kind, () => moved.abort(), { passive: true, signal: moved.signal, capture: true })
  }
  let frames = 6
  const again = (): void => {
    if (ended.aborted || moved.signal.aborted) return
    bringIntoView(scroller, shown, position, where)
    frames -= 1
    if (frames > 0) requestAnimationFrame(again)
    else moved.abort()
  }
  again()
}
