import { spanOf, type TextSpan, type Utf16Offset } from '#shared/model/text-span.ts'
import { blockPositionOf, positionOf, sourceOf } from './dom-position.ts'
import { pointAt } from './points.ts'
import { placeRect } from './scrolling.ts'
import type { ViewStage } from './view-stage.ts'

type Edge = 'start' | 'end'
const EDGES = ['start', 'end'] as const
/** So near to the edge of the view, in CSS pixels, a drag scrolls, and so far at a time. */
const SCROLL_ZONE = 28
const SCROLL_STEP = 14

/** The handles at both ends of the coding in hand, for the mouse; keys move the edges too. */
export interface Handles {
  /** The parts of the coding in hand; empty where none is. */
  readonly setSpans: (spans: readonly TextSpan[]) => void
  /** Puts the handles where the edges stand now, in the next frame. */
  readonly ask: () => void
}

interface HandleEvents {
  /** What the coding would mark if the handle were let go now; empty when the drag is over. */
  readonly onPreview: (spans: readonly TextSpan[]) => void
  /** The handle was let go at another place in the source, UTF-16. */
  readonly onPut: (edge: Edge, at: Utf16Offset) => void
}

/**
 * Draws the handles into the stage's element for them. A drag shows what would be marked, snaps to
 * characters, and is given up by Escape.
 */
export function createHandles(stage: ViewStage, events: HandleEvents): Handles {
  const { blocks, shown, near, ended } = stage
  const { handles: host, page, root, scroller } = stage.elements
  const made = EDGES.map((edge) => {
    const element = document.createElement('div')
    element.className = `edge-handle ${edge}`
    element.hidden = true
    element.addEventListener('pointerdown', (event) => drag(edge, element, event), { signal: ended })
    return [edge, element] as const
  })
  host.replaceChildren(...made.map(([, element]) => element))
  let spans: readonly TextSpan[] = []
  let isAsked = false

  const ask = (): void => {
    if (isAsked) return
    isAsked = true
    requestAnimationFrame(() => {
      isAsked = false
      if (!ended.aborted) draw(spans)
    })
  }

  const draw = (at: readonly TextSpan[]): void => {
    const origin = page.getBoundingClientRect()
    for (const [edge, element] of made) {
      const rect = edgeRect(edge, at)
      element.hidden = rect === null
      if (rect === null) continue
      element.style.left = `${(edge === 'start' ? rect.left : rect.right) - origin.left}px`
      element.style.top = `${rect.top - origin.top}px`
      element.style.height = `${rect.height}px`
    }
  }

  /** The first or the last character marked, if it is near the viewport. */
  const edgeRect = (edge: Edge, at: readonly TextSpan[]): DOMRect | null => {
    const offset = edge === 'start' ? at[0]?.start : at.at(-1)?.end
    if (offset === undefined) return null
    const position = positionOf(blocks, edge === 'start' ? offset : offset - 1)
    if (position === null || !near.has(shown.chunkOfBlock(position.block))) return null
    return pointAt(shown, position) === null ? null : placeRect(shown, position)
  }

  const drag = (edge: Edge, element: HTMLElement, down: PointerEvent): void => {
    if (down.button !== 0) return
    down.preventDefault()
    element.setPointerCapture(down.pointerId)
    // What lies under the pointer is asked of the page, where the handles would be in the way.
    host.classList.add('dragging')
    const over = new AbortController()
    const before = spans
    let at: Utf16Offset | null = null
    const end = (): void => {
      over.abort()
      host.classList.remove('dragging')
      events.onPreview([])
      draw(spans)
    }
    element.addEventListener(
      'pointermove',
      (move) => {
        scrollAtEdge(scroller, move.clientY)
        const next = offsetUnder(root, blocks, move, edge)
        const moved = next === null ? null : withEdge(before, edge, next)
        if (next === null || moved === null) return
        at = next
        events.onPreview(moved)
        draw(moved)
      },
      { signal: over.signal },
    )
    element.addEventListener(
      'pointerup',
      () => {
        end()
        const first = before[0]
        const last = before.at(-1)
        const was = edge === 'start' ? first?.start : last?.end
        if (at !== null && at !== was) events.onPut(edge, at)
      },
      { signal: over.signal },
    )
    element.addEventListener('pointercancel', end, { signal: over.signal })
    window.addEventListener(
      'keydown',
      (event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        event.stopPropagation()
        end()
      },
      { capture: true, signal: over.signal },
    )
    ended.addEventListener('abort', () => over.abort(), { once: true })
  }

  const resized = new ResizeObserver(ask)
  resized.observe(root)
  ended.addEventListener('abort', () => {
    resized.disconnect()
    host.replaceChildren()
  })
  return {
    setSpans(next) {
      spans = next
      ask()
    },
    ask,
  }
}

/** The source position under the pointer, as the beginning or the end of what is marked. */
function offsetUnder(
  root: HTMLElement,
  blocks: ViewStage['blocks'],
  { clientX, clientY }: PointerEvent,
  edge: Edge,
): Utf16Offset | null {
  const range = document.caretRangeFromPoint(clientX, clientY)
  const position = range === null ? null : blockPositionOf(root, range.startContainer, range.startOffset)
  return position === null ? null : sourceOf(blocks, position, edge)
}

/** The parts with another beginning or end; `null` where a part would have nothing left. */
function withEdge(spans: readonly TextSpan[], edge: Edge, at: number): readonly TextSpan[] | null {
  const moved = spans.map((span, index) => {
    if (edge === 'start' && index === 0) return spanOf(at, span.end)
    return edge === 'end' && index === spans.length - 1 ? spanOf(span.start, at) : span
  })
  const isSound = moved.every(
    (span, index) => span.end > span.start && span.start >= (moved[index - 1]?.end ?? Number.NEGATIVE_INFINITY),
  )
  return isSound && moved.length > 0 ? moved : null
}

function scrollAtEdge(scroller: HTMLElement, y: number): void {
  const { top, bottom } = scroller.getBoundingClientRect()
  if (y < top + SCROLL_ZONE) scroller.scrollTop -= SCROLL_STEP
  else if (y > bottom - SCROLL_ZONE) scroller.scrollTop += SCROLL_STEP
}
