import 'fake-indexeddb/auto'
import { beforeEach, expect, test } from 'vitest'
import { LecternDatabase } from '#renderer/db/database.ts'
import { createProject } from '#renderer/db/project-store.ts'
import { foundingEntry } from '#shared/journal/entry.ts'
import { marksOf } from '#shared/journal/state.ts'
import type { CoderId, IsoDateTime, ProjectId, ReadingEditId, SourceId } from '#shared/model/ids.ts'
import type { Source } from '#shared/model/source.ts'
import { indexLines } from '#shared/text/line-index.ts'
import { foundProject } from './acts/project-acts.ts'
import type { Desk } from './desk.ts'
import { lookThrough } from './look-through.ts'
import { openSource } from './open-source.ts'
import { openSession } from './project-session.ts'
import { correctTurn } from './reading-commands.ts'
import { createWorkbench, type OpenSource } from './workbench.ts'

const ID = '00000000-0000-4000-8000-000000000001' as ProjectId
const CODER = '00000000-0000-4000-8000-000000000002' as CoderId
const AT = '2026-01-01T00:00:00.000Z' as IsoDateTime
const SOURCES = Array.from({ length: 5 }, (_, at) => `00000000-0000-4000-8000-00000000001${at}` as SourceId)
const [FIRST] = SOURCES
const BINNED = '00000000-0000-4000-8000-000000000020' as SourceId
const textOf = (id: SourceId): string =>
  `Anna: where is number ${id.at(-1)}?\n\nBen: at the quay.\n\nAnna: when?\n\nBen: now.\n`

let number = 0
let desk: Desk
let open: OpenSource

beforeEach(async () => {
  const db = new LecternDatabase(`look-through-${++number}`)
  const founding = foundProject({ id: ID, name: 'one', createdAt: AT }, { id: CODER, name: 'a', createdAt: AT }, [])
  const added = [...SOURCES, BINNED].map((id) => ({
    kind: 'source' as const,
    before: null,
    after: { id, name: id, ...(id === BINNED ? { binnedAt: AT } : {}) } as unknown as Source,
  }))
  const changes = [...founding.changes, ...added]
  await createProject(db, foundingEntry(ID, { ...founding, changes }, { at: AT, coderId: CODER }), 'one')
  await db.texts.bulkPut([...SOURCES, BINNED].map((sourceId) => ({ sourceId, text: textOf(sourceId) })))
  let ids = 0
  const newId = (): string => `00000000-0000-4000-9000-${String(++ids).padStart(12, '0')}`
  const workbench = createWorkbench()
  desk = { db, workbench, newId, now: () => AT, reader: { recogniser: 'r1' } } as unknown as Desk
  workbench.setState({ session: await openSession(desk, ID) })
  await openSource(desk, FIRST as SourceId)
  const shown = workbench.getState().open
  if (shown === null) throw new Error('nothing is open')
  open = { ...shown, lines: indexLines(shown.text) }
})

const state = () => desk.workbench.getState()
const stop = (): void => state().works[0]?.stop?.()
const edits = (id: SourceId): readonly ReadingEditId[] => {
  const project = state().session?.store.getState().state
  return project === undefined ? [] : [...marksOf(project, id).edits.keys()]
}

test('every document of the project is looked at once, each in its own reading, those in the bin left out', async () => {
  const seen: [SourceId, string][] = []
  const bars: string[] = []
  desk.workbench.subscribe(({ works }) => bars.push(...works.map(({ name, count }) => `${name} ${count}`)))
  expect(
    await lookThrough(desk, open, 'project', (id, { blocks }) =>
      seen.push([id, blocks.map(({ text }) => text).join()]),
    ),
  ).toBe(true)
  expect(seen.map(([id]) => id)).toEqual(SOURCES)
  for (const [id, text] of seen) expect(text).toContain(`number ${id.at(-1)}`)
  expect(bars).toContain('work.lookingThrough 5')
  expect(state().works).toEqual([])
})

test('one document alone is looked at at once, without a bar', async () => {
  const seen: SourceId[] = []
  const looking = lookThrough(desk, open, 'document', (id) => seen.push(id))
  expect([seen, state().works]).toEqual([[FIRST], []])
  expect(await looking).toBe(true)
})

test('stopped in the middle it looks no further, and says that nothing was changed', async () => {
  for (let last = 0; last < SOURCES.length; last++) {
    const seen: SourceId[] = []
    const look = (id: SourceId): void => {
      seen.push(id)
      if (seen.length === last + 1) stop()
    }
    expect(await lookThrough(desk, open, 'project', look)).toBe(false)
    expect(seen).toEqual(SOURCES.slice(0, last + 1))
    expect([state().works, state().notice?.key]).toEqual([[], 'notice.workStopped'])
    desk.workbench.setState({ notice: null })
  }
})

test('a correction in all documents that is stopped while it looks is made in none', async () => {
  const [turn] = open.reading.turns
  if (turn === undefined) throw new Error('no turn')
  const correction = { turn, speaker: 'Anne', role: null, scope: 'project' } as const
  const unsubscribe = desk.workbench.subscribe(({ works }) => {
    if (works[0]?.count === SOURCES.length && !works[0].isStopping) stop()
  })
  const { session } = state()
  const before = session?.store.getState()
  await correctTurn(desk, correction)
  expect([session?.store.getState(), state().notice?.key]).toEqual([before, 'notice.workStopped'])
  unsubscribe()
  await correctTurn(desk, correction)
  expect(SOURCES.map((id) => edits(id).length)).toEqual([1, 1, 1, 1, 1])
  expect(session?.store.getState().head.seq).toBe(2)
})
