import { createStore, type StoreApi } from 'zustand/vanilla'
import type { LecternDatabase } from '#renderer/db/database.ts'
import { isLong } from '#renderer/db/long-entries.ts'
import {
  appendEntry,
  headOf,
  JournalMovedOn,
  type LoadedProject,
  loadProject,
  readEntries,
  readEntry,
  readName,
  type SourceContents,
} from '#renderer/db/project-store.ts'
import type { Change } from '#shared/journal/change.ts'
import {
  type Act,
  entryBeside,
  entryGathering,
  entryOfAct,
  entryOfRedo,
  entryOfUndo,
  type JournalEntry,
  type JournalHead,
  type Seq,
} from '#shared/journal/entry.ts'
import { NetChanges } from '#shared/journal/net-changes.ts'
import { applyingChanges, type ProjectState } from '#shared/journal/state.ts'
import type { Steps } from '#shared/journal/steps.ts'
import type { CoderId, IsoDateTime, NewId, ProjectId } from '#shared/model/ids.ts'
import { isRefusal, type MakeAct, MissingRecord, type Refusal, refuse } from './acts/refusal.ts'
import { goOnUnlessStopped, stepsInSlices, WorkStopped } from './in-slices.ts'
import { type Progress, UNSEEN } from './long-work.ts'

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
  /** Somebody stopped it before it was written. Nothing has changed. */
  | { readonly kind: 'stopped' }
  /** The database refused to write (a full disk, say). Nothing has changed. */
  | { readonly kind: 'failed'; readonly detail: string }

/** What a session takes from outside. */
export interface SessionWorld {
  readonly db: LecternDatabase
  readonly now: () => IsoDateTime
  readonly newId: NewId
  /** Works out, before a state that thousands of changes lead to is shown, what is shown of it. */
  readonly prepare?: ((state: ProjectState) => Steps<void>) | undefined
}

/** What goes with an act. */
export interface Also {
  /** A source's text and file, to be stored with it. */
  readonly contents?: SourceContents | undefined
  /** It goes on by itself while somebody works: undo and redo pass it by (see `entryBeside`). */
  readonly isBeside?: boolean | undefined
  /** Called in the very moment in which the new state is shown, so that all that follows from it is drawn with it, once. */
  readonly whenShown?: ((done: Done) => void) | undefined
  /** Told how far an act has come that takes longer than a moment, and hears that it is to stop. */
  readonly progress?: Progress | undefined
}

/**
 * An open project. Acts are carried out one after another, each on the state that the one before
 * has led to; each is written to the journal first, and seen only then. One that touches thousands of
 * records is worked out, written and taken in a few milliseconds at a time; what is asked for meanwhile
 * comes after it, and is refused where that has taken away what it is about.
 */
export interface ProjectSession {
  readonly id: ProjectId
  readonly coderId: CoderId
  readonly store: StoreApi<SessionState>
  readonly perform: (act: MakeAct, also?: Also) => Promise<Outcome>
  /**
   * Makes one step of undo of entries that were written beside what somebody does, unless somebody has done or undone
   * something since `before`: that is to be taken back, or done again, first and by itself.
   */
  readonly gather: (
    entries: readonly Seq[],
    before: Pick<JournalHead, 'undoTop' | 'redoTop'>,
    act: Pick<Act, 'name' | 'values'>,
  ) => Promise<Outcome>
  readonly undo: (also?: Also) => Promise<Outcome>
  readonly redo: (also?: Also) => Promise<Outcome>
  /** Makes the state again that was there after an entry, as an act of this name, which undo takes back like any other. */
  readonly returnTo: (seq: Seq, act: Pick<Act, 'name' | 'values'>, also?: Also) => Promise<Outcome>
  /** Takes in what other windows have written since. It is on the disk, so there is nothing to stop. */
  readonly follow: (progress?: Progress) => Promise<void>
  /** Resolves when every act asked for so far is on the disk or refused. */
  readonly settled: () => Promise<void>
  /** Whether nothing is asked for that is not on the disk or refused. */
  readonly isSettled: () => boolean
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
  let underWay = 0

  const actAt = async (seq: Seq | null, newest: JournalEntry | null): Promise<SessionState['undo']> => {
    if (seq === null) return null
    // An act is on top itself: nothing need be read in the path of a key.
    if (newest?.seq === seq) return { name: newest.name, values: newest.values }
    return readName(world.db, id, seq)
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
  const catchUp = async ({ tell }: Progress = UNSEEN): Promise<void> => {
    const { state, head } = store.getState()
    const onwards: Progress = { ...UNSEEN, tell: () => tell(0, null) }
    const news = await readEntries(world.db, id, head.seq + 1, undefined, () => tell(0, null))
    const last = news.at(-1)
    if (last === undefined) return
    const changes = news.flatMap((entry) => entry.changes)
    const now = await inSteps(applyingChanges(state, changes), onwards)
    if (world.prepare !== undefined && isLong({ changes })) await inSteps(world.prepare(now), onwards)
    await show({ state: now, head: headOf(last) }, last)
  }
  const write = async (
    entry: JournalEntry,
    { contents, whenShown, progress = UNSEEN }: Also = {},
  ): Promise<Outcome> => {
    // Worked out before it is written: an entry that does not fit must not reach the journal.
    const state = await inSteps(applyingChanges(store.getState().state, entry.changes), progress)
    if (world.prepare !== undefined && isLong(entry)) await inSteps(world.prepare(state), progress)
    await appendEntry(world.db, entry, contents ?? null, (done) => {
      goOnUnlessStopped(progress.signal)
      progress.tell(done, entry.changes.length, 'work.changing')
    })
    progress.commit()
    const done: Done = { kind: 'done', entry }
    await show({ state, head: headOf(entry) }, entry, () => whenShown?.(done))
    return done
  }
  const readTop = async (seq: Seq, { signal, tell }: Progress): Promise<JournalEntry> => {
    const onPart = (): void => {
      goOnUnlessStopped(signal)
      tell(0, 0)
    }
    const top = await readEntry(world.db, id, seq, onPart)
    if (top.gathers === undefined) return top
    const changes: Change[] = []
    for (const one of top.gathers) changes.push(...(await readEntry(world.db, id, one, onPart)).changes)
    return { ...top, changes }
  }
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    underWay += 1
    const result = queue.then(work)
    queue = result
      .catch(() => undefined)
      .finally(() => {
        underWay -= 1
      })
    return result
  }
  const asAct = (work: () => Promise<Outcome>): Promise<Outcome> =>
    inTurn(async () => {
      for (;;) {
        try {
          return await work()
        } catch (error) {
          if (error instanceof WorkStopped) return { kind: 'stopped' }
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
    perform: (act, also = {}) => {
      const asked = store.getState().state
      return asAct(async () => {
        const { state, head } = store.getState()
        try {
          const made = act(state, { ...stamp(), newId: world.newId })
          const result = 'next' in made ? await inSteps(made, also.progress ?? UNSEEN) : made
          if (isRefusal(result)) return { kind: 'refused', refusal: result }
          const entryOf = also.isBeside === true ? entryBeside : entryOfAct
          return await write(entryOf(head, result, stamp()), also)
        } catch (error) {
          // Whoever asks has it from what is shown; since then somebody may have taken it away.
          if (!(error instanceof MissingRecord) || asked === state) throw error
          return { kind: 'refused', refusal: refuse('refusal.goneMeanwhile') }
        }
      })
    },
    gather: (entries, { undoTop, redoTop }, act) =>
      asAct(async () => {
        const { head } = store.getState()
        if (head.undoTop !== undoTop || head.redoTop !== redoTop) return { kind: 'nothing' }
        return write(entryGathering(head, act, entries, stamp()))
      }),
    undo: (also = {}) =>
      asAct(async () => {
        const { head } = store.getState()
        if (head.undoTop === null) return { kind: 'nothing' }
        return write(entryOfUndo(head, await readTop(head.undoTop, also.progress ?? UNSEEN), stamp()), also)
      }),
    redo: (also = {}) =>
      asAct(async () => {
        const { head } = store.getState()
        if (head.redoTop === null) return { kind: 'nothing' }
        return write(entryOfRedo(head, await readTop(head.redoTop, also.progress ?? UNSEEN), stamp()), also)
      }),
    returnTo: (seq, { name, values }, also = {}) =>
      asAct(async () => {
        const { head } = store.getState()
        const { progress = UNSEEN } = also
        const net = new NetChanges()
        for (let first = seq + 1; first <= head.seq; first += AT_ONCE) {
          const entries = await readEntries(world.db, id, first, Math.min(head.seq, first + AT_ONCE - 1))
          for (const entry of entries) await stepsInSlices(net.add(entry.changes), progress.signal)
          progress.tell(first - seq + entries.length - 1, head.seq - seq)
        }
        const changes = await stepsInSlices(net.wayBack(), progress.signal)
        if (changes.length === 0) return { kind: 'refused', refusal: refuse('refusal.alreadyThere') }
        return write(entryOfAct(head, { name, values, changes }, stamp()), also)
      }),
    follow: (progress) => inTurn(() => catchUp(progress)),
    settled: async () => {
      await queue
    },
    isSettled: () => underWay === 0,
  }
}

function inSteps<T>(steps: Steps<T>, { signal, tell }: Progress): Promise<T> {
  return stepsInSlices(steps, signal, () => tell(0, 0))
}

/** Failures that the database reports of the disk, as against bugs of ours. */
function isStorageFailure(error: unknown): error is Error {
  return (
    error instanceof Error &&
    ['QuotaExceededError', 'AbortError', 'DatabaseClosedError', 'UnknownError', 'OpenFailedError'].includes(error.name)
  )
}
