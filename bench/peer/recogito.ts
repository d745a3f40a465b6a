import '@recogito/text-annotator/text-annotator.css'
import {
  createTextAnnotator,
  type HighlightStyleExpression,
  type TextAnnotation,
  type TextAnnotator,
} from '@recogito/text-annotator'
import {
  colourOf,
  type LaidOut,
  layOut,
  type PeerCoding,
  type PeerSubject,
  type PeerText,
  rangeOf,
} from './peer-subject.ts'

/**
 * The annotation library on plain HTML of the same text. Its default: codings are given by their positions, as they
 * are stored. Its fastest: with ranges ready-made, which spares it the search for each position.
 */
export function recogitoSubject(
  scroller: HTMLElement,
  root: HTMLElement,
  { paragraphs, codings }: PeerText,
  isFastest: boolean,
): PeerSubject {
  let laidOut: LaidOut = { nodes: [], starts: [] }
  let annotator: TextAnnotator<TextAnnotation, TextAnnotation> | null = null
  const moved = new Map<number, number>()

  const there = (): TextAnnotator<TextAnnotation, TextAnnotation> => {
    if (annotator === null) throw new Error('the page is not open')
    return annotator
  }
  const rangeFor = (coding: PeerCoding): Range =>
    rangeOf(laidOut, coding, (from, fromOffset, to, toOffset) => {
      const range = document.createRange()
      range.setStart(from, fromOffset)
      range.setEnd(to, toOffset)
      return range
    })
  const annotationOf = (id: string, coding: PeerCoding): TextAnnotation => {
    const { start, end, code } = coding
    const selector = { quote: quoteOf(coding), start, end, ...(isFastest ? { range: rangeFor(coding) } : {}) }
    return {
      id,
      bodies: [{ id: `${id}-b`, annotation: id, purpose: 'tagging', value: String(code) }],
      target: { annotation: id, selector: [selector] },
      // Without a range the library looks the position up itself; its type does not say that it may be left out.
    } as TextAnnotation
  }
  const quoteOf = ({ start, end }: PeerCoding): string =>
    rangeOf(laidOut, { start, end }, (from, fromOffset, to, toOffset) =>
      from === to ? from.data.slice(fromOffset, toOffset) : from.data.slice(fromOffset),
    )
  const style: HighlightStyleExpression = ({ bodies }) => {
    const code = Number(bodies[0]?.value ?? 0)
    return { fill: colourOf(moved.get(code) ?? code), fillOpacity: 0.3 }
  }
  /** It draws into elements of its own, a moment after it was told: its next change of those is when it has drawn. */
  const drawnAfter = (act: () => void): Promise<void> =>
    new Promise((resolve) => {
      const observer = new MutationObserver(() => {
        observer.disconnect()
        resolve()
      })
      observer.observe(root, { childList: true, subtree: true, attributes: true })
      act()
    })
  return {
    scroller,
    open: () => {
      laidOut = layOut(root, paragraphs)
      annotator = createTextAnnotator<TextAnnotation, TextAnnotation>(root, { renderer: 'SPANS', style })
      return drawnAfter(() =>
        there().setAnnotations(codings.map((coding, index) => annotationOf(String(index), coding))),
      )
    },
    add: (id, coding) => drawnAfter(() => there().state.store.addAnnotation(annotationOf(id, coding))),
    remove: (id) => drawnAfter(() => there().state.store.deleteAnnotation(id)),
    recolour: (code) =>
      drawnAfter(() => {
        moved.set(code, (moved.get(code) ?? code) + 31)
        // Another function, so that it does not take it for the same style.
        there().setStyle((annotation, state) => (typeof style === 'function' ? style(annotation, state) : undefined))
      }),
    hit: (x, y) => {
      const { left, top } = root.getBoundingClientRect()
      return there().state.store.getAt(x - left, y - top, true)
    },
    jump: (index) => drawnAfter(() => there().scrollIntoView(String(index), scroller)),
  }
}
