import { expect, test } from 'vitest'
import { starterCodebook } from '#shared/codebook/starter-codebook.ts'
import { rootOf } from '#shared/codebook/tree.ts'
import { RecordTable } from '#shared/journal/record-table.ts'
import { codeList, emptyState, type ProjectState } from '#shared/journal/state.ts'
import type { Coding } from '#shared/model/coding.ts'
import type {
  CodeId,
  CoderId,
  CodeSetId,
  CodingId,
  IsoDateTime,
  ProjectId,
  SegmentId,
  SourceId,
} from '#shared/model/ids.ts'
import type { Segment } from '#shared/model/segment.ts'
import { spanOf } from '#shared/model/text-span.ts'
import type { Turn } from '#shared/transcript/reading.ts'
import { asksAnything, type CodingFilter, codingTest, filterInForce, NO_FILTER } from './coding-filter.ts'

const AT = '2026-01-02T03:04:05.006Z' as IsoDateTime
const SOURCE = 'source' as SourceId
const ANNA = 'anna' as CoderId
const BEN = 'ben' as CoderId

let count = 0
const codes = starterCodebook('en', () => `code-${++count}`)
const byName = (name: string): CodeId => {
  const found = codes.find((code) => code.name === name)
  if (found === undefined) throw new Error(name)
  return found.id
}
const METAPHOR = byName('Metaphor')
const RHETORIC = rootOf(codes, METAPHOR)?.id as CodeId
const HEALTH = codes.find((code) => code.key === '0')?.id as CodeId
const SET = 'set' as CodeSetId

const state: ProjectState = {
  ...emptyState({ id: 'p' as ProjectId, name: 'p', createdAt: AT }),
  codes: RecordTable.of(codes),
  coders: RecordTable.of([ANNA, BEN].map((id) => ({ id, name: id, createdAt: AT }))),
  codeSets: RecordTable.of([{ id: SET, name: 'mine', codeIds: [HEALTH] }]),
}

const turnOf = (index: number, speaker: string | null, start: number, end: number): Turn => ({
  index,
  speaker,
  label: '',
  affiliation: '',
  role: 'other',
  span: spanOf(start, end),
  line: 1,
  time: null,
  firstBlock: 0,
  endBlock: 0,
})
const turns = [turnOf(0, 'Lin', 0, 50), turnOf(1, null, 50, 80), turnOf(2, 'Okafor', 90, 200)]

function shows(
  asked: Partial<CodingFilter>,
  { codeId = METAPHOR, coderId = ANNA, spans = [[10, 20]] as readonly (readonly [number, number])[] } = {},
): boolean {
  const segment: Segment = {
    id: 's' as SegmentId,
    sourceId: SOURCE,
    anchors: spans.map(([start, end]) => ({ span: spanOf(start, end), quote: '', prefix: '', suffix: '' })),
    createdAt: AT,
    createdBy: coderId,
  }
  const coding: Coding = {
    id: 'c' as CodingId,
    segmentId: segment.id,
    sourceId: SOURCE,
    codeId,
    coderId,
    fields: {},
    createdAt: AT,
    modifiedAt: AT,
  }
  return codingTest(state, { ...NO_FILTER, ...asked }, turns)(coding, segment)
}

test('a filter that asks nothing shows everything', () => {
  expect(asksAnything(NO_FILTER)).toBe(false)
  expect(shows({})).toBe(true)
})

test('a family shows its codes, a code itself, a set what is in it, and any of them will do', () => {
  expect(codeList(state)).toHaveLength(codes.length)
  expect(shows({ codes: [RHETORIC] })).toBe(true)
  expect(shows({ codes: [METAPHOR] })).toBe(true)
  expect(shows({ codes: [HEALTH] })).toBe(false)
  expect(shows({ codeSets: [SET] })).toBe(false)
  expect(shows({ codeSets: [SET] }, { codeId: HEALTH })).toBe(true)
  expect(shows({ codeSets: [SET], codes: [RHETORIC] })).toBe(true)
})

test('a coder and a speaker are asked for beside the code, and all must fit', () => {
  expect(shows({ coders: [BEN] })).toBe(false)
  expect(shows({ coders: [BEN, ANNA] })).toBe(true)
  expect(shows({ speakers: ['Lin'] })).toBe(true)
  expect(shows({ speakers: ['Okafor'] })).toBe(false)
  expect(shows({ speakers: ['Lin'], coders: [BEN] })).toBe(false)
})

test('a coding belongs to every speaker in whose turn a part of it stands', () => {
  const parted = {
    spans: [
      [40, 45],
      [95, 99],
    ] as const,
  }
  expect(shows({ speakers: ['Lin'] }, parted)).toBe(true)
  expect(shows({ speakers: ['Okafor'] }, parted)).toBe(true)
  expect(shows({ speakers: ['Okafor'] }, { spans: [[49, 91]] })).toBe(true)
  expect(shows({ speakers: ['Lin', 'Okafor'] }, { spans: [[50, 90]] })).toBe(false)
})

test('what is no longer in the project asks nothing', () => {
  const gone: CodingFilter = {
    codes: ['gone' as CodeId],
    codeSets: ['gone' as CodeSetId],
    coders: ['gone' as CoderId],
    speakers: [],
  }
  expect(asksAnything(filterInForce(state, gone))).toBe(false)
  expect(shows(gone)).toBe(true)
})
