import { overlaps, type TextSpan } from '#shared/model/text-span.ts'
import { type BlockRange, bandOf, followBand } from './band.ts'
import type { SpecialHighlight } from './highlight-rules.ts'
import { laneFinder } from './lanes.ts'
import { drawnOf, type Mark, type Marks, NO_MARKS } from './mark.ts'
import { createPainter, spanOfBlocks } from './painter.ts'
import { extentOnScreen } from './points.ts'
import { drawCursor } from './reading-cursor.ts'
import { layOutStripes, type StripePlace } from './stripe-layout.ts'
import { clearStripes, drawStripes } from './stripes.ts'
import type { ViewStage } from './view-stage.ts'

/** Moved by more than this in a frame, in CSS pixels, the text is passing by: nobody reads what stands beside it. */
const PASSING = 600
/** About so many characters stand on a line of the screen. */
const A_LINE = 40

/** What is painted over the text and drawn beside it, at most once a frame. */
export interface Drawing {
  /** Asks for everything to be drawn in the next frame. */
  readonly ask: () => void
  readonly setMarks: (marks: Marks) => void
  /** Makes one mark stand out, or none. */
  readonly setFocused: (id: string | null) => void
  /** Makes marks stand out for as long as something points at them. */
  readonly setPointed: (test: ((mark: Mark) => boolean) | null) => void
  /** The marks on which the pointer rests in the text: their stripes are shown. */
  readonly setHere: (ids: readonly string[]) => void
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
  const { scroller, stripes } = stage.elements
  const painter = createPainter(shown, blocks)
  const special = new Map<SpecialHighlight, readonly TextSpan[]>()
  let marks = NO_MARKS
  let laneOf = (_place: number): number => 0
  let focused: string | null = null
  let pointedTest: ((mark: Mark) => boolean) | null = null
  let here: ReadonlySet<string> = new Set()
  let selected: TextSpan | null = null
  let isAsked = false
  /** Asked for when something is drawn: to ask sooner would have the page laid out before its first text stands in it. */
  let lastTop: number | null = null

  const ask = (): void => {
    if (isAsked) return
    isAsked = true
    requestAnimationFrame(() => {
      isAsked = false
      if (stage.ended.aborted) return
      const band = bandOf(stage)
      // Now, while the page is laid out as it stands: after anything is written, asking lays it out once more.
      const top = scroller.scrollTop
      follower.drawn()
      const isPassing = lastTop !== null && Math.abs(top - lastTop) > PASSING
      lastTop = top
      const places = isPassing ? [] : stripePlaces(band)
      const layout = layOutStripes(places, stripes.clientWidth)
      const pointed = pointedTest === null ? [] : places.flatMap(({ mark }) => (pointedTest?.(mark) ? [mark] : []))
      painter.paint(marks, band)
      for (const [name, spans] of special) {
        // What is selected is seen already; another ground below it would only muddy both.
        const picked = selected
        const isSelected = name === 'focus' && picked !== null && spans.some((span) => overlaps(span, picked))
        painter.paintSpecial(name, isSelected ? [] : spans, band)
      }
      // What stands beside the text comes when it is slow enough to be looked at.
      if (isPassing) {
        ask()
        return
      }
      painter.paintSpecial(
        'pointed',
        pointed.flatMap(({ spans }) => spans),
        band,
      )
      // All is measured before anything is written, so that the page is laid out once.
      drawCursor(stage)
      drawStripes(stripes, layout, { focused, pointed: new Set(pointed), here })
    })
  }

  const follower = followBand(stage, ask)

  const stripePlaces = (band: readonly BlockRange[]): readonly StripePlace[] => {
    const origin = stripes.getBoundingClientRect().top
    const seen = new Map<number, StripePlace>()
    for (const range of band) {
      const whole = spanOfBlocks(blocks, range)
      if (whole === null) continue
      for (const place of marks.index.placesOverlapping(whole.start, whole.end)) {
        const placed = marks.index.inOrder[place]
        const mark = placed === undefined || seen.has(place) ? null : marks.looks.drawn(placed)
        if (mark === null) continue
        const parts = mark.spans.flatMap((span) => {
          const extent = extentOnScreen(shown, blocks, span, near)
          return extent === null ? [] : [{ top: extent.top - origin, bottom: extent.bottom - origin }]
        })
        if (parts.length > 0) seen.set(place, { mark, lane: laneOf(place), parts })
      }
    }
    return [...seen.values()]
  }

  const showFocus = (): void => {
    const mark = focused === null ? undefined : marks.of(focused)
    special.set('focus', mark?.spans ?? [])
  }

  return {
    ask,
    setMarks(next) {
      const { index, looks } = marks
      marks = next
      if (next.index === index && next.looks === looks) return
      if (next.index !== index) laneOf = laneFinder(next.index, (placed) => placed.extent, A_LINE)
      showFocus()
      ask()
    },
    setFocused(id) {
      if (focused === id) return
      focused = id
      showFocus()
      ask()
    },
    setPointed(test) {
      if (pointedTest === test) return
      pointedTest = test
      ask()
    },
    setHere(ids) {
      if (ids.length === here.size && ids.every((id) => here.has(id))) return
      here = new Set(ids)
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
      drawnOf(marks.index.at(offset), marks.looks)
        .filter((mark) => mark.spans.some((span) => span.start <= offset && offset < span.end))
        .sort((a, b) => a.extent.end - a.extent.start - (b.extent.end - b.extent.start))
        .map((mark) => mark.id),
    dispose() {
      painter.dispose()
      clearStripes(stripes)
    },
  }
}
