import { expect, test } from 'vitest'
import type { SegmentId, SourceId } from '#shared/model/ids.ts'
import type { Segment } from '#shared/model/segment.ts'
import { NO_STRUCTURE } from '#shared/model/source-structure.ts'
import { spanOf } from '#shared/model/text-span.ts'
import { readTranscript } from '#shared/transcript/read-transcript.ts'
import type { Desk } from './desk.ts'
import { passageOf } from './passages.ts'

const TEXT = 'Ann: Where is the boat?\n\nBob: Gone. It went at noon.\n\nAnn: Who saw it?\n\nBob: Nobody did.\n'
const sourceId = 'boat' as SourceId
const open = { sourceId, text: TEXT, reading: readTranscript(TEXT, NO_STRUCTURE) }
const desk = { workbench: { getState: () => ({ open, session: null }) } } as unknown as Desk

function around(words: string) {
  const start = TEXT.indexOf(words)
  const span = spanOf(start, start + words.length)
  const segment = {
    id: 'segment' as SegmentId,
    sourceId,
    anchors: [{ span, quote: words, prefix: '', suffix: '' }],
  } as unknown as Segment
  return passageOf(desk, segment, 200)
}

test('a passage that fills its paragraph stands in a line of its own', async () => {
  expect(await around('Gone. It went at noon.')).toEqual({
    before: 'Where is the boat?\n',
    quote: 'Gone. It went at noon.',
    after: '\nWho saw it?\nNobody did.',
    speaker: 'Bob',
  })
})

test('one within its paragraph runs on', async () => {
  const { before, after } = await around('It went')
  expect([before, after]).toEqual(['Where is the boat?\nGone. ', ' at noon.\nWho saw it?\nNobody did.'])
})
