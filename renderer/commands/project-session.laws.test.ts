import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { LecternDatabase } from '#renderer/db/database.ts'
import { packJournal } from '#renderer/db/packing.ts'
import { createProject, readEntries } from '#renderer/db/project-store.ts'
import { starterCodebook } from '#shared/codebook/starter-codebook.ts'
import { foundingEntry } from '#shared/journal/entry.ts'
import { applyChanges, codeList, emptyState, type ProjectState } from '#shared/journal/state.ts'
import { finished } from '#shared/journal/steps.ts'
import { COLOUR_NAMES } from '#shared/model/code.ts'
import type { CoderId, IsoDateTime, ProjectId } from '#shared/model/ids.ts'
import { addCode } from './acts/add-code.ts'
import { deleteCode } from './acts/delete-code.ts'
import { foundProject, renameProject } from './acts/project-acts.ts'
import { recolourCode } from './acts/recolour-code.ts'
import { nameRestorePoint, removeRestorePoint } from './acts/restore-points.ts'
import { openSession, type ProjectSession, type SessionWorld } from './project-session.ts'

const ID = '00000000-0000-4000-8000-000000000001' as ProjectId
const CODER = '00000000-0000-4000-8000-000000000002' as CoderId
const FEW = { numRuns: 25 }

// One lock manager for all windows, as in the browser.
let lastLocked: Promise<unknown> = Promise.resolve()
vi.stubGlobal('navigator', {
  locks: {
    request: (_name: string, work: () => Promise<void>) => {
      const done = lastLocked.then(work)
      lastLocked = done.catch(() => undefined)
      return done
    },
  },
})
let databases = 0

async function newWorld(): Promise<SessionWorld> {
  let id = 0
  let second = 0
  const world: SessionWorld = {
    db: new LecternDatabase(`laws-${++databases}`),
    now: () => new Date(Date.UTC(2026, 0, 1, 0, 0, second++)).toISOString() as IsoDateTime,
    newId: () => `00000000-0000-4000-9000-${String(++id).padStart(12, '0')}`,
  }
  const at = world.now()
  const founding = foundProject(
    { id: ID, name: 'one', createdAt: at },
    { id: CODER, name: 'a', createdAt: at },
    starterCodebook('en', world.newId).slice(0, 6),
  )
  await createProject(world.db, foundingEntry(ID, founding, { at, coderId: CODER }), 'one')
  return world
}

async function open(world: SessionWorld): Promise<ProjectSession> {
  const session = await openSession(world, ID)
  if (session === null) throw new Error('no project')
  return session
}

/** What somebody does next in one of the windows, chosen by numbers: each picks among what there is. */
interface Step {
  readonly window: number
  readonly what: number
  readonly n: number
  /** Whether it is waited for, or the next one comes at once. */
  readonly waits: boolean
}
const steps = fc.array(fc.record({ window: fc.nat(1), what: fc.nat(8), n: fc.nat(1000), waits: fc.boolean() }), {
  minLength: 1,
  maxLength: 25,
})

function take({ db }: SessionWorld, session: ProjectSession, { what, n }: Step): Promise<unknown> {
  const pick = (state: ProjectState) => {
    const codes = codeList(state)
    return codes[n % Math.max(1, codes.length)]
  }
  switch (what) {
    case 0:
      return session.undo()
    case 1:
      return session.redo()
    case 2:
      return session.perform((state) => renameProject(state, { name: `p${n}` }))
    case 3:
    case 4:
      return session.perform((state, world) =>
        addCode(state, { parentId: pick(state)?.id ?? null, name: `c${n}` }, world),
      )
    case 5:
      return session.perform((state) => {
        const code = pick(state)
        return code === undefined
          ? renameProject(state, { name: 'none' })
          : n % 3 === 0
            ? finished(deleteCode(state, { codeId: code.id }))
            : recolourCode(state, { codeId: code.id, colour: COLOUR_NAMES[n % COLOUR_NAMES.length] ?? 'blue' })
      })
    case 6: {
      const { seq } = session.store.getState().head
      // As what goes on by itself: undo passes it by, here and in the other window.
      const isBeside = n % 2 === 0
      return session.perform((state, world) => nameRestorePoint(state, { name: `r${n}`, seq }, world), { isBeside })
    }
    case 7: {
      const point = [...session.store.getState().state.restorePoints.values()][n % 3]
      return n % 2 === 0 && point !== undefined
        ? session.perform((state) => removeRestorePoint(state, { id: point.id }))
        : packJournal(db, session.id)
    }
    default: {
      const { seq } = session.store.getState().head
      return session.returnTo(1 + (n % seq), { name: 'act.returnToEntry', values: { number: 1 + (n % seq) } })
    }
  }
}

/** Without the names of moments, which returning leaves alone; in an order that does not depend on how it came about. */
function contentOf({ restorePoints: _points, marks: _marks, project, ...tables }: ProjectState): unknown {
  const lists = Object.entries(tables).map(([name, table]) => [
    name,
    [...(table as ReadonlyMap<string, unknown>)].sort(([a], [b]) => (a < b ? -1 : 1)),
  ])
  return { project, lists }
}

async function stateAfter(world: SessionWorld, seq: number): Promise<ProjectState> {
  const entries = await readEntries(world.db, ID, 1, seq)
  return applyChanges(
    emptyState({ id: ID, name: '', createdAt: '' as IsoDateTime }),
    entries.flatMap((entry) => entry.changes),
  )
}

test('whatever two windows do at once, nothing is lost: both come to what the journal says', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (list) => {
      const world = await newWorld()
      const windows = [await open(world), await open(world)] as const
      const asked: Promise<unknown>[] = []
      for (const step of list) {
        const doing = take(world, windows[step.window === 0 ? 0 : 1], step)
        if (step.waits) await doing
        else asked.push(doing)
      }
      await Promise.all(asked)
      await Promise.all(windows.map((session) => session.follow()))
      const [first, second] = windows.map((session) => session.store.getState())
      expect(first).toEqual(second)
      const entries = await readEntries(world.db, ID, 1)
      expect(entries.map((entry) => entry.seq)).toEqual(entries.map((_, index) => index + 1))
      expect(contentOf((await open(world)).store.getState().state)).toEqual(
        contentOf(await stateAfter(world, entries.length)),
      )
      expect(contentOf(windows[0].store.getState().state)).toEqual(contentOf(await stateAfter(world, entries.length)))
    }),
    FEW,
  )
})

test('returning to a step makes the state again that was there, and undo takes the return back', async () => {
  await fc.assert(
    fc.asyncProperty(steps, fc.nat(), async (list, n) => {
      const world = await newWorld()
      const session = await open(world)
      for (const step of list) await take(world, session, step)
      const before = session.store.getState()
      const seq = 1 + (n % before.head.seq)
      const outcome = await session.returnTo(seq, { name: 'act.returnToEntry', values: { number: seq } })
      const there = session.store.getState().state
      expect(contentOf(there)).toEqual(contentOf(await stateAfter(world, seq)))
      expect(there.restorePoints).toEqual(before.state.restorePoints)
      if (outcome.kind !== 'done') return
      await session.undo()
      expect(contentOf(session.store.getState().state)).toEqual(contentOf(before.state))
    }),
    FEW,
  )
})
