import { createStore, type StoreApi } from 'zustand/vanilla'
import type { LecternDatabase } from '#renderer/db/database.ts'
import {
  appendEntry,
  headOf,
  JournalMovedOn,
  type LoadedProject,
  loadProject,
  readEntries,
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
  type Seq,
} from '#shared/journal/entry.ts'
import { NetChanges } from '#shared/journal/net-changes.ts'
import { applyChanges, type ProjectState } from '#shared/journal/state.ts'
import type { CoderId, IsoDateTime, NewId, ProjectId } from '#shared/model/ids.ts'
import { type ActResult, type ActWorld, isRefusal, type Refusal, refuse } from './acts/refusal.ts'
import type { Progress } from './long-work.ts'

/** So many entries are read at once on the way back: more would keep the page from what else it has to do. */
const AT_ONCE = 300

/** An open project, as the screen sees it: only what is on the disk. */
export interface SessionState {
  readonly state: ProjectState
  readonly head: JournalHead
  /** The act that undo would take back, or null. */
  readonly undo: Pick<Act, 'name' | 'values'> | null
  readonly redo: Pick<Act, 'name' | 'values'> | null
}

export interface Done {
  readonly kind: 'done'
  readonly entry: JournalEntry
}

export type Outcome =
  | Done
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

/** What goes with an act. */
export interface Also {
  /** A source's text and file, to be stored with it. */
  readonly contents?: SourceContents | undefined
  /** Called in the very moment in which the new state is shown, so that all that follows from it is drawn with it, once. */
  readonly whenShown?: ((done: Done) => void) | undefined
}

/**
 * An open project. Acts are carried out one after another, each on the state that the one before
 * has led to; each is written to the journal first, and seen only then.
 */
export interface ProjectSession {
  readonly id: ProjectId
  readonly coderId: CoderId
  readonly store: StoreApi<SessionState>
  readonly perform: (act: (state: ProjectState, world: ActWorld) => ActResult, also?: Also) => Promise<Outcome>
  readonly undo: (also?: Also) => Promise<Outcome>
  readonly redo: (also?: Also) => Promise<Outcome>
  /**
   * Makes the state again that was there after an entry, as an act of this name, which undo takes back like
   * any other. Stopped by its progress before it is written, it does nothing.
   */
  readonly returnTo: (seq: Seq, act: Pick<Act, 'name' | 'values'>, progress?: Progress) => Promise<Outcome>
  /** Takes in what other windows have written since. */
  readonly follow: () => Promise<void>
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

  const actAt = async (seq: Seq | null, newest: JournalEntry | null): Promise<SessionState['undo']> => {
    if (seq === null) return null
    // An act is on top itself: nothing need be read in the path of a key.
    const { name, values } = newest?.seq === seq ? newest : await readEntry(world.db, id, seq)
    return { name, values }
  }
  const show = async (
    { state, head }: LoadedProject,
    newest: JournalEntry | null,
    whenShown?: () => void,
  ): Promise<void> => {
    const [undo, redo] = await Promise.all([actAt(head.undoTop, newest), actAt(head.redoTop, newest)])
    store.setState({ state, head, undo, redo })
    whenShown?.()
  }
  const catchUp = async (): Promise<void> => {
    const { state, head } = store.getState()
    const news = await readEntries(world.db, id, head.seq + 1)
    const last = news.at(-1)
    if (last === undefined) return
    const changes = news.flatMap((entry) => entry.changes)
    await show({ state: applyChanges(state, changes), head: headOf(last) }, last)
  }
  const write = async (entry: JournalEntry, { contents, whenShown }: Also = {}): Promise<Outcome> => {
    // Worked out before it is written: an entry that does not fit must not reach the journal.
    const state = applyChanges(store.getState().state, entry.changes)
    await appendEntry(world.db, entry, contents ?? null)
    const done: Done = { kind: 'done', entry }
    await show({ state, head: headOf(entry) }, entry, () => whenShown?.(done))
    return done
  }
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const result = queue.then(work)
    queue = result.catch(() => undefined)
    return result
  }
  const asAct = (work: () => Promise<Outcome>): Promise<Outcome> =>
    inTurn(async () => {
      for (;;) {
        try {
          return await work()
        } catch (error) {
          if (isStorageFailure(error)) return { kind: 'failed', detail: error.message }
          if (!(error instanceof JournalMovedOn)) throw error
          // Another window wrote first, which it may do again: see what it did, then do this on top of it.
          await catchUp()
        }
      }
    })
  const stamp = () => ({ at: world.now(), coderId })

  await show(loaded, null)
  return {
    id,
    coderId,
    store,
    perform: (act, also) =>
      asAct(async () => {
        const { state, head } = store.getState()
        const result = act(state, { ...stamp(), newId: world.newId })
        if (isRefusal(result)) return { kind: 'refused', refusal: result }
        return write(entryOfAct(head, result, stamp()), also)
      }),
    undo: (also) =>
      asAct(async () => {
        const { head } = store.getState()
        if (head.undoTop === null) return { kind: 'nothing' }
        return write(entryOfUndo(head, await readEntry(world.db, id, head.undoTop), stamp()), also)
      }),
    redo: (also) =>
      asAct(async () => {
        const { head } = store.getState()
        if (head.redoTop === null) return { kind: 'nothing' }
        return write(entryOfRedo(head, await readEntry(world.db, id, head.redoTop), stamp()), also)
      }),
    returnTo: (seq, { name, values }, progress) =>
      asAct(async () => {
        const { head } = store.getState()
        const net = new NetChanges()
        for (let first = seq + 1; first <= head.seq; first += AT_ONCE) {
          const entries = await readEntries(world.db, id, first, Math.min(head.seq, first + AT_ONCE - 1))
          for (const entry of entries) net.add(entry.changes)
          progress?.tell(first - seq + entries.length - 1, head.seq - seq)
          if (progress?.signal.aborted) return { kind: 'nothing' }
        }
        progress?.commit()
        const changes = net.wayBack()
        if (changes.length === 0) return { kind: 'refused', refusal: refuse('refusal.alreadyThere') }
        return write(entryOfAct(head, { name, values, changes }, stamp()))
      }),
    follow: () => inTurn(catchUp),
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
