import { overlaps, type TextSpan } from '#shared/model/text-span.ts'
import { type IntervalIndex, intervalIndex } from '#shared/query/interval-index.ts'
import type { SpecialHighlight } from './highlight-rules.ts'
import { lanesOf } from './lanes.ts'
import type { Mark } from './mark.ts'
import { createPainter } from './painter.ts'
import { extentOnScreen } from './points.ts'
import { drawCursor } from './reading-cursor.ts'
import { drawStripes, type StripePlace } from './stripes.ts'
import type { ViewStage } from './view-stage.ts'

/** About so many characters stand on a line of the screen. */
const A_LINE = 40

/** What is painted over the text and drawn beside it, at most once a frame. */
export interface Drawing {
  /** Asks for everything to be drawn in the next frame. */
  readonly ask: () => void
  readonly setMarks: (marks: readonly Mark[]) => void
  /** Makes one mark stand out, or none. */
  readonly setFocused: (id: string | null) => void
  readonly showSpecial: (name: SpecialHighlight, spans: readonly TextSpan[]) => void
  /** What the browser shows as selected: there the mark in hand is not painted as well. */
  readonly setSelected: (span: TextSpan | null) => void
  /** The marks that hold the character at a source position, shortest first. */
  readonly marksAt: (offset: number) => readonly string[]
  readonly dispose: () => void
}

/** Makes what draws upon a stage. */
export function createDrawing(stage: ViewStage): Drawing {
  const { blocks, shown, near } = stage
  const { root, stripes, cursor, page } = stage.elements
  const painter = createPainter(shown, blocks)
  const special = new Map<SpecialHighlight, readonly TextSpan[]>()
  let marks: IntervalIndex<Mark> = intervalIndex<Mark>([], (mark) => mark.extent)
  let lanes = new Map<string, number>()
  let focused: string | null = null
  let selected: TextSpan | null = null
  let isAsked = false

  const ask = (): void => {
    if (isAsked) return
    isAsked = true
    requestAnimationFrame(() => {
      isAsked = false
      if (stage.ended.aborted) return
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

  return {
    ask,
    setMarks(list) {
      marks = intervalIndex(list, (mark) => mark.extent)
      const lane = lanesOf(
        marks.inOrder.map((mark) => mark.extent),
        A_LINE,
      )
      lanes = new Map(marks.inOrder.map((mark, index) => [mark.id, lane[index] ?? 0]))
      ask()
    },
    setFocused(id) {
      focused = id
      const mark = id === null ? undefined : marks.inOrder.find((candidate) => candidate.id === id)
      special.set('focus', mark?.spans ?? [])
      ask()
    },
    showSpecial(name, spans) {
      special.set(name, spans)
      ask()
    },
    setSelected(span) {
      if (selected !== span && special.get('focus')?.length) ask()
      selected = span
    },
    marksAt: (offset) =>
      [...marks.at(offset)]
        .filter((mark) => mark.spans.some((span) => span.start <= offset && offset < span.end))
        .sort((a, b) => a.extent.end - a.extent.start - (b.extent.end - b.extent.start))
        .map((mark) => mark.id),
    dispose() {
      painter.dispose()
      stripes.replaceChildren()
    },
  }
}
