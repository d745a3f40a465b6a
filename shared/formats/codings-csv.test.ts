import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { starterCodesByName } from '#shared/codebook/starter-codebook.ts'
import type { Code } from '#shared/model/code.ts'
import type { Coding, FieldValues } from '#shared/model/coding.ts'
import type {
  CaseId,
  CodeId,
  CoderId,
  CodingId,
  IsoDateTime,
  LinkId,
  MemoId,
  ProjectId,
  SegmentId,
  SourceId,
} from '#shared/model/ids.ts'
import type { Link, LinkRelation } from '#shared/model/link.ts'
import type { Segment } from '#shared/model/segment.ts'
import { NO_STRUCTURE } from '#shared/model/source-structure.ts'
import { spanOf } from '#shared/model/text-span.ts'
import { anchorOf } from '#shared/text/anchor.ts'
import { codingsCsv } from './codings-csv.ts'
import { codingsTable } from './codings-table.ts'
import { COLUMN_NAMES, LAST_COLUMN_NAMES } from './column-dictionary.ts'
import type { CsvOptions, ProjectRecords, SourceWithText } from './export-request.ts'

const ALL: CsvOptions = { byteOrderMark: true, escapeFormulas: false, codeIds: null, sourceIds: null }
const PLAIN: CsvOptions = { ...ALL, byteOrderMark: false }
const CODER = 'anna' as CoderId
const NOON = '2026-03-04T12:00:00.000Z' as IsoDateTime

let lastId = 0
const byName = starterCodesByName('en', () => `00000000-0000-4000-8000-${String(lastId++).padStart(12, '0')}`)

function sourceOf(id: string, text: string, variables: Readonly<Record<string, string>> = {}): SourceWithText {
  return {
    text,
    structure: NO_STRUCTURE,
    stored: null,
    edits: [],
    source: {
      id: id as SourceId,
      name: `Source ${id}`,
      fileName: `${id}.txt`,
      mediaType: 'text/plain',
      sha256: 'a'.repeat(64),
      bytes: text.length,
      encoding: 'utf-8',
      lineEnds: 'lf',
      importer: 'plain-text/1',
      length: text.length,
      importedAt: NOON,
      variables,
    },
  }
}

interface Marked {
  readonly segment: Segment
  readonly coding: Coding
}

/** A coding of the given stretches, each [start, end) in UTF-16. */
function marked(
  id: string,
  { source, text }: SourceWithText,
  spans: readonly (readonly [number, number])[],
  code: Code,
  fields: FieldValues = {},
): Marked {
  const segment: Segment = {
    id: `segment ${id}` as SegmentId,
    sourceId: source.id,
    anchors: spans.map(([start, end]) => anchorOf(text, spanOf(start, end))),
    createdAt: NOON,
    createdBy: CODER,
  }
  const coding: Coding = {
    id: `coding ${id}` as CodingId,
    segmentId: segment.id,
    sourceId: source.id,
    codeId: code.id,
    coderId: CODER,
    fields,
    createdAt: NOON,
    modifiedAt: NOON,
  }
  return { segment, coding }
}

function recordsOf(
  sources: readonly SourceWithText[],
  marks: readonly Marked[],
  codes: readonly Code[] = Object.values(byName),
): ProjectRecords {
  return {
    project: { id: 'project' as ProjectId, name: 'Study', createdAt: NOON },
    coders: [{ id: CODER, name: 'Anna', createdAt: NOON }],
    sources,
    codes,
    segments: marks.map(({ segment }) => segment),
    codings: marks.map(({ coding }) => coding),
    memos: marks.slice(0, 1).map(({ coding }) => ({
      id: 'memo' as MemoId,
      target: { kind: 'coding', id: coding.id },
      text: 'first, of all',
      createdBy: CODER,
      createdAt: NOON,
      modifiedAt: NOON,
    })),
    links: [],
    cases: [],
  }
}

/** Rows as an independent reader sees them, by column name. */
function readBack(text: string): readonly Readonly<Record<string, string>>[] {
  return parse(text, { bom: true, columns: true, relax_column_count: false })
}

const TALK = `Ada Moor: Welcome, everybody. I shall say a few words
on the bridge, on what it cost us and on what it gave
us, and then I take your questions for an hour.

Ben Tarn, Gazette: Is the bridge safe? People tell us of
cracks in the northern pier that were there in spring.

Ada Moor: It is safe. 🌉 We measured every day. The bridge
is a promise in stone, and the promise has been kept by
those who built it.

Cleo Pike, Courier: When will it open to the public, and
who will be there on the day?

Ada Moor: In May.
`
const talk = sourceOf('talk', TALK, { place: 'Port Merrow', date: '4 March' })
const at = (words: string): readonly [number, number] => {
  const start = TALK.indexOf(words)
  return [start, start + words.length]
}

test('a row says everything of a coding', () => {
  const metaphor = marked('m', talk, [at('The bridge\nis a promise in stone')], byName['rhetoric.metaphor'])
  const [row] = readBack(codingsCsv(recordsOf([talk], [metaphor]), ALL).text)
  expect(row).toMatchObject({
    coding_id: 'coding m',
    segment_id: 'segment m',
    source_name: 'Source talk',
    source_file: 'talk.txt',
    family: 'rhetoric',
    code: 'Metaphor',
    code_path: 'Rhetoric > Metaphor',
    coder: 'Anna',
    created_at: NOON,
    part: '1',
    parts: '1',
    line_start: '8',
    line_end: '9',
    page: '',
    time_start: '',
    turn: '3',
    speaker: 'Ada Moor',
    speaker_role: 'answer',
    exchange: '1',
    exchange_role: 'answer',
    quote: 'The bridge is a promise in stone',
    quote_raw: 'The bridge\nis a promise in stone',
    memo: 'first, of all',
    'source.date': '4 March',
    'source.place': 'Port Merrow',
  })
  expect(row?.['context_before']?.endsWith('\nIt is safe. 🌉 We measured every day. ')).toBe(true)
  expect(row?.['context_after']).toBe(', and the promise has been kept by those')
  expect(Number(row?.['start'])).toBe(Number(row?.['start_utf16']) - 1)
})

test('the header is fixed, then fields of families, then variables of sources, then what came later', () => {
  const { header } = codingsTable(recordsOf([talk], []), ALL)
  expect(header).toEqual([
    ...COLUMN_NAMES,
    'claim.claimant',
    'claim.addressee',
    'claim.stance',
    'claim.proposition',
    'claim.responsiveness',
    'source.date',
    'source.place',
    'part_name',
    'links',
  ])
})

test('what is said of the speaker of the turn stands behind everything else', () => {
  const one = marked('one', talk, [at('Welcome, everybody')], byName['rhetoric.metaphor'])
  const moor = { name: 'Moor', speakers: ['Ada Moor'], attributes: { party: 'Green' }, createdAt: NOON }
  const records = { ...recordsOf([talk], [one]), cases: [{ ...moor, id: 'moor' as CaseId }] }
  const [row = {}] = readBack(codingsCsv(records, PLAIN).text)
  expect(Object.keys(row).slice(-4)).toEqual(['part_name', 'links', 'speaker.name', 'speaker.party'])
  expect(row).toMatchObject({ speaker: 'Ada Moor', 'speaker.name': 'Moor', 'speaker.party': 'Green' })
})

test('an export of nothing is a header', () => {
  const { text, rows } = codingsCsv(recordsOf([], []), PLAIN)
  expect(rows).toBe(0)
  expect(text.endsWith('claim.responsiveness,part_name,links\r\n')).toBe(true)
  expect(text.split('\r\n')).toHaveLength(2)
})

test('a passage of two parts has two rows, each with the name of its part', () => {
  const both = marked('b', talk, [at('It is safe.'), at('In May.')], byName['claim.fact'])
  const [first, ...others] = both.segment.anchors
  if (first === undefined) throw new Error('no anchor')
  const named = { ...both, segment: { ...both.segment, anchors: [{ ...first, part: 'thesis' }, ...others] } }
  const rows = readBack(codingsCsv(recordsOf([talk], [named]), ALL).text)
  expect(rows.map(({ part, parts, part_name, quote }) => [part, parts, part_name, quote])).toEqual([
    ['1', '2', 'thesis', 'It is safe.'],
    ['2', '2', '', 'In May.'],
  ])
})

test('what a coding does to others is told with the coding that does it, in an order that does not change', () => {
  const one = marked('1', talk, [at('It is safe.')], byName['claim.fact'])
  const other = marked('2', talk, [at('In May.')], byName['claim.fact'])
  const link = (from: Marked, relation: LinkRelation, to: Marked): Link => ({
    id: `${from.coding.id} ${relation} ${to.coding.id}` as LinkId,
    sourceId: talk.source.id,
    from: from.coding.id,
    relation,
    toSourceId: talk.source.id,
    to: to.coding.id,
    createdBy: CODER,
    createdAt: NOON,
  })
  const links = [link(one, 'supports', other), link(one, 'answers', other), link(other, 'attacks', one)]
  for (const order of [links, [...links].reverse()]) {
    const rows = readBack(codingsCsv({ ...recordsOf([talk], [one, other]), links: order }, ALL).text)
    expect(rows.map((row) => row['links'])).toEqual(['answers:coding 2 supports:coding 2', 'attacks:coding 1'])
  }
})

test('fields stand in the columns of their family only, and values without a definition are kept', () => {
  const fact = marked('f', talk, [at('It is safe.')], byName['claim.fact'], { stance: 'neutral', old: 'kept' })
  const moved = marked('g', talk, [at('In May.')], byName['topic.law'], { stance: 'opposes' })
  const { header, rows } = codingsTable(recordsOf([talk], [fact, moved]), ALL)
  expect(header.slice(COLUMN_NAMES.length)).toEqual([
    'claim.claimant',
    'claim.addressee',
    'claim.stance',
    'claim.proposition',
    'claim.responsiveness',
    'claim.old',
    'topic.stance',
    'source.date',
    'source.place',
    ...LAST_COLUMN_NAMES,
  ])
  expect(rows.map((row) => row.slice(COLUMN_NAMES.length, -4))).toEqual([
    ['', '', 'neutral', '', '', 'kept', ''],
    ['', '', '', '', '', '', 'opposes'],
  ])
})

test('an answer that is a source stands there by its name, and others as they are stored', () => {
  const fields = [
    { name: 'about', label: 'About', type: 'source', choices: [] },
    { name: 'tone', label: 'Tone', type: 'choices', choices: [{ value: 'dry', label: 'Dry' }] },
  ] as const
  const root: Code = { ...byName.claim, family: { slug: 'claim', manner: 'tint', fields } }
  const codes = Object.values(byName).map((code) => (code === byName.claim ? root : code))
  const answers = [
    { about: talk.source.id, tone: 'dry;sharp' },
    { about: 'gone', tone: 'dry' },
  ]
  const marks = answers.map((each, n) => marked(String(n), talk, [[n, n + 4]], byName['claim.fact'], each))
  const { header, rows } = codingsTable(recordsOf([talk], marks, codes), ALL)
  expect(header.slice(COLUMN_NAMES.length, COLUMN_NAMES.length + 2)).toEqual(['claim.about', 'claim.tone'])
  expect(rows.map((row) => row.slice(COLUMN_NAMES.length, COLUMN_NAMES.length + 2))).toEqual([
    [talk.source.name, 'dry;sharp'],
    ['gone', 'dry'],
  ])
})

test('no column name comes twice, whatever users call their families, fields and variables', () => {
  const root = (id: string, slug: string, name: string): Code => ({
    ...byName.topic,
    id: id as CodeId,
    name,
    family: { slug, manner: 'dots', fields: [{ name: 'constructor', label: '', type: 'text', choices: [] }] },
  })
  const codes = [root('1', 'source', 'A'), root('2', 'source', 'B')]
  const source = sourceOf('s', 'Some words.', { constructor: 'by hand', Constructor: 'too' })
  const one = marked('o', source, [[0, 4]], { ...byName['claim.fact'], id: '2' as CodeId }, { constructor: 'field' })
  const { header, rows } = codingsTable(recordsOf([source], [one], codes), ALL)
  expect(header.slice(COLUMN_NAMES.length)).toEqual([
    'source.constructor',
    'source.constructor_2',
    'source.Constructor_3',
    'source.constructor_4',
    ...LAST_COLUMN_NAMES,
  ])
  expect(rows[0]?.slice(COLUMN_NAMES.length)).toEqual(['', 'field', 'too', 'by hand', '', ''])
})

test('only what was asked for is exported', () => {
  const other = sourceOf('other', TALK)
  const marks = [
    marked('1', talk, [at('It is safe.')], byName['claim.fact']),
    marked('2', talk, [at('In May.')], byName['claim.prediction']),
    marked('3', other, [at('In May.')], byName['claim.fact']),
  ]
  const rowsOf = (options: CsvOptions) =>
    readBack(codingsCsv(recordsOf([talk, other], marks), options).text).map((row) => row['coding_id'])
  expect(rowsOf(ALL)).toEqual(['coding 3', 'coding 1', 'coding 2'])
  expect(rowsOf({ ...ALL, codeIds: [byName['claim.fact'].id] })).toEqual(['coding 3', 'coding 1'])
  expect(rowsOf({ ...ALL, sourceIds: [talk.source.id] })).toEqual(['coding 1', 'coding 2'])
})

test('a limit makes fewer rows and tells how many there are', () => {
  const marks = [marked('1', talk, [[0, 3]], byName['claim.fact']), marked('2', talk, [[4, 8]], byName['claim.fact'])]
  const table = codingsTable(recordsOf([talk], marks), ALL, 1)
  expect([table.rows.length, table.total]).toEqual([1, 2])
})

test('passages that no longer fit are written and reported', () => {
  const sound = marked('sound', talk, [at('In May.')], byName['claim.fact'])
  const lost = marked('lost', talk, [at('It is safe.')], byName['claim.fact'])
  const shorter = { ...talk, text: TALK.slice(0, 100) }
  const { rows, mismatches } = codingsCsv(recordsOf([shorter], [sound, lost]), ALL)
  expect(rows).toBe(2)
  expect(mismatches).toEqual(['segment lost', 'segment sound'])
  expect(codingsCsv(recordsOf([talk], [sound]), ALL).mismatches).toEqual([])
})

test('codings whose passage is not there are reported', () => {
  const { coding } = marked('x', talk, [[0, 3]], byName['claim.fact'])
  const records = { ...recordsOf([talk], []), codings: [coding] }
  expect(codingsCsv(records, ALL)).toMatchObject({ rows: 0, unplaced: ['coding x'] })
})

test('cells that a spreadsheet would run are escaped only when asked', () => {
  const source = sourceOf('s', '=SUM(A1)\n+1 and more')
  const one = marked('1', source, [[0, 20]], byName['claim.fact'], { proposition: '=1+1\n2', claimant: '＝cmd' })
  const records = recordsOf([source], [one])
  const read = (escapeFormulas: boolean) => readBack(codingsCsv(records, { ...ALL, escapeFormulas }).text)[0]
  expect(read(false)).toMatchObject({ quote_raw: '=SUM(A1)\n+1 and more', 'claim.proposition': '=1+1\n2' })
  expect(read(true)).toMatchObject({
    quote_raw: "'=SUM(A1)\n+1 and more",
    'claim.proposition': "'=1+1\n2",
    'claim.claimant': "'＝cmd",
  })
})

test('the byte-order mark is a choice', () => {
  const records = recordsOf([talk], [])
  expect(codingsCsv(records, ALL).text).toBe(`\uFEFF${codingsCsv(records, PLAIN).text}`)
})

/** Any string, with what trips up CSV among it. */
const cell = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(fc.constantFrom('"', ',', '\r', '\n', '\r\n', ';', '\t', ' ', "'", '=', '\uFEFF', '𠮷', 'x'))
    .map((parts) => parts.join('')),
)

test('whatever is written reads back the same with another reader', () => {
  fc.assert(
    fc.property(cell, cell, cell, fc.boolean(), (proposition, name, variable, byteOrderMark) => {
      const source = sourceOf('s', 'Some words.', { [name]: variable })
      const one = marked('1', source, [[0, 4]], byName['claim.fact'], { proposition })
      const { text } = codingsCsv(recordsOf([source], [one]), { ...ALL, byteOrderMark })
      const [header, row] = parse(text, { bom: true }) as string[][]
      const table = codingsTable(recordsOf([source], [one]), ALL)
      expect(header).toEqual(table.header)
      expect(row).toEqual(table.rows[0])
      expect(row?.[header?.indexOf('claim.proposition') ?? -1]).toBe(proposition)
      expect(row?.at(-1 - LAST_COLUMN_NAMES.length)).toBe(variable)
    }),
  )
})

/** Texts with astral characters, line breaks and labels, with a stretch in them. */
const passage = fc
  .tuple(
    fc.array(fc.constantFrom('𠮷', '🌉', '林', '：', '\n', '\n\n', ' ', 'Ada: ', '王五：', '好。', 'word'), {
      minLength: 1,
    }),
    fc.nat(),
    fc.nat(),
  )
  .map(([parts, a, b]) => {
    const text = parts.join('')
    const [start, end] = [a % text.length, b % text.length].sort((x, y) => x - y) as [number, number]
    return { text, start, end: end + 1 }
  })

test('start and end slice the raw quote in code points and in UTF-16', () => {
  fc.assert(
    fc.property(passage, ({ text, start, end }) => {
      const source = sourceOf('s', text)
      const [row] = readBack(
        codingsCsv(recordsOf([source], [marked('1', source, [[start, end]], byName.topic)]), ALL).text,
      )
      const characters = [...text]
      expect(characters.slice(Number(row?.['start']), Number(row?.['end'])).join('')).toBe(row?.['quote_raw'])
      expect(text.slice(Number(row?.['start_utf16']), Number(row?.['end_utf16']))).toBe(row?.['quote_raw'])
    }),
  )
})

test('the same records give the same bytes in whatever order they come', () => {
  const sources = [talk, sourceOf('b', TALK), sourceOf('a', TALK)]
  const codes = Object.values(byName).filter((code) => code.isCodable)
  const marks = sources.flatMap((source, s) =>
    codes.map((code, index) => marked(`${s}-${index}`, source, [[index % 5, 10 + (index % 3)]], code)),
  )
  const records = recordsOf(sources, marks)
  const { text } = codingsCsv(records, ALL)
  const shuffled = <T>(list: readonly T[]) => fc.shuffledSubarray([...list], { minLength: list.length })
  fc.assert(
    fc.property(
      shuffled(records.sources),
      shuffled(records.segments),
      shuffled(records.codings),
      shuffled(records.codes),
      (newSources, segments, codings, newCodes) => {
        const other = { ...records, sources: newSources, segments, codings, codes: newCodes }
        expect(codingsCsv(other, ALL).text).toBe(text)
      },
    ),
    { numRuns: 20 },
  )
})
