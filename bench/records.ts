import type { Coding } from '#shared/model/coding.ts'
import type { CodeId, CoderId, CodingId, IsoDateTime, SegmentId, SourceId } from '#shared/model/ids.ts'
import type { Segment } from '#shared/model/segment.ts'
import type { Source } from '#shared/model/source.ts'
import { spanOf } from '#shared/model/text-span.ts'
import { anchorOf } from '#shared/text/anchor.ts'

/** When everything in the profiles was done. */
export const AT = '2026-01-02T03:04:05.006Z' as IsoDateTime

/** Ids that are the same whenever a profile is made. */
export function countedIds(): () => string {
  let ids = 0
  return () => `00000000-0000-4000-8000-${(++ids).toString(16).padStart(12, '0')}`
}

/** A source as an import of plain text makes it. */
export function sourceOf(id: SourceId, name: string, length: number, variables: Source['variables'] = {}): Source {
  return {
    id,
    name,
    fileName: `${name}.txt`,
    mediaType: 'text/plain',
    sha256: id.replaceAll('-', '').padStart(64, '0'),
    bytes: length * 3,
    encoding: 'utf-8',
    lineEnds: 'lf',
    importer: 'plain-text/1',
    length,
    importedAt: AT,
    variables,
  }
}

/** A coding on a passage of its own. `place`: half-open, UTF-16, in the source text. */
export function codedPassage(
  text: string,
  place: { readonly start: number; readonly end: number },
  { sourceId, codeId, coderId }: { readonly sourceId: SourceId; readonly codeId: CodeId; readonly coderId: CoderId },
  newId: () => string,
): { readonly segment: Segment; readonly coding: Coding } {
  const segment: Segment = {
    id: newId() as SegmentId,
    sourceId,
    anchors: [anchorOf(text, spanOf(place.start, place.end))],
    createdAt: AT,
    createdBy: coderId,
  }
  const coding: Coding = {
    id: newId() as CodingId,
    segmentId: segment.id,
    sourceId,
    codeId,
    coderId,
    fields: {},
    createdAt: AT,
    modifiedAt: AT,
  }
  return { segment, coding }
}
