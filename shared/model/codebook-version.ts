import type { Code } from './code.ts'
import type { CodebookVersionId, CoderId, IsoDateTime } from './ids.ts'

/** The codebook as it was at a moment that was given a name, so that codings can be told by the book they were made with. */
export interface CodebookVersion {
  readonly id: CodebookVersionId
  readonly name: string
  /** Every code as it was then. */
  readonly codes: readonly Code[]
  readonly createdBy: CoderId
  readonly createdAt: IsoDateTime
}
