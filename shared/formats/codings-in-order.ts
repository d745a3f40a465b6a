import { ancestryOf } from '#shared/codebook/tree.ts'
import type { Code } from '#shared/model/code.ts'
import type { Coding } from '#shared/model/coding.ts'
import type { CodeId, CodingId, SourceId } from '#shared/model/ids.ts'
import type { Anchor, Segment } from '#shared/model/segment.ts'
import type { CsvChoice, ProjectRecords, SourceWithText } from './export-request.ts'

/** One coding on one part of its passage. */
export interface PlacedCoding {
  readonly coding: Coding
  readonly segment: Segment
  readonly anchor: Anchor
  /** From 1. */
  readonly part: number
  readonly source: SourceWithText
  readonly code: CodePlace
}

/** A code in its tree. The code is `null` where the codebook does not hold it. */
export interface CodePlace {
  readonly code: Code | null
  readonly root: Code | null
  /** Names from the root down, joined by ` > `. */
  readonly path: string
}

interface RankedSource extends SourceWithText {
  /** Place in the order of sources: by name, then id. */
  readonly rank: number
}

interface Ranked extends PlacedCoding {
  readonly source: RankedSource
}

/**
 * Finds the codings asked for, in the order of an export: by source (name, then id), start, end, code
 * path and coding id, compared by UTF-16 units. `unplaced` are those whose segment or source is
 * not among the records.
 */
export function codingsInOrder(
  records: ProjectRecords,
  filter: CsvChoice,
): { readonly placed: readonly PlacedCoding[]; readonly unplaced: readonly CodingId[] } {
  const sources = rankedSources(records.sources)
  const segments = new Map(records.segments.map((segment) => [segment.id, segment]))
  const codeIds = filter.codeIds === null ? null : new Set(filter.codeIds)
  const sourceIds = filter.sourceIds === null ? null : new Set(filter.sourceIds)
  const codes = new Map<CodeId, CodePlace>()
  const placed: Ranked[] = []
  const unplaced: CodingId[] = []
  for (const coding of records.codings) {
    if (codeIds?.has(coding.codeId) === false || sourceIds?.has(coding.sourceId) === false) continue
    const segment = segments.get(coding.segmentId)
    const source = segment === undefined ? undefined : sources.get(segment.sourceId)
    if (segment === undefined || source === undefined) {
      unplaced.push(coding.id)
      continue
    }
    let code = codes.get(coding.codeId)
    if (code === undefined) {
      code = placeOf(records.codes, coding.codeId)
      codes.set(coding.codeId, code)
    }
    let part = 1
    for (const anchor of segment.anchors) placed.push({ coding, segment, anchor, part: part++, source, code })
  }
  return { placed: placed.sort(byPlace), unplaced: unplaced.sort(compare) }
}

function rankedSources(sources: readonly SourceWithText[]): ReadonlyMap<SourceId, RankedSource> {
  const sorted = [...sources].sort((a, b) => compare(a.source.name, b.source.name) || compare(a.source.id, b.source.id))
  return new Map(sorted.map((entry, rank) => [entry.source.id, { ...entry, rank }]))
}

function placeOf(codes: readonly Code[], id: CodeId): CodePlace {
  const ancestry = ancestryOf(codes, id)
  return {
    code: ancestry.at(-1) ?? null,
    root: ancestry[0] ?? null,
    path: ancestry.map((code) => code.name).join(' > '),
  }
}

function byPlace(a: Ranked, b: Ranked): number {
  return (
    a.source.rank - b.source.rank ||
    a.anchor.span.start - b.anchor.span.start ||
    a.anchor.span.end - b.anchor.span.end ||
    compare(a.code.path, b.code.path) ||
    compare(a.coding.id, b.coding.id)
  )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
