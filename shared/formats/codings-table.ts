import { childrenOf } from '#shared/codebook/tree.ts'
import type { CodingId, SegmentId, SourceId } from '#shared/model/ids.ts'
import type { Link } from '#shared/model/link.ts'
import { isAnchored } from '#shared/text/anchor.ts'
import { codingsInOrder, type PlacedCoding } from './codings-in-order.ts'
import { COLUMN_NAMES, type ColumnName, LAST_COLUMN_NAMES, type LastColumnName } from './column-dictionary.ts'
import type { CsvChoice, ProjectRecords } from './export-request.ts'
import { extraColumnsOf } from './extra-columns.ts'
import { type SourceView, viewSource } from './source-view.ts'
import { speakerColumnsOf } from './speaker-columns.ts'

type Row = readonly string[]

/** The codings of a project as a table, one row per coding and part of its passage. */
export interface CodingsTable {
  readonly header: Row
  readonly rows: readonly Row[]
  /** How many rows there are without a limit. */
  readonly total: number
  /** Passages whose text is no longer what was marked. Their rows are there, with what the positions hold now. */
  readonly mismatches: readonly SegmentId[]
  /** Codings without a row, because their segment or its source is not among the records. */
  readonly unplaced: readonly CodingId[]
}

/** The table before its cells are made, which is what costs. */
export interface PreparedTable extends Omit<CodingsTable, 'rows'> {
  /** The rows from `start` up to `end`, both counted from 0, or as many as there are. */
  readonly rows: (start: number, end: number) => readonly Row[]
}

const CONTEXT = 40

/** Prepares the table; each source is read when its first row is made. See `codingsInOrder` for the order. */
export function prepareCodingsTable(records: ProjectRecords, filter: CsvChoice): PreparedTable {
  const { placed, unplaced } = codingsInOrder(records, filter)
  const extra = extraColumnsOf(
    childrenOf(records.codes, null),
    placed.map(({ coding, code }) => ({ rootId: code.root?.id ?? null, fields: coding.fields })),
    records.sources.flatMap(({ source }) =>
      filter.sourceIds === null || filter.sourceIds.includes(source.id) ? [source.variables] : [],
    ),
    new Map(records.sources.map(({ source }) => [source.id, source.name])),
    [...COLUMN_NAMES, ...LAST_COLUMN_NAMES],
  )
  const known = [...COLUMN_NAMES, ...extra.header, ...LAST_COLUMN_NAMES]
  const speakers = speakerColumnsOf(records.cases, known)
  const coders = new Map(records.coders.map((coder) => [coder.id, coder.name]))
  const memos = new Map(
    records.memos.flatMap(({ target, text }) => (target.kind === 'coding' ? [[target.id, text]] : [])),
  )
  const links = linkCells(records.links)
  // Rows come source by source: the views of those before would only be in the way of the collector.
  let last: { readonly id: SourceId; readonly view: SourceView } | null = null
  const viewOf = ({ source: entry }: PlacedCoding): SourceView => {
    if (last?.id !== entry.source.id) last = { id: entry.source.id, view: viewSource(entry) }
    return last.view
  }

  const rowOf = (one: PlacedCoding): Row => {
    const { coding, code, source } = one
    const cells = cellsOf(one, viewOf(one), coders.get(coding.coderId) ?? '', memos.get(coding.id) ?? '')
    const row: string[] = COLUMN_NAMES.map((name) => cells[name])
    row.push(...extra.cellsOf(code.root?.id ?? null, coding.fields, source.source.variables))
    const last = lastCellsOf(one, links.get(coding.id) ?? '')
    row.push(...LAST_COLUMN_NAMES.map((name) => last[name]))
    row.push(...speakers.cellsOf(cells.speaker))
    return row
  }

  const header = [...known, ...speakers.header]
  const mismatched = placed.filter(({ source, anchor }) => !isAnchored(source.text, anchor))
  return {
    header,
    rows: (start, end) => placed.slice(start, end).map(rowOf),
    total: placed.length,
    mismatches: [...new Set(mismatched.map(({ segment }) => segment.id))],
    unplaced,
  }
}

/** The table with its rows, or with the first `limit` of them, as a preview shows it. */
export function codingsTable(
  records: ProjectRecords,
  filter: CsvChoice,
  limit = Number.POSITIVE_INFINITY,
): CodingsTable {
  const { header, rows, total, mismatches, unplaced } = prepareCodingsTable(records, filter)
  return { header, rows: rows(0, limit), total, mismatches, unplaced }
}

function cellsOf(
  { coding, segment, anchor, part, source: { source }, code }: PlacedCoding,
  view: SourceView,
  coder: string,
  memo: string,
): Readonly<Record<ColumnName, string>> {
  const { span } = anchor
  const turn = view.turnOf(span)
  const [timeStart, timeEnd] = view.timesOf(span)
  const exchange = turn === null ? null : view.exchangeOf(turn)
  return {
    coding_id: coding.id,
    segment_id: segment.id,
    source_id: source.id,
    source_name: source.name,
    source_file: source.fileName,
    source_sha256: source.sha256,
    family: code.root?.family?.slug ?? '',
    code_id: coding.codeId,
    code: code.code?.name ?? '',
    code_path: code.path,
    coder,
    created_at: coding.createdAt,
    modified_at: coding.modifiedAt,
    start: String(view.codePointAt(span.start)),
    end: String(view.codePointAt(span.end)),
    start_utf16: String(span.start),
    end_utf16: String(span.end),
    part: String(part),
    parts: String(segment.anchors.length),
    line_start: String(view.lineAt(span.start)),
    line_end: String(view.lineAt(span.end - 1)),
    page: view.pageOf(span),
    time_start: timeStart === '' ? (turn?.time ?? '') : timeStart,
    time_end: timeEnd,
    turn: turn === null ? '' : String(turn.index + 1),
    speaker: turn?.speaker ?? '',
    speaker_role: turn?.role ?? '',
    exchange: exchange === null ? '' : String(exchange.number),
    exchange_role: exchange?.role ?? '',
    quote: view.quote(span),
    quote_raw: view.rawQuote(span),
    context_before: view.before(span, CONTEXT),
    context_after: view.after(span, CONTEXT),
    memo,
  }
}

function lastCellsOf({ anchor }: PlacedCoding, links: string): Readonly<Record<LastColumnName, string>> {
  return { part_name: anchor.part ?? '', links }
}

/** What the links that go out from each coding say, in an order that is the same in every export. */
function linkCells(links: readonly Link[]): ReadonlyMap<CodingId, string> {
  const cells = new Map<CodingId, string[]>()
  for (const { from, relation, to } of links) {
    const there = cells.get(from)
    if (there === undefined) cells.set(from, [`${relation}:${to}`])
    else there.push(`${relation}:${to}`)
  }
  return new Map([...cells].map(([id, said]) => [id, said.sort().join(' ')]))
}
