import Dexie, { type EntityTable, type Table } from 'dexie'
import type { ProjectPack, SourcePack } from '#shared/journal/pack.ts'
import type { IsoDateTime, ProjectId, SourceId } from '#shared/model/ids.ts'
import type { SourceStructure } from '#shared/model/source-structure.ts'
import type { SourceSummary } from '#shared/sources/source-summary.ts'
import type { StoredReading } from '#shared/transcript/stored-reading.ts'
import type { JournalRow, PartRow } from './long-entries.ts'

/** A line in the list of projects: what the list shows without opening the project. */
export interface ProjectRow {
  readonly id: ProjectId
  readonly name: string
  readonly createdAt: IsoDateTime
  readonly openedAt: IsoDateTime
  /** Up to which journal entry the packs are; the entries behind it are replayed over them. */
  readonly packedSeq: number
  /** What it held when it was last opened, packed or left; absent for one that was not since this is kept. */
  readonly counts?: ProjectCounts
  /** When it was put in the bin; absent while it is not. */
  readonly binnedAt?: IsoDateTime
}

/** What a project holds, its bin left out. */
export interface ProjectCounts {
  readonly sources: number
  readonly codings: number
}

/** The packed state, one row for the project and one for each of its sources (`scope` is then the source's id). */
export type PackRow =
  | { readonly projectId: ProjectId; readonly scope: 'project'; readonly pack: ProjectPack }
  | { readonly projectId: ProjectId; readonly scope: SourceId; readonly pack: SourcePack }

/** The source text, apart from all records: written once, never changed. */
export interface TextRow {
  readonly sourceId: SourceId
  readonly text: string
  /** What the file says of it; absent for text that was taken in before this was kept. */
  readonly structure?: SourceStructure
}

/** An original file, as it came. */
export interface OriginalRow {
  readonly sha256: string
  readonly bytes: Uint8Array
}

/** Where a reader was in a source. Not an act: it is remembered, but not undone. */
export interface PlaceRow {
  readonly sourceId: SourceId
  /** UTF-16 offset in the source text of the first line that was in view. */
  readonly offset: number
}

/** What was made of a source's reading and can be made again: kept because reading every source takes long. */
export interface SummaryRow {
  readonly sourceId: SourceId
  /** What it was made from; see `summaryKey`. */
  readonly key: string
  readonly summary: SourceSummary
}

/** What the recogniser made of a source's text, edits not yet put upon it. It can be made again: kept because reading a long text takes long. */
export interface ReadingRow {
  readonly sourceId: SourceId
  /** Which recogniser made it. */
  readonly recogniser: string
  readonly reading: StoredReading
}

/** Small things that are remembered between starts: the last project and source, the panes' sizes. */
export interface SettingRow {
  readonly key: string
  readonly value: unknown
}

/** The database, with `strict` durability: a transaction that has completed is on the disk. */
export class LecternDatabase extends Dexie {
  declare readonly projects: EntityTable<ProjectRow, 'id'>
  declare readonly journal: Table<JournalRow, [ProjectId, number]>
  declare readonly parts: Table<PartRow, [ProjectId, number, number]>
  declare readonly packs: Table<PackRow, [ProjectId, string]>
  declare readonly texts: EntityTable<TextRow, 'sourceId'>
  declare readonly originals: EntityTable<OriginalRow, 'sha256'>
  declare readonly places: EntityTable<PlaceRow, 'sourceId'>
  declare readonly summaries: EntityTable<SummaryRow, 'sourceId'>
  declare readonly readings: EntityTable<ReadingRow, 'sourceId'>
  declare readonly settings: EntityTable<SettingRow, 'key'>

  constructor(name = 'lectern') {
    super(name, { chromeTransactionDurability: 'strict' })
    // Rows are found by their primary keys alone: every other question is asked of the state in memory.
    this.version(1).stores({
      projects: 'id',
      journal: '[projectId+seq]',
      packs: '[projectId+scope]',
      texts: 'sourceId',
      originals: 'sha256',
      places: 'sourceId',
      settings: 'key',
    })
    this.version(2).stores({ summaries: 'sourceId' })
    this.version(3).stores({ readings: 'sourceId' })
    this.version(4).stores({ parts: '[projectId+seq+part]' })
  }
}
