import type { TextSpan } from '#shared/model/text-span.ts'
import type { Reading } from '#shared/transcript/reading.ts'
import { blockAt, outOfName, paragraphAt, sentenceAt, speechOf, turnAt } from '#shared/transcript/units.ts'
import { pointUnder } from './reader.ts'
import type { ViewStage } from './view-stage.ts'

interface DropEvents {
  /** Whether what is dragged is something that can be put on a passage. */
  readonly isTaken: (event: DragEvent) => boolean
  /** The passage on which it would be put if it were dropped now; empty where none is, or when the drag is over. */
  readonly onPreview: (spans: readonly TextSpan[]) => void
  readonly onDrop: (event: DragEvent, span: TextSpan) => void
}

/**
 * Lets something be dropped on a passage: on what is selected if the pointer is there, on a whole
 * turn if it is on a speaker's name, else on the sentence under it, with Shift on the paragraph.
 */
export function takeDrops(
  { elements: { root }, blocks, ended }: ViewStage,
  reading: Reading,
  selected: () => TextSpan | null,
  events: DropEvents,
): void {
  const target = (event: DragEvent): TextSpan | null => {
    const under = pointUnder(root, blocks, event)
    if (under === null) return null
    const { offset } = under
    const picked = selected()
    if (picked !== null && picked.start <= offset && offset < picked.end) return picked
    const turn = turnAt(reading, offset)
    if (blockAt(blocks, offset)?.kind === 'label') {
      return (turn === null ? null : speechOf(reading, turn)) ?? paragraphAt(reading, outOfName(blocks, offset))
    }
    return event.shiftKey ? paragraphAt(reading, offset) : sentenceAt(reading, offset, root.lang || 'zh')
  }
  let shown: TextSpan | null = null
  const show = (span: TextSpan | null): void => {
    if (span?.start === shown?.start && span?.end === shown?.end) return
    shown = span
    events.onPreview(span === null ? [] : [span])
  }
  root.addEventListener(
    'dragover',
    (event) => {
      if (!events.isTaken(event)) return
      const span = target(event)
      show(span)
      if (span === null) return
      event.preventDefault()
      if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'copy'
    },
    { signal: ended },
  )
  root.addEventListener(
    'dragleave',
    (event) => {
      if (!(event.relatedTarget instanceof Node) || !root.contains(event.relatedTarget)) show(null)
    },
    { signal: ended },
  )
  root.addEventListener(
    'drop',
    (event) => {
      if (!events.isTaken(event)) return
      event.preventDefault()
      const span = target(event)
      show(null)
      if (span !== null) events.onDrop(event, span)
    },
    { signal: ended },
  )
  // A drag that is given up over the text tells only whoever began it.
  document.addEventListener('dragend', () => show(null), { signal: ended })
}
