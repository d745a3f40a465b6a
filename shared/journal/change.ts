import type { Case } from '#shared/model/case.ts'
import type { Code } from '#shared/model/code.ts'
import type { CodeSet } from '#shared/model/code-set.ts'
import type { CodebookVersion } from '#shared/model/codebook-version.ts'
import type { Coder } from '#shared/model/coder.ts'
import type { Coding } from '#shared/model/coding.ts'
import type { Link } from '#shared/model/link.ts'
import type { Memo } from '#shared/model/memo.ts'
import type { Project } from '#shared/model/project.ts'
import type { ReadingEdit } from '#shared/model/reading-edit.ts'
import type { RestorePoint } from '#shared/model/restore-point.ts'
import type { Segment } from '#shared/model/segment.ts'
import type { Source } from '#shared/model/source.ts'

/** Every kind of record that acts can change. */
export interface RecordTypes extends ProjectRecords, SourceRecords {
  readonly project: Project
}
export type RecordKind = keyof RecordTypes

/** Records that belong to no single source. */
export interface ProjectRecords {
  readonly coder: Coder
  readonly source: Source
  readonly code: Code
  readonly memo: Memo
  readonly case: Case
  readonly codeSet: CodeSet
  readonly codebookVersion: CodebookVersion
  readonly restorePoint: RestorePoint
}

/** Records that belong to one source, which they name. */
export interface SourceRecords {
  readonly segment: Segment
  readonly coding: Coding
  readonly edit: ReadingEdit
  readonly link: Link
}

/**
 * One record before and after: `before` is null when it comes to be, `after` when it ceases to be.
 * A change carries both, so its inverse is the same change read backwards.
 */
export type Change = {
  readonly [K in RecordKind]: {
    readonly kind: K
    readonly before: RecordTypes[K] | null
    readonly after: RecordTypes[K] | null
  }
}[RecordKind]

/** The change that takes another back. */
function inverseOf(change: Change): Change {
  return { kind: change.kind, before: change.after, after: change.before } as Change
}

/** The changes that take a list of changes back: each inverted, last first. */
export function inverseOfAll(changes: readonly Change[]): readonly Change[] {
  return changes.map(inverseOf).reverse()
}
