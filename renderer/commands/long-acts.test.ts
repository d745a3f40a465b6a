import 'fake-indexeddb/auto'
import { beforeEach, expect, test, vi } from 'vitest'
import { LecternDatabase } from '#renderer/db/database.ts'
import { packJournal } from '#renderer/db/packing.ts'
import { createProject, readBeginnings } from '#renderer/db/project-store.ts'
import { foundingEntry } from '#shared/journal/entry.ts'
import { marksOf, type ProjectState } from '#shared/journal/state.ts'
import type { CodeId, CoderId, IsoDateTime, ProjectId } from '#shared/model/ids.ts'
import { applyCode } from './acts/apply-code.ts'
import { world as actWorld, coded, HERE, start, TEXT } from './acts/coded-passages.ts'
import { deleteCode } from './acts/delete-code.ts'
import { renameProject } from './acts/project-acts.ts'
import type { Desk } from './desk.ts'
import { type Progress, UNSEEN, withProgress } from './long-work.ts'
import { openSession, type ProjectSession } from './project-session.ts'
import { createWorkbench } from './workbench.ts'

const ID = '00000000-0000-4000-8000-000000000077' as ProjectId
const CODER = '00000000-0000-4000-8000-000000000001' as CoderId
const AT = '2026-01-02T03:04:05.006Z' as IsoDateTime
/** So many that an act on them is written in several parts. */
const MANY = 1200

let number = 0
let db: LecternDatabase
let session: ProjectSession
let codeId: CodeId

beforeEach(async () => {
  vi.stubGlobal('navigator', { locks: { request: (_name: string, work: () => Promise<void>) => work() } })
  db = new LecternDatabase(`long-${++number}`)
  const empty = start()
  const [, coding] = coded(empty, { code: 0, spans: [[0, 4]] })
  codeId = coding.codeId
  const changes = [
    { kind: 'project', before: null, after: { ...empty.project, id: ID } } as const,
    ...[...empty.coders.values()].map((after) => ({ kind: 'coder', before: null, after }) as const),
    ...[...empty.codes.values()].map((after) => ({ kind: 'code', before: null, after }) as const),
  ]
  const founding = { name: 'act.foundProject', values: {}, changes } as const
  await createProject(db, foundingEntry(ID, founding, { at: AT, coderId: CODER }), 'one')
  session = await open()
  const many = await session.perform((state) => ({
    name: 'act.applyCode',
    values: { code: 'many' },
    changes: Array.from({ length: MANY }, () => coded(state, { code: 0, spans: [[2, 9]] })).flatMap(
      ([after, { id }]) => {
        const coding = marksOf(after, HERE).codings.get(id)
        const segment = coding && marksOf(after, HERE).segments.get(coding.segmentId)
        if (coding === undefined || segment === undefined) throw new Error('nothing was made')
        return [
          { kind: 'segment', before: null, after: segment } as const,
          { kind: 'coding', before: null, after: coding } as const,
        ]
      },
    ),
  }))
  expect(many.kind).toBe('done')
})

async function open(): Promise<ProjectSession> {
  const opened = await openSession({ db, now: () => AT, newId: actWorld.newId }, ID)
  if (opened === null) throw new Error('no project')
  return opened
}

const state = (of = session): ProjectState => of.store.getState().state
const codings = (of = session): number => marksOf(state(of), HERE).codings.size
const remove = (progress?: Progress) => session.perform((now) => deleteCode(now, { codeId }), { progress })
const stored = async () => [await db.journal.count(), await db.parts.count()]

test('an act on thousands of codings is one act: undone, done again, read and packed whole', async () => {
  expect(codings()).toBe(MANY)
  expect((await remove()).kind).toBe('done')
  expect([codings(), codings(await open())]).toEqual([0, 0])
  expect(await stored()).toEqual([3, 10])
  await session.undo()
  expect(codings()).toBe(MANY)
  await session.redo()
  await session.undo()
  const again = await open()
  expect(again.store.getState()).toMatchObject({
    head: session.store.getState().head,
    redo: { name: 'act.deleteCode' },
  })
  expect([...marksOf(state(again), HERE).codings]).toEqual([...marksOf(state(), HERE).codings])
  await packJournal(db, ID)
  expect(codings(await open())).toBe(MANY)
  expect((await session.returnTo(3, { name: 'act.returnToEntry', values: { number: 3 } })).kind).toBe('done')
  expect([codings(), state().codes.has(codeId)]).toEqual([0, false])
  expect((await readBeginnings(db, ID, 2, 2))[0]?.changes[0]?.kind).toBe('segment')
})

test('stopped at any moment before it is written, it has not happened', async () => {
  const before = [session.store.getState(), await stored()]
  const toTheBeginning = { name: 'act.returnToEntry', values: { number: 1 } } as const
  for (const act of [
    remove,
    (progress: Progress) => session.returnTo(1, toTheBeginning, { progress }),
    (progress: Progress) => session.undo({ progress }),
  ]) {
    for (let moment = 0; ; moment++) {
      const stopping = new AbortController()
      let told = 0
      const tell = (): void => {
        if (told++ === moment) stopping.abort()
      }
      const outcome = await act({ ...UNSEEN, signal: stopping.signal, tell })
      if (outcome.kind === 'done') {
        expect(moment).toBeGreaterThan(3)
        await session.undo()
        break
      }
      expect(outcome).toEqual({ kind: 'stopped' })
      expect([session.store.getState(), await stored()]).toEqual(before)
    }
    before[0] = session.store.getState()
    before[1] = await stored()
  }
})

test('a window that takes it in tells that it is at it; what takes no time is taken in without a word', async () => {
  const other = await open()
  let told = 0
  const progress = { ...UNSEEN, tell: () => (told += 1) }
  await session.perform((now) => renameProject(now, { name: 'two' }))
  await other.follow(progress)
  expect([state(other).project.name, told]).toEqual(['two', 0])
  await remove()
  await other.follow(progress)
  expect(codings(other)).toBe(0)
  expect(told).toBeGreaterThan(3)
})

test('what is asked for meanwhile comes after it, and is refused where it speaks of what is gone', async () => {
  const deleting = remove()
  const renaming = session.perform((now) => renameProject(now, { name: 'two' }))
  const passage = { sourceId: HERE, text: TEXT, span: { start: 0, end: 3 } } as Parameters<
    typeof applyCode
  >[1]['passage']
  const coding = session.perform((now, world) => applyCode(now, { passage, codeId, fields: {} }, world))
  expect([(await deleting).kind, (await renaming).kind]).toEqual(['done', 'done'])
  expect(await coding).toMatchObject({ kind: 'refused', refusal: { refused: 'refusal.goneMeanwhile' } })
  expect(codings()).toBe(0)
  // Nothing was going on: whoever asks for it now is a bug.
  await expect(session.perform((now, world) => applyCode(now, { passage, codeId, fields: {} }, world))).rejects.toThrow(
    'no code',
  )
})

test('an act has its bar only where it takes longer than a moment', async () => {
  const desk = { workbench: createWorkbench(), newId: actWorld.newId } as unknown as Desk
  let bars = 0
  desk.workbench.subscribe(({ works }) => {
    bars = Math.max(bars, works.length)
  })
  const maybe = { isOnlyMaybeLong: true }
  const named = (name: string) => (progress: Progress) =>
    session.perform((now) => renameProject(now, { name }), { progress })
  await withProgress(desk, 'work.changing', named('two'), maybe)
  expect(bars).toBe(0)
  await withProgress(desk, 'work.changing', remove, maybe)
  expect([bars, desk.workbench.getState().works]).toEqual([1, []])
})
