import { pointUnder } from './reader.ts'
import { marksOfStripe } from './stripes.ts'
import type { ViewStage } from './view-stage.ts'

/** What the pointer rests on. */
export interface HoverEvents {
  /** The marks under the pointer in the text, shortest first; `null` when it is not over the text, or the keyboard has taken over. */
  readonly onHere: (marks: readonly string[] | null) => void
  /** The mark of the stripe or name under the pointer, or `null`. */
  readonly onPoint: (mark: string | null) => void
}

/** Follows the pointer over the text and the stripes, at most once a frame; not while it drags. */
export function followPointer(
  { elements: { root, stripes }, blocks, ended }: ViewStage,
  marksAt: (offset: number) => readonly string[],
  { onHere, onPoint }: HoverEvents,
): void {
  let latest: MouseEvent | null = null
  let isAsked = false
  const look = (): void => {
    isAsked = false
    if (ended.aborted || latest === null) return
    const under = pointUnder(root, blocks, latest)
    onHere(under === null || !isOver(under.range, latest) ? [] : marksAt(under.offset))
  }
  const leave = (): void => {
    latest = null
    onHere(null)
  }
  root.addEventListener(
    'mousemove',
    (event) => {
      if (event.buttons !== 0) return
      latest = event
      if (isAsked) return
      isAsked = true
      requestAnimationFrame(look)
    },
    { passive: true, signal: ended },
  )
  root.addEventListener('mouseleave', leave, { signal: ended })
  root.addEventListener('keydown', leave, { signal: ended })
  stripes.addEventListener(
    'mouseover',
    (event) => {
      const marks = marksOfStripe(event.target)
      onPoint(marks.length === 1 ? (marks[0] ?? null) : null)
    },
    { signal: ended },
  )
  stripes.addEventListener('mouseleave', () => onPoint(null), { signal: ended })
}

/** The browser finds the nearest character; beside a short line none is meant. */
function isOver(range: Range, { clientX, clientY }: MouseEvent): boolean {
  const { startContainer, startOffset } = range
  if (!(startContainer instanceof Text)) return false
  const around = document.createRange()
  around.setStart(startContainer, Math.max(0, startOffset - 1))
  around.setEnd(startContainer, Math.min(startContainer.length, startOffset + 1))
  return [...around.getClientRects()].some(
    ({ left, right, top, bottom }) => left <= clientX && clientX <= right && top <= clientY && clientY <= bottom,
  )
}
