import { spanOf, type TextSpan, type Utf16Offset } from '#shared/model/text-span.ts'
import { type DirectedSelection, spanSelected } from '#shared/transcript/extend-selection.ts'
import type { Reading } from '#shared/transcript/reading.ts'
import { takeDrops } from './code-drop.ts'
import { listenToCopying } from './copying.ts'
import { mountDocument } from './document.ts'
import { positionOf, sourceOf } from './dom-position.ts'
import { createDrawing } from './drawing.ts'
import { fillWhenIdle, followNearness } from './filling.ts'
import { createHandles } from './handles.ts'
import { createHeatStrip } from './heat-strip.ts'
import type { SpecialHighlight } from './highlight-rules.ts'
import { followPointer } from './hovering.ts'
import { listenToKeys } from './keyboard.ts'
import type { Mark, Marks } from './mark.ts'
import { followPlace, stayAt } from './places.ts'
import { type LineBox, listenToPointer } from './pointer.ts'
import { anchorInView, type PlaceInView, type ReaderSelection } from './reader.ts'
import { focusRect } from './reading-cursor.ts'
import { bringIntoView, scrollToExtent } from './scrolling.ts'
import { followSelection } from './selection.ts'
import { roomBeside, type SelectionRoom } from './selection-room.ts'
import type { TranscriptElements, ViewStage } from './view-stage.ts'

export interface TranscriptEvents {
  readonly onSelect: (selection: ReaderSelection) => void
  /** The marks under a click that marked nothing off, shortest first, and the line that was clicked; empty where there are none. */
  readonly onPick: (marks: readonly string[], beside: LineBox) => void
  /** The marks under the pointer, else at the cursor, whenever they are others; shortest first. */
  readonly onHere: (marks: readonly string[]) => void
  /** The mark whose stripe the pointer rests on, or null. */
  readonly onPoint: (mark: string | null) => void
  /** A key that moved nothing; answers whether it was taken. */
  readonly onKey: (event: KeyboardEvent) => boolean
  /** A handle was let go: an edge of the coding in hand is to stand at a source position, UTF-16. */
  readonly onPutEdge: (edge: 'start' | 'end', at: Utf16Offset) => void
  /** Whether what is dragged over the text can be put on a passage. */
  readonly takesDrop: (event: DragEvent) => boolean
  readonly onDrop: (event: DragEvent, span: TextSpan) => void
  /** The first source position in view, whenever it has changed and the reader rests. */
  readonly onPlace: (offset: number) => void
}

/** One transcript on the screen. */
export interface TranscriptView {
  readonly setMarks: (marks: Marks) => void
  /** Makes one mark stand out, or none. */
  readonly setFocused: (id: string | null) => void
  /** Sets handles to both ends of these parts, the ones of the coding in hand; none for an empty list. */
  readonly setHandles: (parts: readonly TextSpan[]) => void
  /** Makes the marks that meet a test stand out while something points at them; null for none. */
  readonly setPointed: (test: ((mark: Mark) => boolean) | null) => void
  readonly showSpecial: (name: SpecialHighlight, spans: readonly TextSpan[]) => void
  /** Puts the selection or the cursor where it was before the reading changed, and scrolls nothing. */
  readonly restore: (selection: ReaderSelection) => void
  /** Selects a span and brings it into view. */
  readonly select: (span: TextSpan) => void
  /** Selects from one source position to another, which may stand before it, and brings the latter into view. */
  readonly selectTo: (selection: DirectedSelection) => void
  /** Puts the cursor at a source position, and brings it into view. */
  readonly goTo: (offset: number, where?: 'start' | 'center') => void
  readonly selectAll: () => void
  readonly focus: () => void
  /** The line with the cursor or the moving end of the selection; null where it is not in the text. */
  readonly cursorRect: () => LineBox | null
  /** Where there is room beside the selection; null without one, or where its end is not in view. */
  readonly room: () => SelectionRoom | null
  /** What the reader looks at: the cursor where it is in view, else the first line; null where nothing is shown. */
  readonly anchor: () => PlaceInView | null
  readonly dispose: () => void
}

/**
 * Shows a reading, with `place` in view first: a source position, or one that stays where it stood,
 * or null for the top. Each part of it, filling, drawing, selection, keys, pointer and place, has a
 * file of its own; they share the stage and nothing else.
 */
export function mountTranscript(
  elements: TranscriptElements,
  reading: Reading,
  place: number | PlaceInView | null,
  events: TranscriptEvents,
): TranscriptView {
  const { scroller, root } = elements
  const { blocks } = reading
  const shown = mountDocument(root, blocks, reading.turns)
  const near = new Set<number>()
  const stop = new AbortController()
  const stage: ViewStage = { elements, blocks, shown, near, ended: stop.signal }
  const drawing = createDrawing(stage)

  const [offset, startsAt] = typeof place === 'number' ? [place, 'start' as const] : [place?.offset, place?.below ?? 0]
  const start = offset === undefined ? null : positionOf(blocks, offset)
  const firstChunk = start === null ? 0 : shown.chunkOfBlock(start.block)
  shown.fill(firstChunk)
  if (start !== null) bringIntoView(scroller, shown, start, startsAt)
  if (shown.chunks.length > 0) shown.calibrateBy(firstChunk)
  if (start !== null) stayAt(stage, start, startsAt)
  const heat = createHeatStrip(stage)
  const handles = createHandles(stage, {
    onPreview: (spans) => drawing.showSpecial('preview', spans),
    onPut: events.onPutEdge,
  })
  followNearness(stage, near, () => {
    drawing.ask()
    heat.showView()
    handles.ask()
  })
  fillWhenIdle(root, shown, stop.signal)

  followPlace(stage, events.onPlace)
  // Which marks stand where the reader is: under the pointer if it is over the text, else at the cursor.
  let underPointer: readonly string[] | null = null
  let atCursor: number | null = null
  let told: readonly string[] = []
  const tellHere = (): void => {
    const here = underPointer ?? (atCursor === null ? [] : drawing.marksAt(atCursor))
    drawing.setHere(underPointer ?? [])
    if (here.length === told.length && here.every((id, index) => id === told[index])) return
    told = here
    events.onHere(here)
  }
  const selection = followSelection(stage, (now) => {
    drawing.setSelected(now.span)
    atCursor = now.span?.start ?? now.cursor
    events.onSelect(now)
    tellHere()
  })
  followPointer(stage, drawing.marksAt, {
    onHere(marks) {
      underPointer = marks
      tellHere()
    },
    onPoint: events.onPoint,
  })
  listenToKeys(stage, selection, events.onKey)
  listenToCopying(stage)
  takeDrops(stage, reading, selection.span, {
    isTaken: events.takesDrop,
    onPreview: (spans) => drawing.showSpecial('preview', spans),
    onDrop: events.onDrop,
  })
  listenToPointer(stage, selection, drawing.marksAt, events.onPick)

  return {
    setMarks(marks) {
      drawing.setMarks(marks)
      heat.setMarks(marks)
      tellHere()
    },
    setFocused: drawing.setFocused,
    setHandles: handles.setSpans,
    setPointed: drawing.setPointed,
    showSpecial: drawing.showSpecial,
    restore({ span, cursor }) {
      if (span === null) selection.collapse(positionOf(blocks, cursor))
      else selection.select(span)
    },
    select(span) {
      const from = selection.select(span)
      if (from === null) return
      const rect = focusRect(root)
      const frame = scroller.getBoundingClientRect()
      if (rect === null || rect.bottom > frame.bottom || rect.top < frame.top) stayAt(stage, from, 'center')
    },
    selectTo(wanted) {
      const span = spanSelected(wanted)
      if (span === null) selection.collapse(positionOf(blocks, wanted.focus))
      else selection.select(span, wanted.focus < wanted.anchor)
      const rect = focusRect(root)
      if (rect !== null) scrollToExtent(scroller, rect, 'nearest')
    },
    goTo(target, where = 'start') {
      const position = positionOf(blocks, target)
      if (position === null || !selection.collapse(position)) return
      stayAt(stage, position, where)
      events.onSelect({ span: null, cursor: sourceOf(blocks, position, 'start') ?? spanOf(target, target).start })
    },
    selectAll() {
      // Both its ends have to stand there; what lies between may still come.
      shown.fill(0)
      shown.fill(shown.chunks.length - 1)
      document.getSelection()?.selectAllChildren(root)
    },
    focus: () => root.focus({ preventScroll: true }),
    cursorRect: () => focusRect(root),
    room() {
      const span = selection.span()
      return span === null ? null : roomBeside(stage, span)
    },
    anchor: () => anchorInView(scroller, root, shown, blocks, near),
    dispose() {
      stop.abort()
      heat.disconnect()
      drawing.dispose()
      shown.dispose()
    },
  }
}
