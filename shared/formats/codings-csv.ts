import Papa from 'papaparse'
import type { CodingId, SegmentId } from '#shared/model/ids.ts'
import { prepareCodingsTable } from './codings-table.ts'
import type { CsvOptions, ProjectRecords } from './export-request.ts'

export interface CodingsCsv {
  /** The whole file, to be written as UTF-8. It begins with U+FEFF where a byte-order mark is wanted. */
  readonly text: string
  /** Without the header. */
  readonly rows: number
  /** Passages whose text is no longer what was marked; see `CodingsTable`. */
  readonly mismatches: readonly SegmentId[]
  readonly unplaced: readonly CodingId[]
}

/**
 * What a spreadsheet may run: a cell that begins with one of these (OWASP, "CSV Injection"), the
 * full-width signs among them. Papa's own pattern misses cells of more than one line.
 */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/

/** Rows are made and written in batches: held all at once, their cells cost more time in collection than in making. */
const BATCH = 1000

/**
 * Writes the codings as CSV after RFC 4180: comma, CRLF, quotes doubled, a line break after the last
 * record. The same records and options give the same text.
 */
export function codingsCsv(records: ProjectRecords, options: CsvOptions): CodingsCsv {
  const { header, rows, total, mismatches, unplaced } = prepareCodingsTable(records, options)
  const config = { delimiter: ',', newline: '\r\n', escapeFormulae: options.escapeFormulas ? FORMULA : false }
  const parts = [options.byteOrderMark ? '\uFEFF' : '', Papa.unparse([header], config), '\r\n']
  for (let start = 0; start < total; start += BATCH) {
    parts.push(Papa.unparse([...rows(start, start + BATCH)], config), '\r\n')
  }
  return { text: parts.join(''), rows: total, mismatches, unplaced }
}
