import 'fake-indexeddb/auto'
import { beforeEach, expect, test, vi } from 'vitest'
import { LecternDatabase } from '#renderer/db/database.ts'
import { readMemoDrafts, saveMemoDraft } from '#renderer/db/memo-drafts.ts'
import { createProject } from '#renderer/db/project-store.ts'
import { foundingEntry } from '#shared/journal/entry.ts'
import type { CoderId, IsoDateTime, ProjectId } from '#shared/model/ids.ts'
import { plainTextOf, type RichText, richTextOf } from '#shared/model/rich-text.ts'
import { foundProject } from './acts/project-acts.ts'
import { writeMemo } from './acts/write-memo.ts'
import type { Desk } from './desk.ts'
import { recoverMemoDrafts } from './memo-drafts.ts'
import { createMemoWriter, type MemoWriter, memoTextIn } from './memo-writer.ts'
import { openSession, type ProjectSession } from './project-session.ts'
import { createWorkbench } from './workbench.ts'

const ID = '00000000-0000-4000-8000-000000000001' as ProjectId
const CODER = '00000000-0000-4000-8000-000000000002' as CoderId
const TARGET = { kind: 'project', id: ID } as const

/** A window on the project, with the memo's field as it stands on its screen. */
interface Window {
  readonly desk: Desk
  readonly session: ProjectSession
  readonly writer: MemoWriter
  readonly types: (text: string) => void
  readonly shown: () => string
  readonly wasRefused: () => boolean
}

let db: LecternDatabase
let number = 0
let id = 0
let living: readonly string[] = []

beforeEach(async () => {
  living = []
  vi.stubGlobal('navigator', {
    locks: {
      request: (_name: string, work: () => Promise<void>) => work(),
      query: async () => ({ held: living.map((name) => ({ name })) }),
    },
  })
  db = new LecternDatabase(`memos-${++number}`)
  const at = now()
  const founding = foundProject({ id: ID, name: 'one', createdAt: at }, { id: CODER, name: 'a', createdAt: at }, [])
  await createProject(db, foundingEntry(ID, founding, { at, coderId: CODER }), 'one')
})

const now = (): IsoDateTime => new Date(Date.UTC(2026, 0, 1, 0, 0, number++)).toISOString() as IsoDateTime

async function openWindow(): Promise<Window> {
  const newId = (): string => `00000000-0000-4000-9000-${String(++id).padStart(12, '0')}`
  const workbench = createWorkbench()
  const desk = { db, workbench, now, newId } as unknown as Desk
  const session = await openSession({ db, now, newId }, ID)
  if (session === null) throw new Error('no project')
  workbench.setState({ session })
  let text: RichText = memoTextIn(session, TARGET)
  let isRefused = false
  const writer = createMemoWriter(desk, session, TARGET, {
    read: () => text,
    show: (next) => {
      text = next
    },
    onRefused: (next) => {
      isRefused = next
    },
  })
  return {
    desk,
    session,
    writer,
    types: (next) => {
      text = richTextOf(next)
      writer.typed()
    },
    shown: () => plainTextOf(text),
    wasRefused: () => isRefused,
  }
}

const stored = ({ session }: Window): string => plainTextOf(memoTextIn(session, TARGET))

test('a stretch of writing is one act, and what is typed while it is being saved is another', async () => {
  const one = await openWindow()
  const before = one.session.store.getState().head.seq
  for (const text of ['w', 'we', 'weir']) one.types(text)
  const saving = one.writer.flush()
  one.types('weir, 1954')
  await saving
  expect(stored(one)).toBe('weir')
  expect(one.shown()).toBe('weir, 1954')
  await one.writer.flush()
  expect(stored(one)).toBe('weir, 1954')
  expect(one.session.store.getState().head.seq).toBe(before + 2)
  await one.writer.flush()
  expect(one.session.store.getState().head.seq).toBe(before + 2)
})

test('leaving the field while its text is being saved saves the rest at once', async () => {
  const one = await openWindow()
  one.types('a')
  void one.writer.flush()
  one.types('ab')
  void one.writer.flush()
  await one.session.settled()
  expect(stored(one)).toBe('ab')
})

test('what is undone elsewhere shows, and is not written again', async () => {
  const one = await openWindow()
  one.types('new')
  await one.writer.flush()
  await one.session.undo()
  one.writer.follow()
  expect(one.shown()).toBe('')
  await one.writer.flush()
  expect(stored(one)).toBe('')
  await one.session.redo()
  one.writer.follow()
  expect(one.shown()).toBe('new')
})

test('two windows that write one memo keep what both wrote, and typing is never thrown away', async () => {
  const [one, two] = [await openWindow(), await openWindow()]
  one.types('from the first')
  two.types('from the second')
  await one.writer.flush()
  await two.writer.flush()
  expect(stored(two).split('\n').sort()).toEqual(['from the first', 'from the second'])
  expect(two.shown()).toBe(stored(two))
  one.types('from the first, and on')
  await one.writer.flush()
  expect(one.shown()).toBe(stored(one))
  expect(one.shown()).toContain('from the second')
  expect(one.shown()).toContain('from the first, and on')
})

test('a text that cannot be saved stays in the field, marked', async () => {
  const one = await openWindow()
  one.types('kept')
  db.close()
  await one.writer.flush()
  expect(one.wasRefused()).toBe(true)
  expect(one.shown()).toBe('kept')
})

test('what a window did not get to save is saved by the next one, once, and put together with what came since', async () => {
  const one = await openWindow()
  one.types('typed and')
  await vi.waitFor(async () => expect(await readMemoDrafts(db, ID)).toHaveLength(1), { timeout: 3000 })
  one.writer.dispose()
  const [draft] = await readMemoDrafts(db, ID)
  if (draft === undefined) throw new Error('no draft')
  // Another window's now: a window leaves its own drafts to its own fields.
  await db.settings.clear()
  await saveMemoDraft(db, ID, { ...draft, windowId: 'crashed' })
  await saveMemoDraft(db, ID, { ...draft, windowId: 'living' })
  living = ['lectern-window-living']
  const two = await openWindow()
  await two.session.perform((state, world) => writeMemo(state, { target: TARGET, text: 'written since' }, world))
  await recoverMemoDrafts(two.desk)
  expect(stored(two).split('\n').sort()).toEqual(['typed and', 'written since'])
  expect((await readMemoDrafts(db, ID)).map(({ windowId }) => windowId)).toEqual(['living'])
})
