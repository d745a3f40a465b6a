import 'fake-indexeddb/auto'
import { beforeEach, expect, test, vi } from 'vitest'
import { LecternDatabase } from '#renderer/db/database.ts'
import { packJournal } from '#renderer/db/packing.ts'
import { createProject, listProjects } from '#renderer/db/project-store.ts'
import { starterCodebook } from '#shared/codebook/starter-codebook.ts'
import { foundingEntry } from '#shared/journal/entry.ts'
import { codeList } from '#shared/journal/state.ts'
import type { CoderId, IsoDateTime, ProjectId } from '#shared/model/ids.ts'
import { addCode } from './acts/add-code.ts'
import { foundProject, renameProject } from './acts/project-acts.ts'
import type { Progress } from './long-work.ts'
import { openSession, type ProjectSession, type SessionWorld } from './project-session.ts'

const ID = '00000000-0000-4000-8000-000000000001' as ProjectId
const CODER = '00000000-0000-4000-8000-000000000002' as CoderId
let number = 0
let world: SessionWorld

beforeEach(async () => {
  // One lock manager for all windows, as in the browser.
  vi.stubGlobal('navigator', { locks: { request: (_name: string, work: () => Promise<void>) => work() } })
  const db = new LecternDatabase(`test-${++number}`)
  let id = 0
  let second = 0
  world = {
    db,
    now: () => new Date(Date.UTC(2026, 0, 1, 0, 0, second++)).toISOString() as IsoDateTime,
    newId: () => `00000000-0000-4000-9000-${String(++id).padStart(12, '0')}`,
  }
  const at = world.now()
  const founding = foundProject(
    { id: ID, name: 'one', createdAt: at },
    { id: CODER, name: 'a', createdAt: at },
    starterCodebook('en', world.newId),
  )
  await createProject(db, foundingEntry(ID, founding, { at, coderId: CODER }), 'one')
})

async function open(): Promise<ProjectSession> {
  const session = await openSession(world, ID)
  if (session === null) throw new Error('no project')
  return session
}

const named = (session: ProjectSession): string => session.store.getState().state.project.name
const rename = (session: ProjectSession, name: string) => session.perform((state) => renameProject(state, { name }))

test('undo and redo reach through a restart, and the founding of a project is not undone', async () => {
  const first = await open()
  for (const name of ['two', 'three', 'four']) await rename(first, name)
  await first.undo()
  await first.undo()
  expect(named(first)).toBe('two')

  const second = await open()
  expect(named(second)).toBe('two')
  expect(second.store.getState().undo?.values).toEqual({ from: 'one', to: 'two' })
  expect(second.store.getState().redo?.values).toEqual({ from: 'two', to: 'three' })
  await second.redo()
  await second.redo()
  expect(named(second)).toBe('four')
  expect((await second.redo()).kind).toBe('nothing')
  for (let i = 0; i < 3; i++) expect((await second.undo()).kind).toBe('done')
  expect(named(second)).toBe('one')
  expect((await second.undo()).kind).toBe('nothing')
})

test('a new act ends what could be redone; undoing a redo works', async () => {
  const session = await open()
  await rename(session, 'two')
  await rename(session, 'three')
  await session.undo()
  await session.redo()
  await session.undo()
  expect(named(session)).toBe('two')
  await rename(session, 'other')
  expect(session.store.getState().redo).toBeNull()
  expect((await session.redo()).kind).toBe('nothing')
  await session.undo()
  await session.undo()
  expect(named(session)).toBe('one')
})

test('a packed project opens to the same state, with what came after', async () => {
  const session = await open()
  await rename(session, 'two')
  await session.perform((state, actWorld) => {
    const family = codeList(state).find((code) => code.parentId === null)
    return addCode(state, { parentId: family?.id ?? null, name: 'new' }, actWorld)
  })
  await packJournal(world.db, session.id)
  await rename(session, 'three')
  await session.undo()
  const again = await open()
  expect(again.store.getState().state).toEqual(session.store.getState().state)
  expect(again.store.getState().head).toEqual(session.store.getState().head)
  await packJournal(world.db, session.id)
  const packed = await open()
  expect(packed.store.getState().state).toEqual(session.store.getState().state)
  expect(packed.store.getState().undo).not.toBeNull()
  expect(packed.store.getState().redo).not.toBeNull()
})

test('acts asked for at once are carried out one after another', async () => {
  const session = await open()
  const names = Array.from({ length: 20 }, (_, i) => `name ${i}`)
  await Promise.all(names.map((name) => rename(session, name)))
  expect(named(session)).toBe('name 19')
  expect(session.store.getState().head.seq).toBe(21)
  for (const _ of names) await session.undo()
  expect(named(session)).toBe('one')
})

test('what another window wrote meanwhile is kept, and this act is done on top of it', async () => {
  const mine = await open()
  const theirs = await open()
  await rename(theirs, 'theirs')
  const outcome = await mine.perform((state, actWorld) =>
    addCode(state, { parentId: null, name: 'my family' }, actWorld),
  )
  expect(outcome.kind).toBe('done')
  const again = await open()
  expect(named(again)).toBe('theirs')
  expect(codeList(again.store.getState().state).map((code) => code.name)).toContain('my family')
})

test('a refused act leaves nothing in the journal', async () => {
  const session = await open()
  const outcome = await rename(session, '  ')
  expect(outcome).toEqual({ kind: 'refused', refusal: { refused: 'refusal.nameEmpty', values: {} } })
  expect((await open()).store.getState().head.seq).toBe(1)
})

test('a return that is stopped before it is written changes nothing', async () => {
  const session = await open()
  for (const name of ['two', 'three']) await rename(session, name)
  const stopping = new AbortController()
  const told: [number, number | null][] = []
  const progress: Progress = {
    signal: stopping.signal,
    tell: (done, count) => {
      told.push([done, count])
      stopping.abort()
    },
    commit: () => told.push([-1, -1]),
  }
  const name = { name: 'act.returnToEntry', values: { number: 1 } } as const
  expect(await session.returnTo(1, name, { progress })).toEqual({ kind: 'stopped' })
  expect(told).toEqual([[2, 2]])
  expect(session.store.getState().head.seq).toBe(3)
  expect(named(await open())).toBe('three')
  expect((await session.returnTo(1, name)).kind).toBe('done')
  expect(named(session)).toBe('one')
})

test('the list of projects follows a new name', async () => {
  const session = await open()
  await rename(session, 'renamed')
  expect((await listProjects(world.db)).map((row) => row.name)).toEqual(['renamed'])
})
