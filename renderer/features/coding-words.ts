import type { CodingAt } from '#renderer/commands/acts/link-codings.ts'
import type { OpenSource } from '#renderer/commands/workbench.ts'
import { rootOf } from '#shared/codebook/tree.ts'
import { codeList, marksOf, type ProjectState } from '#shared/journal/state.ts'
import type { Code, Manner } from '#shared/model/code.ts'
import type { Anchor } from '#shared/model/segment.ts'
import { plainQuote } from '#shared/text/plain-quote.ts'
import { sliceReading } from '#shared/text/reading-map.ts'

/** What a line says of a coding, wherever in the project it is. */
export interface CodingWords {
  readonly code: Code
  readonly manner: Manner
  readonly quote: string
  readonly sourceName: string
}

/** More of a passage is not read in a line. */
const MOST = 160

/** Says a coding in a line; `null` where it is gone. The words of the open source are those of its reading. */
export function codingWords(project: ProjectState, at: CodingAt, open: OpenSource | null): CodingWords | null {
  const { codings, segments } = marksOf(project, at.sourceId)
  const coding = codings.get(at.codingId)
  const segment = coding === undefined ? undefined : segments.get(coding.segmentId)
  const code = coding === undefined ? undefined : project.codes.get(coding.codeId)
  const source = project.sources.get(at.sourceId)
  if (segment === undefined || code === undefined || source === undefined) return null
  return {
    code,
    manner: rootOf(codeList(project), code.id)?.family?.manner ?? 'tint',
    quote: quoteOf(segment.anchors, open?.sourceId === at.sourceId ? open : null),
    sourceName: source.name,
  }
}

/** The words of a passage, its parts parted by an ellipsis; as they read where the source is open. */
export function quoteOf(anchors: readonly Anchor[], open: OpenSource | null): string {
  return anchors
    .map(({ span, quote }) => (open === null ? plainQuote(quote) : sliceReading(open.reading.blocks, span)))
    .join(' … ')
    .slice(0, MOST)
}
