import { PALETTE } from '#shared/codebook/palette.ts'
import type { PlacedCoding } from '#shared/query/placed-codings.ts'
import { positionOf } from './dom-position.ts'
import { documentScale, heatOf } from './heat.ts'
import { type MarkFamily, type Marks, NO_MARKS } from './mark.ts'
import { stayAt } from './places.ts'
import { bringIntoView } from './scrolling.ts'
import type { ViewStage } from './view-stage.ts'

/** The strip beside the scrollbar that shows where codings stand in the whole transcript. */
export interface HeatStrip {
  readonly setMarks: (marks: Marks) => void
  /** Draws anew which part of the transcript is in view. */
  readonly showView: () => void
  readonly disconnect: () => void
}

/** More families than this share the last column. */
const MOST_COLUMNS = 4
/** How strongly a row is drawn on which one, two, three, four or more codings stand. */
const STRENGTHS = [0.5, 0.7, 0.85, 1]
/** The strip may be a moment late; the text and its stripes come first. */
const LATE = 300

/** Draws the strip of a stage, and lets it be clicked and dragged. */
export function createHeatStrip(stage: ViewStage): HeatStrip {
  const { shown, near, blocks, ended } = stage
  const { scroller, overview } = stage.elements
  const canvas = overview.querySelector('canvas')
  const view = overview.querySelector<HTMLElement>('.overview-view')
  const scale = documentScale(shown.chunks, blocks)
  const scheme = matchMedia('(prefers-color-scheme: dark)')
  let marks = NO_MARKS
  let isDrawAsked = false
  let isViewAsked = false

  const draw = (): void => {
    isDrawAsked = false
    const context = canvas?.getContext('2d')
    if (ended.aborted || canvas === null || context == null) return
    const dense = window.devicePixelRatio
    const width = Math.round(overview.clientWidth * dense)
    const height = Math.round(overview.clientHeight * dense)
    // Setting the size clears it.
    canvas.width = width
    canvas.height = height
    if (width === 0 || height === 0) return
    const { inOrder } = marks.index
    const { familyOf } = marks.looks
    const families = familiesIn(marks)
    const columns = Math.max(1, Math.min(MOST_COLUMNS, families.length))
    const columnOf = new Map(families.map((family, index) => [family, Math.min(columns - 1, index)]))
    const columnOfCoding = (coding: PlacedCoding): number | undefined => {
      const family = familyOf(coding)
      return family === null ? undefined : columnOf.get(family)
    }
    const heat = heatOf(inOrder, scale, columns, columnOfCoding, height)
    heat.forEach((rows, column) => {
      const family = families[column]
      if (family === undefined) return
      context.fillStyle = PALETTE[family.colour][scheme.matches ? 'dark' : 'light'].solid
      const left = Math.round((column * width) / columns)
      const right = Math.round(((column + 1) * width) / columns) - (columns > 1 ? Math.round(dense) : 0)
      for (let row = 0; row < height; ) {
        const count = rows[row] ?? 0
        let behind = row + 1
        while (behind < height && rows[behind] === count) behind += 1
        if (count > 0) {
          context.globalAlpha = STRENGTHS[Math.min(count, STRENGTHS.length) - 1] ?? 1
          context.fillRect(left, row, right - left, behind - row)
        }
        row = behind
      }
    })
    overview.dataset['drawn'] = String(inOrder.length)
  }
  const askDraw = (): void => {
    if (isDrawAsked) return
    isDrawAsked = true
    requestIdleCallback(draw, { timeout: LATE })
  }

  /** The fraction at a height in the window, by the chunks that are laid out. */
  const fractionAt = (y: number): number => {
    for (const chunk of near) {
      const { top, bottom } = shown.chunkElement(chunk).getBoundingClientRect()
      if (top > y || y > bottom || bottom === top) continue
      const span = scale.chunkSpan(chunk)
      return span.top + ((y - top) / (bottom - top)) * (span.bottom - span.top)
    }
    return y <= scroller.getBoundingClientRect().top ? 0 : 1
  }
  const showView = (): void => {
    if (isViewAsked) return
    isViewAsked = true
    requestAnimationFrame(() => {
      isViewAsked = false
      if (ended.aborted || view === null) return
      const frame = scroller.getBoundingClientRect()
      const top = fractionAt(frame.top)
      view.style.top = `${top * 100}%`
      view.style.height = `${Math.max(0, fractionAt(frame.bottom) - top) * 100}%`
    })
  }

  let dragged: number | null = null
  let isGoing = false
  const positionUnder = (event: PointerEvent): ReturnType<typeof positionOf> => {
    const { top, height } = overview.getBoundingClientRect()
    return positionOf(blocks, scale.offsetAt(Math.min(1, Math.max(0, (event.clientY - top) / Math.max(1, height)))))
  }
  const on = (
    kind: 'pointerdown' | 'pointermove' | 'pointerup' | 'pointercancel',
    act: (event: PointerEvent) => void,
  ): void => overview.addEventListener(kind, act, { signal: ended })
  const go = (event: PointerEvent): void => {
    if (isGoing) return
    isGoing = true
    requestAnimationFrame(() => {
      isGoing = false
      const position = positionUnder(event)
      if (!ended.aborted && position !== null) bringIntoView(scroller, shown, position, 'center')
    })
  }
  on('pointerdown', (event) => {
    if (event.button !== 0) return
    event.preventDefault()
    dragged = event.pointerId
    overview.setPointerCapture(event.pointerId)
    go(event)
  })
  on('pointermove', (event) => {
    if (dragged === event.pointerId) go(event)
  })
  const letGo = (event: PointerEvent): void => {
    if (dragged !== event.pointerId) return
    dragged = null
    const position = positionUnder(event)
    if (position !== null) stayAt(stage, position, 'center')
  }
  on('pointerup', letGo)
  on('pointercancel', letGo)

  scroller.addEventListener('scroll', showView, { passive: true, signal: ended })
  scheme.addEventListener('change', askDraw, { signal: ended })
  const resized = new ResizeObserver(() => {
    askDraw()
    showView()
  })
  resized.observe(overview)

  return {
    setMarks(next) {
      const { index, looks } = marks
      marks = next
      if (next.index !== index || next.looks !== looks) askDraw()
    },
    showView,
    disconnect: () => resized.disconnect(),
  }
}

/** The families that have marks, as they stand in the codebook. */
function familiesIn({ index, looks }: Marks): readonly MarkFamily[] {
  const found = new Set<MarkFamily>()
  for (const coding of index.inOrder) {
    const family = looks.familyOf(coding)
    if (family !== null) found.add(family)
  }
  return [...found].sort((a, b) => a.place - b.place)
}
