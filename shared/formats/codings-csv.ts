import type { CodingId, SegmentId } from '#shared/model/ids.ts'
import { type PreparedTable, prepareCodingsTable } from './codings-table.ts'
import type { CsvOptions, CsvStyle, ProjectRecords } from './export-request.ts'

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
 * full-width signs among them.
 */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/

/** A cell that holds a separator, a quote, a line break or a byte-order mark, or begins or ends with a space, stands in quotes. */
const NEEDS_QUOTES = /[",\r\n\uFEFF]|^ | $/

/** The same of several cells that were joined by commas, but for the commas. */
const HOLDS_QUOTED = /["\r\n\uFEFF]|, | ,|^ | $/

/** Rows are made and written in batches: held all at once, their cells cost more time in collection than in making. */
const BATCH = 1000

/** A piece of the file, with how many rows there are up to its end. */
export interface CsvPart {
  readonly text: string
  readonly rows: number
}

/**
 * Writes the codings as CSV after RFC 4180: comma, CRLF, quotes doubled, a line break after the last
 * record. The same records and options give the same text.
 */
export function codingsCsv(records: ProjectRecords, options: CsvOptions): CodingsCsv {
  const table = prepareCodingsTable(records, options)
  const parts = Array.from(csvParts(table, options), ({ text }) => text)
  return { text: parts.join(''), rows: table.total, mismatches: table.mismatches, unplaced: table.unplaced }
}

/** The same file piece by piece, for whoever does not want to hold all of it. */
export function* csvParts({ header, rows, total }: PreparedTable, options: CsvStyle): Generator<CsvPart> {
  const line = lineMaker(options.escapeFormulas)
  yield { text: `${options.byteOrderMark ? '\uFEFF' : ''}${line(header)}\r\n`, rows: 0 }
  for (let start = 0; start < total; start += BATCH) {
    const end = Math.min(total, start + BATCH)
    yield { text: `${rows(start, end).map(line).join('\r\n')}\r\n`, rows: end }
  }
}

/** Makes records of rows. By hand, since this is most of the time that a large export takes: Papa, whose bytes these are, takes three times as long. */
function lineMaker(escapesFormulas: boolean): (row: readonly string[]) => string {
  // Where the record before needed no quotes, this one may need none either: then it is looked at once and not cell by cell.
  let mayBePlain = !escapesFormulas
  return (row) => {
    if (mayBePlain) {
      const plain = row.join()
      if (isPlain(plain, row.length)) return plain
    }
    mayBePlain = !escapesFormulas
    const cells = row.map((cell) => {
      if (escapesFormulas && FORMULA.test(cell)) return `"'${cell.replaceAll('"', '""')}"`
      if (!NEEDS_QUOTES.test(cell)) return cell
      mayBePlain = false
      return `"${cell.replaceAll('"', '""')}"`
    })
    // Joined at once: a text that grows cell by cell is put together a second time when it is encoded.
    return cells.join()
  }
}

/** Whether cells that were joined by commas can be parted again as they stand. */
function isPlain(joined: string, cells: number): boolean {
  if (HOLDS_QUOTED.test(joined)) return false
  let commas = 0
  for (let at = joined.indexOf(','); at !== -1; at = joined.indexOf(',', at + 1)) commas += 1
  return commas === cells - 1
}
