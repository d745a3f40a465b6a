import type { CodeId, CoderId, CodingId, IsoDateTime, SegmentId, SourceId } from './ids.ts'

/** Values of a family's fields by field name. A field that was left empty is absent. */
export type FieldValues = Readonly<Record<string, string>>

/** The act that this coder put this code on this segment. */
export interface Coding {
  readonly id: CodingId
  readonly segmentId: SegmentId
  /** The segment's source, said again here so that a coding finds its place without its segment. */
  readonly sourceId: SourceId
  readonly codeId: CodeId
  readonly coderId: CoderId
  readonly fields: FieldValues
  readonly createdAt: IsoDateTime
  readonly modifiedAt: IsoDateTime
}
