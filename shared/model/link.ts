import type { CoderId, CodingId, IsoDateTime, LinkId, SourceId } from './ids.ts'

/** What one coding does to another: it is said from the first to the second. */
export const LINK_RELATIONS = ['supports', 'attacks', 'answers', 'repeats'] as const
export type LinkRelation = (typeof LINK_RELATIONS)[number]

/** That one coding bears upon another, of the same source or of another one. */
export interface Link {
  readonly id: LinkId
  /** The source of the coding that it goes out from; it is kept with that source's codings. */
  readonly sourceId: SourceId
  readonly from: CodingId
  readonly relation: LinkRelation
  readonly toSourceId: SourceId
  readonly to: CodingId
  readonly createdBy: CoderId
  readonly createdAt: IsoDateTime
}
