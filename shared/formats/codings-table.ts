import { childrenOf } from '#shared/codebook/tree.ts'
import type { CodingId, SegmentId, SourceId } from '#shared/model/ids.ts'
import type { Link } from '#shared/model/link.ts'
import { isAnchored } from '#shared/text/anchor.ts'
import type { Turn } from '#shared/transcript/reading.ts'
import { codingsInOrder, type PlacedCoding } from './codings-in-order.ts'
import { COLUMN_NAMES, type ColumnName, LAST_COLUMN_NAMES, type LastColumnName } from './column-dictionary.ts'
import type { CsvChoice, ProjectRecords } from './export-request.ts'
import { extraColumnsOf } from './extra-columns.ts'
import { type ExchangePlace, type SourceView, viewSource } from './source-view.ts'
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
    const { coding, segment, anchor, part, source, code } = one
    const view = viewOf(one)
    const turn = view.turnOf(anchor.span)
    const facts: RowFacts = {
      // One by one: spread out, they took longer than all cells (V8 11.3).
      coding,
      segment,
      anchor,
      part,
      source,
      code,
      view,
      turn,
      exchange: turn === null ? null : view.exchangeOf(turn),
      times: view.timesOf(anchor.span),
      coder: coders.get(coding.coderId) ?? '',
      memo: memos.get(coding.id) ?? '',
      links: links.get(coding.id) ?? '',
    }
    const row = MAKERS.map((make) => make(facts))
    row.push(...extra.cellsOf(code.root?.id ?? null, coding.fields, source.source.variables))
    for (const make of LAST_MAKERS) row.push(make(facts))
    row.push(...speakers.cellsOf(turn?.speaker ?? ''))
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

/** What the cells of a row are made of. */
interface RowFacts extends PlacedCoding {
  readonly view: SourceView
  readonly turn: Turn | null
  readonly exchange: ExchangePlace | null
  /** When the passage begins and ends in the recording; see `SourceView.timesOf`. */
  readonly times: readonly [start: string, end: string]
  readonly coder: string
  readonly memo: string
  readonly links: string
}

type CellMaker = (row: RowFacts) => string

const CELLS: Readonly<Record<ColumnName, CellMaker>> = {
  coding_id: ({ coding }) => coding.id,
  segment_id: ({ segment }) => segment.id,
  source_id: ({ source }) => source.source.id,
  source_name: ({ source }) => source.source.name,
  source_file: ({ source }) => source.source.fileName,
  source_sha256: ({ source }) => source.source.sha256,
  family: ({ code }) => code.root?.family?.slug ?? '',
  code_id: ({ coding }) => coding.codeId,
  code: ({ code }) => code.code?.name ?? '',
  code_path: ({ code }) => code.path,
  coder: ({ coder }) => coder,
  created_at: ({ coding }) => coding.createdAt,
  modified_at: ({ coding }) => coding.modifiedAt,
  start: ({ view, anchor }) => String(view.codePointAt(anchor.span.start)),
  end: ({ view, anchor }) => String(view.codePointAt(anchor.span.end)),
  start_utf16: ({ anchor }) => String(anchor.span.start),
  end_utf16: ({ anchor }) => String(anchor.span.end),
  part: ({ part }) => String(part),
  parts: ({ segment }) => String(segment.anchors.length),
  line_start: ({ view, anchor }) => String(view.lineAt(anchor.span.start)),
  line_end: ({ view, anchor }) => String(view.lineAt(anchor.span.end - 1)),
  page: ({ view, anchor }) => view.pageOf(anchor.span),
  time_start: ({ times, turn }) => (times[0] === '' ? (turn?.time ?? '') : times[0]),
  time_end: ({ times }) => times[1],
  turn: ({ turn }) => (turn === null ? '' : String(turn.index + 1)),
  speaker: ({ turn }) => turn?.speaker ?? '',
  speaker_role: ({ turn }) => turn?.role ?? '',
  exchange: ({ exchange }) => (exchange === null ? '' : String(exchange.number)),
  exchange_role: ({ exchange }) => exchange?.role ?? '',
  quote: ({ view, anchor }) => view.quote(anchor.span),
  quote_raw: ({ view, anchor }) => view.rawQuote(anchor.span),
  context_before: ({ view, anchor }) => view.before(anchor.span, CONTEXT),
  context_after: ({ view, anchor }) => view.after(anchor.span, CONTEXT),
  memo: ({ memo }) => memo,
}

const LAST_CELLS: Readonly<Record<LastColumnName, CellMaker>> = {
  part_name: ({ anchor }) => anchor.part ?? '',
  links: ({ links }) => links,
}

// A hundred thousand rows do not look each cell up by name.
const MAKERS = COLUMN_NAMES.map((name) => CELLS[name])
const LAST_MAKERS = LAST_COLUMN_NAMES.map((name) => LAST_CELLS[name])

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
