import type { ImportedText, ImportFailure } from '#shared/bridge.ts'
import type { SourceId } from '#shared/model/ids.ts'

/** What became of one file. */
export type ImportResult =
  | {
      readonly kind: 'imported'
      readonly sourceId: SourceId
      readonly encoding: string
      readonly certainty: ImportedText['certainty']
      readonly undecodable: number
    }
  /** The same bytes are a source of the project. */
  | { readonly kind: 'there'; readonly sourceId: SourceId }
  | { readonly kind: 'failed'; readonly failure: ImportFailure }
  /** It was read, but the database refused to write it. */
  | { readonly kind: 'not-saved'; readonly detail: string }

/** One file and what became of it. */
export interface ReportRow {
  readonly fileName: string
  /** The folders between the chosen one and the file, parted by `/`. */
  readonly folder: string
  readonly result: ImportResult
}

/** What became of all files that were imported together. */
export interface ImportReport {
  readonly rows: readonly ReportRow[]
  /** How many files of a folder are of no kind that can be read. */
  readonly passedOver: number
  /** More was chosen than is taken at once. */
  readonly isCut: boolean
  /** How many were left when somebody stopped it; nothing of them is kept. */
  readonly stopped: number
}

/** The report of a batch before any of its files is read, with nothing to tell. */
export const NOTHING_YET: ImportReport = { rows: [], passedOver: 0, isCut: false, stopped: 0 }

/** One report of two batches that ran as one. */
export function joinReports(a: ImportReport, b: ImportReport): ImportReport {
  return {
    rows: [...a.rows, ...b.rows],
    passedOver: a.passedOver + b.passedOver,
    isCut: a.isCut || b.isCut,
    stopped: a.stopped + b.stopped,
  }
}

/** The rows of a report in the order in which they want looking at. */
export interface GroupedRows {
  readonly failed: readonly ReportRow[]
  /** Imported, but perhaps in the wrong encoding. */
  readonly doubtful: readonly ReportRow[]
  readonly there: readonly ReportRow[]
  readonly imported: readonly ReportRow[]
}

export function groupRows(rows: readonly ReportRow[]): GroupedRows {
  const groups = {
    failed: [] as ReportRow[],
    doubtful: [] as ReportRow[],
    there: [] as ReportRow[],
    imported: [] as ReportRow[],
  }
  for (const row of rows) {
    const { result } = row
    if (result.kind === 'there') groups.there.push(row)
    else if (result.kind !== 'imported') groups.failed.push(row)
    else if (isDoubtful(result)) groups.doubtful.push(row)
    else groups.imported.push(row)
  }
  return groups
}

/** Whether somebody should look at the encoding in which a file was read. */
export function isDoubtful(read: Pick<ImportedText, 'certainty' | 'undecodable'>): boolean {
  return read.certainty === 'unsure' || read.undecodable > 0
}

/** The report after a source was read anew: its row names the source that was made. */
export function withSourceReadAnew(
  report: ImportReport,
  before: SourceId,
  result: Extract<ImportResult, { readonly kind: 'imported' }>,
): ImportReport {
  const rows = report.rows.map((row) =>
    row.result.kind === 'imported' && row.result.sourceId === before ? { ...row, result } : row,
  )
  return { ...report, rows }
}
