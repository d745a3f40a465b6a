import { createStore, type StoreApi } from 'zustand/vanilla'
import type { LecternDatabase } from '#renderer/db/database.ts'
import {
  appendEntry,
  headOf,
  JournalMovedOn,
  type LoadedProject,
  loadProject,
  packJournal,
  readEntry,
  type SourceContents,
} from '#renderer/db/project-store.ts'
import {
  type Act,
  entryOfAct,
  entryOfRedo,
  entryOfUndo,
  type JournalEntry,
  type JournalHead,
} from '#shared/journal/entry.ts'
import { applyChanges, type ProjectState } from '#shared/journal/state.ts'
import type { CoderId, IsoDateTime, NewId, ProjectId } from '#shared/model/ids.ts'
import { type ActResult, type ActWorld, isRefusal, type Refusal } from './acts/refusal.ts'

/** An open project, as the screen sees it: only what is on the disk. */
export interface SessionState {
  readonly state: ProjectState
  readonly head: JournalHead
  /** The act that undo would take back, or null. */
  readonly undo: Pick<Act, 'name' | 'values'> | null
  readonly redo: Pick<Act, 'name' | 'values'> | null
}

export type Outcome =
  | { readonly kind: 'done'; readonly entry: JournalEntry }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** Nothing to undo or redo. */
  | { readonly kind: 'nothing' }
  /** The database refused to write (a full disk, say). Nothing has changed. */
  | { readonly kind: 'failed'; readonly detail: string }

/** What a session takes from outside. */
export interface SessionWorld {
  readonly db: LecternDatabase
  readonly now: () => IsoDateTime
  readonly newId: NewId
}

/**
 * An open project. Acts are carried out one after another, each on the state that the one before
 * has led to; each is written to the journal first, and seen only then.
 */
export interface ProjectSession {
  readonly id: ProjectId
  readonly coderId: CoderId
  readonly store: StoreApi<SessionState>
  readonly perform: (
    act: (state: ProjectState, world: ActWorld) => ActResult,
    contents?: SourceContents,
  ) => Promise<Outcome>
  readonly undo: () => Promise<Outcome>
  readonly redo: () => Promise<Outcome>
  /** Packs the journal; to be called when nothing else is to be done. */
  readonly pack: () => Promise<void>
  /** Resolves when every act asked for so far is on the disk or refused. */
  readonly settled: () => Promise<void>
}

/** Opens a project, or answers `null` where there is none of that id. */
export async function openSession(world: SessionWorld, id: ProjectId): Promise<ProjectSession | null> {
  const loaded = await loadProject(world.db, id)
  if (loaded === null) return null
  const first = [...loaded.state.coders.values()].sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1))[0]
  if (first === undefined) throw new Error(`project ${id} has no coder`)
  const coderId = first.id
  const store = createStore<SessionState>(() => ({ ...loaded, undo: null, redo: null }))
  let queue: Promise<unknown> = Promise.resolve()

  const actAt = async (seq: number | null): Promise<SessionState['undo']> => {
    if (seq === null) return null
    const { name, values } = await readEntry(world.db, id, seq)
    return { name, values }
  }
  const show = async ({ state, head }: LoadedProject): Promise<void> => {
    const [undo, redo] = await Promise.all([actAt(head.undoTop), actAt(head.redoTop)])
    store.setState({ state, head, undo, redo })
  }
  const reload = async (): Promise<void> => {
    const again = await loadProject(world.db, id)
    if (again === null) throw new Error(`project ${id} is gone`)
    await show(again)
  }
  const write = async (entry: JournalEntry, contents: SourceContents | null): Promise<Outcome> => {
    // Worked out before it is written: an entry that does not fit must not reach the journal.
    const state = applyChanges(store.getState().state, entry.changes)
    await appendEntry(world.db, entry, contents)
    await show({ state, head: headOf(entry) })
    return { kind: 'done', entry }
  }
  const inTurn = (work: () => Promise<Outcome>): Promise<Outcome> => {
    const result = queue.then(async (): Promise<Outcome> => {
      try {
        return await work()
      } catch (error) {
        if (error instanceof JournalMovedOn) {
          // Another window wrote first: see what it did, then do this on top of it.
          await reload()
          return work()
        }
        if (isStorageFailure(error)) return { kind: 'failed', detail: error.message }
        throw error
      }
    })
    queue = result.catch(() => undefined)
    return result
  }
  const stamp = () => ({ at: world.now(), coderId })

  await show(loaded)
  return {
    id,
    coderId,
    store,
    perform: (act, contents) =>
      inTurn(async () => {
        const { state, head } = store.getState()
        const result = act(state, { ...stamp(), newId: world.newId })
        if (isRefusal(result)) return { kind: 'refused', refusal: result }
        return write(entryOfAct(head, result, stamp()), contents ?? null)
      }),
    undo: () =>
      inTurn(async () => {
        const { head } = store.getState()
        if (head.undoTop === null) return { kind: 'nothing' }
        return write(entryOfUndo(head, await readEntry(world.db, id, head.undoTop), stamp()), null)
      }),
    redo: () =>
      inTurn(async () => {
        const { head } = store.getState()
        if (head.redoTop === null) return { kind: 'nothing' }
        return write(entryOfRedo(head, await readEntry(world.db, id, head.redoTop), stamp()), null)
      }),
    pack: () => packJournal(world.db, id),
    settled: async () => {
      await queue
    },
  }
}

/** Failures that the database reports of the disk, as against bugs of ours. */
function isStorageFailure(error: unknown): error is Error {
  return (
    error instanceof Error &&
    ['QuotaExceededError', 'AbortError', 'DatabaseClosedError', 'UnknownError', 'OpenFailedError'].includes(error.name)
  )
}
