import type { Case } from '#shared/model/case.ts'
import type { Code } from '#shared/model/code.ts'
import type { Coder } from '#shared/model/coder.ts'
import type { Coding } from '#shared/model/coding.ts'
import type { CodeId, SourceId } from '#shared/model/ids.ts'
import type { Link } from '#shared/model/link.ts'
import type { Memo } from '#shared/model/memo.ts'
import type { Project } from '#shared/model/project.ts'
import type { ReadingEdit } from '#shared/model/reading-edit.ts'
import type { Segment } from '#shared/model/segment.ts'
import type { Source } from '#shared/model/source.ts'
import type { SourceStructure } from '#shared/model/source-structure.ts'
import type { StoredReading } from '#shared/transcript/stored-reading.ts'

/** A source with its text: what an export needs to state positions and quotes. */
export interface SourceWithText {
  readonly source: Source
  readonly text: string
  readonly structure: SourceStructure
  /** What the recogniser made of it, where that was kept; what was not is made when it is needed. */
  readonly stored: StoredReading | null
  /** What was put right in its reading. */
  readonly edits: readonly ReadingEdit[]
}

/** Everything of a project that an export may read. */
export interface ProjectRecords {
  readonly project: Project
  readonly coders: readonly Coder[]
  readonly sources: readonly SourceWithText[]
  readonly codes: readonly Code[]
  readonly segments: readonly Segment[]
  readonly codings: readonly Coding[]
  readonly memos: readonly Memo[]
  /** Speakers with attributes. */
  readonly cases: readonly Case[]
  /** Those between the codings that are here. */
  readonly links: readonly Link[]
}

/** How a table is written down. */
export interface CsvStyle {
  /** Spreadsheets need it to see UTF-8. On by default. */
  readonly byteOrderMark: boolean
  /** Puts an apostrophe before cells that a spreadsheet would run as a formula. Off by default: it alters quotes. */
  readonly escapeFormulas: boolean
}

/** Which codings are exported. */
export interface CsvChoice {
  /** Only codings by these codes; `null` for all. */
  readonly codeIds: readonly CodeId[] | null
  /** Only codings in these sources; `null` for all. */
  readonly sourceIds: readonly SourceId[] | null
}

export interface CsvOptions extends CsvStyle, CsvChoice {}
