import fc from 'fast-check'
import { expect, test } from 'vitest'
import { viewSource } from '#shared/formats/source-view.ts'
import { applyChanges, emptyState, marksOf } from '#shared/journal/state.ts'
import type {
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
import { NO_STRUCTURE } from '#shared/model/source-structure.ts'
import { overlaps, spanOf } from '#shared/model/text-span.ts'
import { readTranscript } from '#shared/transcript/read-transcript.ts'
import { lastTouch, readingFigures } from './source-figures.ts'
import { summaryKey, summaryOf } from './source-summary.ts'

const AT = '2026-01-02T03:04:05.006Z' as IsoDateTime
const ANN = 'ann' as CoderId
const SOURCE = 's' as SourceId
const TEXT = [
  'ANN: When does the ferry leave?',
  'BOB: At noon, from pier two.',
  'ANN: Every day?',
  'CLEO: Every day but Sunday, and never in a storm.',
  'BOB: That is so.',
].join('\n\n')

const empty = emptyState({ id: 'p' as ProjectId, name: 'p', createdAt: AT })

/** A project with one source on which passages of one or two parts are coded. */
function coded(passages: readonly (readonly (readonly [start: number, length: number])[])[]) {
  return applyChanges(
    empty,
    passages.flatMap((parts, index) => {
      const anchors = parts.map(([start, length]) => {
        const span = spanOf(start, Math.min(TEXT.length, start + length))
        return { span, quote: TEXT.slice(span.start, span.end), prefix: '', suffix: '' }
      })
      const segmentId = `segment ${index}` as SegmentId
      return [
        {
          kind: 'segment' as const,
          before: null,
          after: { id: segmentId, sourceId: SOURCE, anchors, createdAt: AT, createdBy: ANN },
        },
        {
          kind: 'coding' as const,
          before: null,
          after: {
            id: `coding ${index}` as CodingId,
            segmentId,
            sourceId: SOURCE,
            codeId: 'c' as CodeId,
            coderId: ANN,
            fields: {},
            createdAt: AT,
            modifiedAt: AT,
          },
        },
      ]
    }),
  )
}

test('counts equal a recount turn by turn, and what an export says of each coding', () => {
  const reading = readTranscript(TEXT)
  const summary = summaryOf(reading)
  const view = viewSource({ text: TEXT, structure: NO_STRUCTURE, stored: null, edits: [] })
  const part = fc.tuple(fc.nat(TEXT.length - 1), fc.integer({ min: 1, max: 60 }))
  fc.assert(
    fc.property(fc.array(fc.array(part, { minLength: 1, maxLength: 2 }), { maxLength: 12 }), (passages) => {
      const marks = marksOf(coded(passages), SOURCE)
      const figures = readingFigures(summary, marks)
      const spans = [...marks.segments.values()].flatMap(({ anchors }) => anchors.map(({ span }) => span))
      expect(figures.turns).toBe(reading.turns.length)
      expect(figures.codedTurns).toBe(
        reading.turns.filter((turn) => spans.some((span) => overlaps(span, turn.span))).length,
      )
      for (const [name, counts] of figures.speakers) {
        const saidBy = [...marks.segments.values()].filter(({ anchors }) =>
          anchors.some(({ span }) => view.turnOf(span)?.speaker === name),
        )
        expect(counts).toEqual({
          turns: reading.turns.filter(({ speaker }) => speaker === name).length,
          codings: saidBy.length,
        })
      }
    }),
  )
})

test('the last touch is the latest mark, whoever made it', () => {
  expect(lastTouch(empty, SOURCE)).toBeNull()
  const state = coded([[[0, 4]]])
  expect(lastTouch(state, SOURCE)).toEqual({ at: AT, by: ANN })
  const bob = 'bob' as CoderId
  const later = '2026-02-02T03:04:05.006Z' as IsoDateTime
  const target = { kind: 'turn', sourceId: SOURCE, start: 0 } as const
  const memo = { id: 'm' as MemoId, target, text: 'm', createdBy: bob, createdAt: later, modifiedAt: later }
  expect(lastTouch(applyChanges(state, [{ kind: 'memo', before: null, after: memo }]), SOURCE)).toEqual({
    at: later,
    by: bob,
  })
  const link = {
    id: 'l' as LinkId,
    sourceId: SOURCE,
    from: 'coding 0' as CodingId,
    relation: 'answers' as const,
    toSourceId: SOURCE,
    to: 'coding 0' as CodingId,
    createdBy: bob,
    createdAt: later,
  }
  expect(lastTouch(applyChanges(state, [{ kind: 'link', before: null, after: link }]), SOURCE)?.by).toBe(bob)
})

test('the key of a summary tells versions and edits apart, whatever their order', () => {
  const edits = (...ids: readonly string[]) => new Map(ids.map((id) => [id, {} as never]))
  expect(summaryKey('1', edits('a', 'b'))).toBe(summaryKey('1', edits('b', 'a')))
  expect(summaryKey('1', edits('a'))).not.toBe(summaryKey('2', edits('a')))
  expect(summaryKey('1', edits('a'))).not.toBe(summaryKey('1', edits('b')))
})
