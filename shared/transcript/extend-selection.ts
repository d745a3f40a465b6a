import { spanOf, type TextSpan, type Utf16Offset, utf16 } from '#shared/model/text-span.ts'
import type { Reading } from './reading.ts'
import { edgeBeyond, UNIT_KINDS, type UnitWalk, unitAround } from './unit-walk.ts'
import { outOfName } from './units.ts'

/** What is selected, and by which end it is moved: `focus` may stand before `anchor`. Source positions, UTF-16; equal for a cursor. */
export interface DirectedSelection {
  readonly anchor: Utf16Offset
  readonly focus: Utf16Offset
}

/** The span between the ends of a selection, or `null` for a cursor. */
export function spanSelected({ anchor, focus }: DirectedSelection): TextSpan | null {
  if (anchor === focus) return null
  return anchor < focus ? spanOf(anchor, focus) : spanOf(focus, anchor)
}

/**
 * Moves the end of a selection to the next edge of a unit, forwards (1) or backwards (-1): away from
 * the anchor it takes in one unit more, towards the anchor one less, and it stops there. `null`
 * where the text has no further one.
 */
export function extendSelection(walk: UnitWalk, selection: DirectedSelection, way: 1 | -1): DirectedSelection | null {
  const { anchor, focus } = selection
  const isAway = way === 1 ? focus >= anchor : focus <= anchor
  if (isAway) {
    const edge = edgeBeyond(walk, focus, way, way === 1 ? 'end' : 'start')
    return edge === null ? null : { anchor, focus: edge }
  }
  const edge = edgeBeyond(walk, focus, way, way === 1 ? 'start' : 'end')
  const isPast = edge === null || (way === 1 ? edge > anchor : edge < anchor)
  return { anchor, focus: isPast ? anchor : edge }
}

/** The next larger unit, or run of such units, around a span or a cursor; all that is said in the end, then `null`. */
export function grownSpan(reading: Reading, locale: string, span: TextSpan | null, cursor: number): TextSpan | null {
  const at = outOfName(reading.blocks, cursor)
  for (const kind of UNIT_KINDS) {
    const grown = unitsAround({ reading, kind, locale }, span, at)
    if (grown !== null) return grown
  }
  const paragraphs = reading.blocks.filter(({ kind, text }) => kind === 'paragraph' && text !== '')
  const [first, last] = [paragraphs[0], paragraphs.at(-1)]
  return first === undefined || last === undefined ? null : largerThan(span, cursor, first.span.start, last.span.end)
}

function unitsAround(walk: UnitWalk, span: TextSpan | null, cursor: number): TextSpan | null {
  const start = span?.start ?? cursor
  const last = span === null ? cursor : span.end - 1
  const first = unitAround(walk, start)
  const end = unitAround(walk, last)
  if (first === null || end === null) return null
  // What stands between two units is no part of the next one.
  const isBeside = start < first.start || last < end.start || last >= end.end
  return span !== null && isBeside ? null : largerThan(span, cursor, first.start, end.end)
}

/** The largest unit within a span that begins where the span does and is smaller; `null` where the span is no larger than a word. */
export function shrunkSpan(reading: Reading, locale: string, span: TextSpan): TextSpan | null {
  for (const kind of [...UNIT_KINDS].reverse()) {
    const unit = unitAround({ reading, kind, locale }, span.start)
    if (
      unit !== null &&
      unit.start >= span.start &&
      unit.end <= span.end &&
      unit.end - unit.start < span.end - span.start
    ) {
      return unit
    }
  }
  return null
}

/** The span from `start` to `end`, if it holds what is selected, or the cursor, and more. */
function largerThan(span: TextSpan | null, cursor: number, start: number, end: number): TextSpan | null {
  if (span === null) return start <= cursor && cursor <= end && start < end ? spanOf(start, end) : null
  const isAround = start <= span.start && span.end <= end
  return isAround && end - start > span.end - span.start ? spanOf(start, end) : null
}

/** A selection from its span and the place of its moving end, as the workbench keeps them. */
export function directed(span: TextSpan | null, cursor: number): DirectedSelection {
  if (span === null) return { anchor: utf16(cursor), focus: utf16(cursor) }
  return cursor <= span.start ? { anchor: span.end, focus: span.start } : { anchor: span.start, focus: span.end }
}
