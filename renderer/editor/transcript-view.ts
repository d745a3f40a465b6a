import { overlaps, spanOf, type TextSpan } from '#shared/model/text-span.ts'
import { type IntervalIndex, intervalIndex } from '#shared/query/interval-index.ts'
import type { Reading } from '#shared/transcript/reading.ts'
import { mountDocument } from './document.ts'
import { type BlockPosition, positionOf, sourceOf } from './dom-position.ts'
import type { SpecialHighlight } from './highlight-rules.ts'
import { lanesOf } from './lanes.ts'
import type { Mark } from './mark.ts'
import { createPainter } from './painter.ts'
import { extentOnScreen, pointAt } from './points.ts'
import { anchorInView, type PlaceInView, pointUnder, type ReaderSelection, selectionIn } from './reader.ts'
import { drawCursor, focusRect, moveByKey } from './reading-cursor.ts'
import { bringIntoView, firstInView, scrollToExtent } from './scrolling.ts'
import { drawStripes, type StripePlace } from './stripes.ts'

export interface TranscriptEvents {
  readonly onSelect: (selection: ReaderSelection) => void
  /** The marks under a click that marked nothing off, shortest first; empty where there are none. */
  readonly onPick: (marks: readonly string[]) => void
  /** A key that moved nothing; answers whether it was taken. */
  readonly onKey: (event: KeyboardEvent) => boolean
  /** The first source position in view, whenever it has changed and the reader rests. */
  readonly onPlace: (offset: number) => void
}

/** One transcript on the screen. */
export interface TranscriptView {
  readonly setMarks: (marks: readonly Mark[]) => void
  /** Makes one mark stand out, or none. */
  readonly setFocused: (id: string | null) => void
  readonly showSpecial: (name: SpecialHighlight, spans: readonly TextSpan[]) => void
  /** Puts the selection or the cursor where it was before the reading changed, and scrolls nothing. */
  readonly restore: (selection: ReaderSelection) => void
  /** Selects a span and brings it into view. */
  readonly select: (span: TextSpan) => void
  /** Puts the cursor at a source position, and brings it into view. */
  readonly goTo: (offset: number, where?: 'start' | 'center') => void
  readonly selectAll: () => void
  readonly focus: () => void
  /** The first source position in view, or null. */
  readonly place: () => number | null
  /** What the reader looks at: the cursor where it is in view, else the first line; null where nothing is shown. */
  readonly anchor: () => PlaceInView | null
  readonly dispose: () => void
}

/** The elements that the view draws into; all inside `scroller`. */
export interface TranscriptElements {
  readonly scroller: HTMLElement
  /** Positioned; holds the four below. */
  readonly page: HTMLElement
  readonly root: HTMLElement
  readonly stripes: HTMLElement
  readonly cursor: HTMLElement
}

const NEAR = '600px 0px'
const REST = 250
/** About so many characters stand on a line of the screen. */
const A_LINE = 40

/** Shows a reading, with `place` in view first: a source position, or one that stays where it stood, or null for the top. */
export function mountTranscript(
  elements: TranscriptElements,
  reading: Reading,
  place: number | PlaceInView | null,
  events: TranscriptEvents,
): TranscriptView {
  const { scroller, page, root, stripes, cursor } = elements
  const { blocks } = reading
  const shown = mountDocument(root, blocks, reading.turns)
  const painter = createPainter(shown, blocks)
  const near = new Set<number>()
  const special = new Map<SpecialHighlight, readonly TextSpan[]>()
  const stop = new AbortController()
  let marks: IntervalIndex<Mark> = intervalIndex<Mark>([], (mark) => mark.extent)
  let lanes = new Map<string, number>()
  let focused: string | null = null
  let selected: TextSpan | null = null
  let isDrawAsked = false

  const chunkIndexOf = new Map(shown.chunks.map((_, index) => [shown.chunkElement(index) as Element, index]))

  // Painting and stripes are drawn at most once a frame, after whatever asked for it.
  const draw = (): void => {
    if (isDrawAsked) return
    isDrawAsked = true
    requestAnimationFrame(() => {
      isDrawAsked = false
      if (stop.signal.aborted) return
      painter.paint(marks, near)
      const picked = selected
      for (const [name, spans] of special) {
        // What is selected is seen already; another ground below it would only muddy both.
        const isSelected = name === 'focus' && picked !== null && spans.some((span) => overlaps(span, picked))
        painter.paintSpecial(name, isSelected ? [] : spans, near)
      }
      drawStripes(stripes, stripePlaces(), focused)
      drawCursor(root, cursor, page)
    })
  }

  const stripePlaces = (): readonly StripePlace[] => {
    const origin = stripes.getBoundingClientRect().top
    const seen = new Map<string, StripePlace>()
    for (const chunk of near) {
      const found = shown.chunks[chunk]
      const first = found === undefined ? undefined : blocks[found.first]
      const last = found === undefined ? undefined : blocks[found.end - 1]
      if (first === undefined || last === undefined) continue
      for (const mark of marks.overlapping(first.span.start, last.span.end)) {
        if (seen.has(mark.id)) continue
        const rect = extentOnScreen(shown, blocks, mark.extent, near)
        if (rect === null) continue
        seen.set(mark.id, {
          mark,
          lane: lanes.get(mark.id) ?? 0,
          top: rect.top - origin,
          bottom: rect.bottom - origin,
        })
      }
    }
    return [...seen.values()]
  }

  const readSelection = (): ReaderSelection | null => selectionIn(root, blocks)

  // What stands above gets its real height in the frames after a jump, and would push the place away.
  const stayAt = (position: BlockPosition, where: 'start' | 'center' | number): void => {
    const moved = new AbortController()
    for (const kind of ['wheel', 'keydown', 'pointerdown']) {
      scroller.addEventListener(kind, () => moved.abort(), { passive: true, signal: moved.signal, capture: true })
    }
    let frames = 6
    const again = (): void => {
      if (stop.signal.aborted || moved.signal.aborted) return
      bringIntoView(scroller, shown, position, where)
      frames -= 1
      if (frames > 0) requestAnimationFrame(again)
      else moved.abort()
    }
    again()
  }

  const nearness = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) {
        const chunk = chunkIndexOf.get(entry.target)
        if (chunk === undefined) continue
        if (entry.isIntersecting) {
          shown.fill(chunk)
          near.add(chunk)
        } else near.delete(chunk)
      }
      draw()
    },
    { root: scroller, rootMargin: NEAR },
  )
  const resized = new ResizeObserver(draw)

  const [offset, startsAt] = typeof place === 'number' ? [place, 'start' as const] : [place?.offset, place?.below ?? 0]
  const start = offset === undefined ? null : positionOf(blocks, offset)
  shown.fill(start === null ? 0 : shown.chunkOfBlock(start.block))
  const firstChunk = start === null ? 0 : shown.chunkOfBlock(start.block)
  if (start !== null) bringIntoView(scroller, shown, start, startsAt)
  if (shown.chunks.length > 0) shown.calibrateBy(firstChunk)
  if (start !== null) stayAt(start, startsAt)
  for (const element of chunkIndexOf.keys()) {
    nearness.observe(element)
    resized.observe(element)
  }

  // The rest follows when nothing else is to be done, so that find and select all reach everything.
  let unfilled = 0
  const fillMore = (deadline: IdleDeadline): void => {
    if (stop.signal.aborted) return
    do {
      shown.fill(unfilled)
      unfilled += 1
    } while (unfilled < shown.chunks.length && deadline.timeRemaining() > 4)
    if (unfilled < shown.chunks.length) requestIdleCallback(fillMore)
    else root.dataset['filled'] = 'true'
  }
  delete root.dataset['filled']
  requestIdleCallback(fillMore)

  const placeInView = (): number | null => {
    const position = firstInView(scroller, shown, near)
    return position === null ? null : sourceOf(blocks, position, 'start')
  }
  let resting: ReturnType<typeof setTimeout> | undefined
  scroller.addEventListener(
    'scroll',
    () => {
      clearTimeout(resting)
      resting = setTimeout(() => {
        const offset = placeInView()
        if (offset !== null) events.onPlace(offset)
      }, REST)
    },
    { passive: true, signal: stop.signal },
  )
  let left: { readonly anchor: Node; readonly from: number; readonly focus: Node; readonly to: number } | null = null
  const tellSelection = (): void => {
    const now = readSelection()
    if (now === null) return
    if (selected !== now.span && special.get('focus')?.length) draw()
    selected = now.span
    const { anchorNode, anchorOffset, focusNode, focusOffset } = document.getSelection() ?? {}
    if (anchorNode && focusNode)
      left = { anchor: anchorNode, from: anchorOffset ?? 0, focus: focusNode, to: focusOffset ?? 0 }
    events.onSelect(now)
  }
  // A text field takes the browser's selection with it; whoever comes back finds it where it was.
  const takeUpSelection = (): void => {
    const selection = document.getSelection()
    if (selection === null || left === null || root.contains(selection.focusNode)) return
    if (root.contains(left.anchor) && root.contains(left.focus)) {
      selection.setBaseAndExtent(left.anchor, left.from, left.focus, left.to)
    }
  }
  document.addEventListener(
    'selectionchange',
    () => {
      tellSelection()
      drawCursor(root, cursor, page)
    },
    { signal: stop.signal },
  )
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
      tellSelection()
      if (moved || events.onKey(event)) event.preventDefault()
    },
    { signal: stop.signal },
  )
  // Pressing on what is selected would drag the words; here it begins a new selection, so that one
  // can mark a part of what was just marked.
  root.addEventListener(
    'mousedown',
    (event) => {
      if (event.button === 0 && event.detail === 1 && !event.shiftKey) document.getSelection()?.removeAllRanges()
      if (event.button === 2) moveCursorTo(event)
    },
    { signal: stop.signal },
  )
  // The menu speaks of what was pressed on, unless that is part of what is selected.
  const moveCursorTo = (event: MouseEvent): void => {
    const under = pointUnder(root, blocks, event)
    if (under === null || (selected !== null && selected.start <= under.offset && under.offset < selected.end)) return
    document.getSelection()?.collapse(under.range.startContainer, under.range.startOffset)
    tellSelection()
  }
  root.addEventListener(
    'click',
    (event) => {
      const selection = readSelection()
      if (event.detail !== 1 || selection === null || selection.span !== null) return
      const under = pointUnder(root, blocks, event)
      events.onPick(under === null ? [] : marksAt(under.offset))
    },
    { signal: stop.signal },
  )
  stripes.addEventListener(
    'click',
    (event) => {
      const id = event.target instanceof HTMLElement ? event.target.dataset['mark'] : undefined
      if (id !== undefined) events.onPick([id])
    },
    { signal: stop.signal },
  )
  root.addEventListener(
    'focus',
    () => {
      takeUpSelection()
      drawCursor(root, cursor, page)
    },
    { signal: stop.signal },
  )
  root.addEventListener('blur', () => drawCursor(root, cursor, page), { signal: stop.signal })

  const marksAt = (offset: number): readonly string[] =>
    [...marks.at(offset)]
      .filter((mark) => mark.spans.some((span) => span.start <= offset && offset < span.end))
      .sort((a, b) => a.extent.end - a.extent.start - (b.extent.end - b.extent.start))
      .map((mark) => mark.id)

  const selectSpan = (span: TextSpan): BlockPosition | null => {
    const from = positionOf(blocks, span.start)
    const to = positionOf(blocks, Math.max(span.start, span.end - 1))
    const startPoint = from === null ? null : pointAt(shown, from)
    const endPoint = to === null ? null : pointAt(shown, { block: to.block, offset: to.offset + 1 })
    if (startPoint === null || endPoint === null) return null
    document.getSelection()?.setBaseAndExtent(startPoint.node, startPoint.offset, endPoint.node, endPoint.offset)
    return from
  }

  return {
    setMarks(list) {
      marks = intervalIndex(list, (mark) => mark.extent)
      const lane = lanesOf(
        marks.inOrder.map((mark) => mark.extent),
        A_LINE,
      )
      lanes = new Map(marks.inOrder.map((mark, index) => [mark.id, lane[index] ?? 0]))
      draw()
    },
    setFocused(id) {
      focused = id
      const mark = id === null ? undefined : marks.inOrder.find((candidate) => candidate.id === id)
      special.set('focus', mark?.spans ?? [])
      draw()
    },
    showSpecial(name, spans) {
      special.set(name, spans)
      draw()
    },
    restore({ span, cursor: at }) {
      const position = span === null ? positionOf(blocks, at) : null
      const point = position === null ? null : pointAt(shown, position)
      if (span !== null) selectSpan(span)
      else if (point !== null) document.getSelection()?.collapse(point.node, point.offset)
    },
    select(span) {
      const from = selectSpan(span)
      if (from === null) return
      const rect = focusRect(root)
      const frame = scroller.getBoundingClientRect()
      if (rect === null || rect.bottom > frame.bottom || rect.top < frame.top) stayAt(from, 'center')
    },
    goTo(offset, where = 'start') {
      const position = positionOf(blocks, offset)
      const point = position === null ? null : pointAt(shown, position)
      if (position === null || point === null) return
      document.getSelection()?.collapse(point.node, point.offset)
      stayAt(position, where)
      events.onSelect({ span: null, cursor: sourceOf(blocks, position, 'start') ?? spanOf(offset, offset).start })
    },
    selectAll() {
      document.getSelection()?.selectAllChildren(root)
    },
    focus: () => root.focus({ preventScroll: true }),
    place: placeInView,
    anchor: () => anchorInView(scroller, root, shown, blocks, near),
    dispose() {
      clearTimeout(resting)
      stop.abort()
      nearness.disconnect()
      resized.disconnect()
      painter.dispose()
      shown.dispose()
      stripes.replaceChildren()
    },
  }
}
