import 'fake-indexeddb/auto'
import { beforeEach, expect, test, vi } from 'vitest'
import { LecternDatabase } from '#renderer/db/database.ts'
import { keepReading } from '#renderer/db/readings.ts'
import type { SourceId } from '#shared/model/ids.ts'
import { NO_STRUCTURE } from '#shared/model/source-structure.ts'
import { asRecords } from '#shared/testing/as-records.ts'
import { readTranscript } from '#shared/transcript/read-transcript.ts'
import { storeReading } from '#shared/transcript/stored-reading.ts'
import type { Desk } from './desk.ts'
import { readSource } from './reader.ts'

const SHORT = '00000000-0000-4000-8000-000000000001' as SourceId
const LONG = '00000000-0000-4000-8000-000000000002' as SourceId
const TEXT = 'Ann: Where is it?\n\nBob: Gone.\n'
const LONG_TEXT = TEXT.repeat(2000)

let number = 0
let desk: Desk
/** As the thread does. */
const read = vi.fn(async (sourceId: SourceId) => (await keepReading(desk.db, sourceId, 'r1')).stored)

beforeEach(async () => {
  read.mockClear()
  desk = { db: new LecternDatabase(`reader-${++number}`), reader: { recogniser: 'r1', read } } as unknown as Desk
  await desk.db.texts.bulkPut([
    { sourceId: SHORT, text: TEXT },
    { sourceId: LONG, text: LONG_TEXT },
  ])
})

test('a short text is read at once, a long one in another thread and then never again', async () => {
  expect(await readSource(desk, SHORT)).toEqual({
    text: TEXT,
    structure: NO_STRUCTURE,
    proposed: readTranscript(TEXT),
  })
  expect(read).not.toHaveBeenCalled()
  const proposed = readTranscript(LONG_TEXT)
  expect(asRecords((await readSource(desk, LONG)).proposed)).toEqual(proposed)
  expect(asRecords((await readSource(desk, LONG)).proposed)).toEqual(proposed)
  expect(read).toHaveBeenCalledTimes(1)
})

test('what another recogniser made is made anew, and replaced', async () => {
  const reading = storeReading(LONG_TEXT, { ...readTranscript(LONG_TEXT), speakers: ['Carl'] })
  await desk.db.readings.put({ sourceId: LONG, recogniser: 'r0', reading })
  expect((await readSource(desk, LONG)).proposed.speakers).toEqual(['Ann', 'Bob'])
  expect(await desk.db.readings.get(LONG)).toMatchObject({ recogniser: 'r1', reading: { speakers: ['Ann', 'Bob'] } })
})

test('a source whose text is missing is an error', async () => {
  await expect(readSource(desk, 'nobody' as SourceId)).rejects.toThrow('missing')
})
