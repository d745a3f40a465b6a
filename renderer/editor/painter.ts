import type { TextSpan } from '#shared/model/text-span.ts'
import { readingOffsetAt } from '#shared/text/reading-map.ts'
import type { Block } from '#shared/transcript/reading.ts'
import type { BlockRange } from './band.ts'
import type { TranscriptDocument } from './document.ts'
import { blocksTouched } from './dom-position.ts'
import { paintedClass, type SpecialHighlight } from './highlight-rules.ts'
import { drawnOf, type Marks } from './mark.ts'
import { MORE, type Piece, paintPlan } from './paint-plan.ts'

const PRIORITY: Record<SpecialHighlight, number> = { focus: 4, pointed: 5, found: 6, pending: 7, preview: 8 }

/** Grounds below, the inner one over the outer, lines over both. */
function priorityOf(name: string): number {
  if (name.startsWith('tint-')) return 0
  if (name.startsWith('nested-')) return 1
  return MORE.some((more) => more === name) ? 3 : 2
}

/**
 * Paints marks over the text with the CSS Custom Highlight API. Only the blocks near the viewport
 * have ranges: with all of them registered, each change would make the browser look at every range.
 */
export interface Painter {
  /** Paints the marks on these blocks anew, and nothing else. */
  readonly paint: (marks: Marks, band: readonly BlockRange[]) => void
  readonly paintSpecial: (name: SpecialHighlight, spans: readonly TextSpan[], band: readonly BlockRange[]) => void
  readonly dispose: () => void
}

/**
 * Makes the painter for one document. The browser knows highlights by name for the whole page, and two documents
 * may stand side by side: each painter puts its ranges into the same ones, and takes out no others.
 */
export function createPainter(document: TranscriptDocument, blocks: readonly Block[]): Painter {
  const own = new Map<string, StaticRange[]>()

  const add = (name: string, priority: number, index: number, start: number, end: number): void => {
    const text = document.blockElement(index)?.text ?? null
    if (text === null) return
    // Never taken off again: a class without ranges paints nothing, and each change of it would be styled anew.
    text.parentElement?.classList.add(paintedClass(name))
    const range = rangeOf(text, start, end)
    highlightOf(name, priority).add(range)
    const known = own.get(name)
    if (known === undefined) own.set(name, [range])
    else known.push(range)
  }
  const clear = (name: string): void => {
    const highlight = CSS.highlights.get(name)
    for (const range of own.get(name) ?? []) highlight?.delete(range)
    own.delete(name)
  }

  return {
    paint(marks, band) {
      for (const name of own.keys()) if (!(name in PRIORITY)) clear(name)
      for (const range of band) {
        for (const [index, pieces] of piecesByBlock(blocks, marks, range)) {
          for (const { name, start, end } of paintPlan(pieces)) add(name, priorityOf(name), index, start, end)
        }
      }
    },
    paintSpecial(name, spans, band) {
      clear(name)
      for (const range of band) {
        for (const span of spans) {
          for (const { index, start, end } of partsOf(blocks, span, range)) add(name, PRIORITY[name], index, start, end)
        }
      }
    },
    dispose() {
      for (const name of own.keys()) clear(name)
    },
  }
}

/** The page's highlight of that name. */
function highlightOf(name: string, priority: number): Highlight {
  let found = CSS.highlights.get(name)
  if (found === undefined) {
    found = new Highlight()
    found.priority = priority
    CSS.highlights.set(name, found)
  }
  return found
}

/** The stretch of the source that blocks show. */
export function spanOfBlocks(blocks: readonly Block[], { first, end }: BlockRange): TextSpan | null {
  const from = blocks[first]
  const to = blocks[end - 1]
  return from === undefined || to === undefined ? null : { start: from.span.start, end: to.span.end }
}

/** What of the marks stands in each block of a range. */
function piecesByBlock(
  blocks: readonly Block[],
  { index: all, looks }: Marks,
  range: BlockRange,
): ReadonlyMap<number, readonly Piece[]> {
  const pieces = new Map<number, Piece[]>()
  const whole = spanOfBlocks(blocks, range)
  if (whole === null) return pieces
  for (const mark of drawnOf(all.overlapping(whole.start, whole.end), looks)) {
    for (const span of mark.spans) {
      for (const { index, start, end } of partsOf(blocks, span, range)) {
        const known = pieces.get(index)
        if (known === undefined) pieces.set(index, [{ mark, start, end }])
        else known.push({ mark, start, end })
      }
    }
  }
  return pieces
}

/** The parts of a span that are painted, by block. A label is painted only where the span holds nothing else. */
function partsOf(
  blocks: readonly Block[],
  span: TextSpan,
  within: BlockRange,
): readonly { readonly index: number; readonly start: number; readonly end: number }[] {
  const touched = blocksTouched(blocks, span)
  const isWithinOneBlock = touched.end - touched.first === 1
  const parts: { index: number; start: number; end: number }[] = []
  for (let index = Math.max(touched.first, within.first); index < Math.min(touched.end, within.end); index++) {
    const block = blocks[index]
    if (block === undefined || (block.kind === 'label' && !isWithinOneBlock)) continue
    const start = readingOffsetAt(block, span.start)
    const end = readingOffsetAt(block, span.end)
    if (end > start) parts.push({ index, start, end })
  }
  return parts
}

function rangeOf(text: Text, start: number, end: number): StaticRange {
  return new StaticRange({ startContainer: text, startOffset: start, endContainer: text, endOffset: end })
}
