import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { foundProject } from '#renderer/commands/acts/project-acts.ts'
import { entryOfAct, foundingEntry } from '#shared/journal/entry.ts'
import type { CoderId, IsoDateTime, ProjectId } from '#shared/model/ids.ts'
import { LecternDatabase } from './database.ts'
import { appendEntry, createProject, headOf } from './project-store.ts'

const ID = '00000000-0000-4000-8000-000000000001' as ProjectId
const CODER = '00000000-0000-4000-8000-000000000002' as CoderId
const AT = '2026-01-01T00:00:00.000Z' as IsoDateTime
const STAMP = { at: AT, coderId: CODER }

test('an act is written while others read all that it does not write to', async () => {
  const db = new LecternDatabase('reading')
  const founding = foundProject({ id: ID, name: 'one', createdAt: AT }, { id: CODER, name: 'a', createdAt: AT }, [])
  const first = foundingEntry(ID, founding, STAMP)
  await createProject(db, first, 'one')
  let isWritten = false
  const reading = db.transaction('r', [db.projects, db.packs, db.texts, db.originals], async () => {
    for (let reads = 0; reads < 200 && !isWritten; reads++) await db.texts.count()
    return isWritten
  })
  await appendEntry(db, entryOfAct(headOf(first), { name: 'act.renameProject', values: {}, changes: [] }, STAMP), null)
  isWritten = true
  expect(await reading).toBe(true)
})
