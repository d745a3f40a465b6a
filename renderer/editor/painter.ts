import type { TextSpan } from '#shared/model/text-span.ts'
import type { IntervalIndex } from '#shared/query/interval-index.ts'
import { readingOffsetAt } from '#shared/text/reading-map.ts'
import type { Block } from '#shared/transcript/reading.ts'
import type { TranscriptDocument } from './document.ts'
import { blocksTouched } from './dom-position.ts'
import type { SpecialHighlight } from './highlight-rules.ts'
import type { Mark } from './mark.ts'

const PRIORITY: Record<SpecialHighlight, number> = { focus: 2, found: 3, pending: 4 }

/**
 * Paints marks over the text with the CSS Custom Highlight API. Only the chunks near the viewport
 * have ranges: with all of them registered, each change would make the browser look at every range.
 */
export interface Painter {
  /** Paints the marks of these chunks anew, and nothing else. */
  readonly paint: (marks: IntervalIndex<Mark>, chunks: Iterable<number>) => void
  readonly paintSpecial: (name: SpecialHighlight, spans: readonly TextSpan[], chunks: Iterable<number>) => void
  readonly dispose: () => void
}

/** Makes the painter for one document. */
export function createPainter(document: TranscriptDocument, blocks: readonly Block[]): Painter {
  const own = new Map<string, Highlight>()

  const highlight = (name: string, priority: number): Highlight => {
    let found = own.get(name)
    if (found === undefined) {
      found = new Highlight()
      found.priority = priority
      own.set(name, found)
      CSS.highlights.set(name, found)
    }
    return found
  }

  return {
    paint(marks, chunks) {
      for (const [name, painted] of own) if (!(name in PRIORITY)) painted.clear()
      for (const chunk of chunks) {
        const bounds = boundsOf(document, blocks, chunk)
        if (bounds === null) continue
        for (const mark of marks.overlapping(bounds.span.start, bounds.span.end)) {
          const painted = highlight(`${mark.manner}-${mark.colour}`, mark.manner === 'tint' ? 0 : 1)
          for (const span of mark.spans) {
            for (const range of rangesIn(document, blocks, span, bounds)) painted.add(range)
          }
        }
      }
    },
    paintSpecial(name, spans, chunks) {
      const painted = highlight(name, PRIORITY[name])
      painted.clear()
      if (spans.length === 0) return
      for (const chunk of chunks) {
        const bounds = boundsOf(document, blocks, chunk)
        if (bounds === null) continue
        for (const span of spans) {
          for (const range of rangesIn(document, blocks, span, bounds)) painted.add(range)
        }
      }
    },
    dispose() {
      for (const name of own.keys()) CSS.highlights.delete(name)
    },
  }
}

interface Bounds {
  readonly first: number
  readonly end: number
  readonly span: TextSpan
}

function boundsOf(document: TranscriptDocument, blocks: readonly Block[], chunk: number): Bounds | null {
  const found = document.chunks[chunk]
  if (found === undefined || !document.isFilled(chunk)) return null
  const first = blocks[found.first]
  const last = blocks[found.end - 1]
  if (first === undefined || last === undefined) return null
  return { first: found.first, end: found.end, span: { start: first.span.start, end: last.span.end } }
}

/** The ranges that show a span within some blocks. A label is painted only where the span holds nothing else. */
function rangesIn(
  document: TranscriptDocument,
  blocks: readonly Block[],
  span: TextSpan,
  within: { readonly first: number; readonly end: number },
): readonly StaticRange[] {
  const touched = blocksTouched(blocks, span)
  const isWithinOneBlock = touched.end - touched.first === 1
  const ranges: StaticRange[] = []
  for (let index = Math.max(touched.first, within.first); index < Math.min(touched.end, within.end); index++) {
    const block = blocks[index]
    if (block === undefined || (block.kind === 'label' && !isWithinOneBlock)) continue
    const text = document.blockElement(index)?.text
    if (text === undefined || text === null) continue
    const start = readingOffsetAt(block, span.start)
    const end = readingOffsetAt(block, span.end)
    if (end <= start) continue
    ranges.push(new StaticRange({ startContainer: text, startOffset: start, endContainer: text, endOffset: end }))
  }
  return ranges
}
