import 'fake-indexeddb/auto'
import { beforeEach, expect, test, vi } from 'vitest'
import type { Change } from '#shared/journal/change.ts'
import { emptyHead, entryOfAct, foundingEntry, type JournalHead } from '#shared/journal/entry.ts'
import { applyChanges, emptyState, type ProjectState } from '#shared/journal/state.ts'
import type { CodeId, CoderId, CodingId, IsoDateTime, ProjectId, SegmentId, SourceId } from '#shared/model/ids.ts'
import { spanOf } from '#shared/model/text-span.ts'
import { LecternDatabase } from './database.ts'
import { packJournal } from './packing.ts'
import { appendEntry, createProject, headOf, loadProject } from './project-store.ts'

const ID = 'project' as ProjectId
const CODER = 'coder' as CoderId
const AT = '2026-01-02T03:04:05.006Z' as IsoDateTime
const STAMP = { at: AT, coderId: CODER }
const PROJECT = { id: ID, name: 'Ferries', createdAt: AT }

let databases = 0
let db: LecternDatabase
let head: JournalHead
let made: Change[]

vi.stubGlobal('navigator', { locks: { request: (_name: string, work: () => Promise<void>) => work() } })

beforeEach(async () => {
  db = new LecternDatabase(`packing-${++databases}`)
  const changes: Change[] = [{ kind: 'coder', before: null, after: { id: CODER, name: 'Ann', createdAt: AT } }]
  const founding = foundingEntry(ID, { name: 'act.renameProject', values: {}, changes }, STAMP)
  await createProject(db, founding, PROJECT.name)
  head = headOf({ ...emptyHead(ID), ...founding })
  made = changes
})

/** Codes a passage of a source, or takes that back. */
async function code(source: string, number: number, isGone = false): Promise<void> {
  const [segmentId, sourceId] = [`segment-${source}-${number}` as SegmentId, source as SourceId]
  const segment = {
    id: segmentId,
    sourceId,
    anchors: [{ span: spanOf(number, number + 3), quote: `${source}\u0000${number}`, prefix: '', suffix: '王毅：' }],
    createdAt: AT,
    createdBy: CODER,
  }
  const coding = {
    id: `coding-${source}-${number}` as CodingId,
    segmentId,
    sourceId,
    codeId: `code-${number % 2}` as CodeId,
    coderId: CODER,
    fields: { [`field ${number}`]: 'yes' },
    createdAt: AT,
    modifiedAt: AT,
  }
  const changes: readonly Change[] = isGone
    ? [
        { kind: 'coding', before: coding, after: null },
        { kind: 'segment', before: segment, after: null },
      ]
    : [
        { kind: 'segment', before: null, after: segment },
        { kind: 'coding', before: null, after: coding },
      ]
  const entry = entryOfAct(head, { name: 'act.applyCode', values: {}, changes }, STAMP)
  await appendEntry(db, entry, null)
  head = headOf(entry)
  made.push(...changes)
}

const contentOf = ({ marks }: ProjectState) =>
  [...marks].map(([id, { segments, codings }]) => [id, [...segments.values()], [...codings.values()]]).sort()

async function expectNothingLost(): Promise<void> {
  const loaded = await loadProject(db, ID)
  if (loaded === null) throw new Error('no project')
  expect(contentOf(loaded.state)).toEqual(contentOf(applyChanges(emptyState(PROJECT), made)))
  expect(loaded.head.seq).toBe(head.seq)
}

test('packing again and again loses no coding, neither of sources that were touched since nor of the others', async () => {
  for (let number = 0; number < 5; number++) {
    await code('one', number)
    await code('two', number)
  }
  await packJournal(db, ID)
  await expectNothingLost()
  await code('one', 2, true)
  await code('one', 7)
  await expectNothingLost()
  await packJournal(db, ID)
  await expectNothingLost()
  await code('three', 1)
  await packJournal(db, ID)
  await packJournal(db, ID)
  await expectNothingLost()
})

test('only the packs of sources that were touched are read and written', async () => {
  await code('one', 1)
  await code('two', 1)
  await packJournal(db, ID)
  await code('one', 2)
  const read = vi.spyOn(db.packs, 'bulkGet')
  const written = vi.spyOn(db.packs, 'bulkPut')
  await packJournal(db, ID)
  const touched = [
    [ID, 'project'],
    [ID, 'one'],
  ]
  expect(read.mock.calls).toEqual([[touched]])
  expect(written.mock.calls.map(([rows]) => rows.map(({ scope }) => [ID, scope]))).toEqual([touched])
})

test('packs that an older program wrote as lists are read', async () => {
  await code('one', 1)
  await packJournal(db, ID)
  const [segment, coding] = made.slice(1).map(({ after }) => after)
  const pack = { sourceId: 'one' as SourceId, segments: [segment], codings: [coding] }
  await db.table('packs').put({ projectId: ID, scope: 'one', pack })
  await expectNothingLost()
  await code('one', 2)
  await packJournal(db, ID)
  await expectNothingLost()
})
