import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { LecternDatabase } from '#renderer/db/database.ts'
import { applyChanges, emptyState, type ProjectState } from '#shared/journal/state.ts'
import type { IsoDateTime, ProjectId, SegmentId, SourceId } from '#shared/model/ids.ts'
import type { Segment } from '#shared/model/segment.ts'
import { NO_STRUCTURE } from '#shared/model/source-structure.ts'
import { spanOf } from '#shared/model/text-span.ts'
import { editsOf } from '#shared/testing/any-reading-change.ts'
import { readTranscript } from '#shared/transcript/read-transcript.ts'
import type { Desk } from './desk.ts'
import { passageOf } from './passages.ts'

const TEXT = 'Ann: Where is the boat?\n\nBob: Gone. It went at noon.\n\nAnn: Who saw it?\n\nBob: Nobody did.\n'
const sourceId = 'boat' as SourceId
const open = { sourceId, text: TEXT, reading: readTranscript(TEXT, NO_STRUCTURE) }
const desk = { workbench: { getState: () => ({ open, session: null }) } } as unknown as Desk

function around(words: string, at = desk) {
  const start = TEXT.indexOf(words)
  const span = spanOf(start, start + words.length)
  const segment = {
    id: 'segment' as SegmentId,
    sourceId,
    anchors: [{ span, quote: words, prefix: '', suffix: '' }],
  } as unknown as Segment
  return passageOf(at, segment, 200)
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

test('one of a source that is not on the screen follows what is put right there, and what failed is tried again', async () => {
  const project = emptyState({ id: 'p' as ProjectId, name: 'p', createdAt: '2026-01-02T03:04:05.006Z' as IsoDateTime })
  let state = project
  const session = { store: { getState: (): { state: ProjectState } => ({ state }) } }
  const db = new LecternDatabase('passages')
  const away = { db, reader: { recogniser: 'r' }, workbench: { getState: () => ({ open: null, session }) } }
  const elsewhere = away as unknown as Desk
  await expect(around('Gone.', elsewhere)).rejects.toThrow('missing')
  await db.texts.put({ sourceId, text: TEXT })
  expect((await around('Gone.', elsewhere)).speaker).toBe('Bob')
  const [renaming] = editsOf([{ kind: 'speakers', names: ['Bob'], to: 'Robert' }])
  if (renaming === undefined) throw new Error('no edit')
  const asked = around('Gone.', elsewhere)
  state = applyChanges(project, [{ kind: 'edit', before: null, after: { ...renaming, sourceId } }])
  expect((await asked).speaker).toBe('Robert')
  expect((await around('Gone.', elsewhere)).speaker).toBe('Robert')
  state = project
  expect((await around('Gone.', elsewhere)).speaker).toBe('Bob')
})
