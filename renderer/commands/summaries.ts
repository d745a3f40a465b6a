import type { SummaryRow } from '#renderer/db/database.ts'
import { readSummaries, saveSummaries } from '#renderer/db/summaries.ts'
import { presentSources } from '#shared/journal/present.ts'
import { marksOf, type ProjectState } from '#shared/journal/state.ts'
import type { SourceId } from '#shared/model/ids.ts'
import { summaryKey } from '#shared/sources/source-summary.ts'
import type { Desk } from './desk.ts'
import type { ProjectSession } from './project-session.ts'

/** Readings being summed up while everything else goes on. */
export interface Summing {
  readonly done: number
  readonly count: number
  readonly isStopped: boolean
  readonly stop: () => void
  readonly goOn: () => void
}

/** What was summed up is shown and stored together after so many milliseconds: a list of 2,000 is not drawn 2,000 times. */
const TOGETHER = 250

/**
 * Keeps a summary of every source's reading in the workbench: those that are stored at once, the
 * others one after another when nothing else is to be done. A source is summed up again when its
 * edits change. What is stored is no part of the project: it can be made again. `whenIdle` calls back
 * when nothing else is to be done.
 */
export function keepSummaries(desk: Desk, whenIdle: (work: () => void) => void): void {
  let stop: (() => void) | null = null
  const follow = (session: ProjectSession | null): void => {
    stop?.()
    desk.workbench.setState({ summaries: new Map(), summing: null })
    stop = session === null ? null : keepFor(desk, session, whenIdle)
  }
  desk.workbench.subscribe((state, before) => {
    if (state.session !== before.session) follow(state.session)
  })
  follow(desk.workbench.getState().session)
}

/** Keeps the summaries of one project, until the answered function is called. */
function keepFor(desk: Desk, session: ProjectSession, whenIdle: (work: () => void) => void): () => void {
  /** What each summary was made from. */
  const made = new Map<SourceId, string>()
  /** What could not be read is left alone until it changes; opening it says why. */
  const failed = new Map<SourceId, string>()
  let isOver = false
  let isStopped = false
  let isAtWork = false

  /** What is left to be summed up in a state: looked for once, not after each of thousands. */
  let asked: (Pick<ProjectState, 'sources' | 'marks'> & { readonly left: Set<SourceId> }) | null = null
  const wanted = (state: ProjectState): Set<SourceId> => {
    if (asked?.sources === state.sources && asked.marks === state.marks) return asked.left
    const left = presentSources(state).flatMap(({ id }) => {
      const key = keyOf(desk, state, id)
      return made.get(id) === key || failed.get(id) === key ? [] : [id]
    })
    asked = { sources: state.sources, marks: state.marks, left: new Set(left) }
    return asked.left
  }
  const show = (rows: readonly SummaryRow[]): void => {
    if (isOver || rows.length === 0) return
    const { summaries } = desk.workbench.getState()
    desk.workbench.setState({
      summaries: new Map([...summaries, ...rows.map(({ sourceId, summary }) => [sourceId, summary] as const)]),
    })
  }
  const tell = (done: number, left: number): void => {
    if (isOver) return
    const summing = left === 0 ? null : { done, count: done + left, isStopped, stop: halt, goOn }
    desk.workbench.setState({ summing })
  }
  const halt = (): void => {
    isStopped = true
    const { summing } = desk.workbench.getState()
    if (summing !== null) tell(summing.done, summing.count - summing.done)
  }
  const goOn = (): void => {
    isStopped = false
    consider()
  }
  const work = async (): Promise<void> => {
    const rows: SummaryRow[] = []
    let done = 0
    let shownAt = Date.now()
    const handOver = async (): Promise<void> => {
      const ready = rows.splice(0)
      show(ready)
      shownAt = Date.now()
      if (ready.length > 0) await saveSummaries(desk.db, ready)
    }
    for (;;) {
      const { state } = session.store.getState()
      const left = wanted(state)
      const [id] = left
      if (isOver || isStopped || id === undefined || isImporting()) {
        await handOver()
        tell(done, isStopped ? left.size : 0)
        return
      }
      if (done > 0 || left.size > 1) tell(done, left.size)
      const key = keyOf(desk, state, id)
      const summary = await desk.reader.sumUp(id, [...marksOf(state, id).edits.values()]).catch(() => null)
      if (summary !== null) rows.push({ sourceId: id, key, summary })
      const settled = summary === null ? failed : made
      settled.set(id, key)
      const { state: now } = session.store.getState()
      if (keyOf(desk, now, id) === key) wanted(now).delete(id)
      done += 1
      if (Date.now() - shownAt >= TOGETHER) await handOver()
    }
  }
  /** An import goes first: whoever waits for it does not wait for counts. */
  const isImporting = (): boolean => desk.workbench.getState().importing !== null
  const consider = (): void => {
    if (isAtWork || isOver || isStopped || isImporting()) return
    isAtWork = true
    whenIdle(() => {
      void work().finally(() => {
        isAtWork = false
        // What changed while the last ones were stored.
        if (wanted(session.store.getState().state).size > 0) consider()
      })
    })
  }

  const ids = presentSources(session.store.getState().state).map(({ id }) => id)
  void readSummaries(desk.db, ids).then((rows) => {
    const { state } = session.store.getState()
    const fitting = rows.filter(({ sourceId, key }) => key === keyOf(desk, state, sourceId))
    for (const { sourceId, key } of fitting) made.set(sourceId, key)
    show(fitting)
    consider()
  })
  const unsubscribe = session.store.subscribe(({ state }, { state: before }) => {
    if (state.sources !== before.sources || state.marks !== before.marks) consider()
  })
  const unfollow = desk.workbench.subscribe(({ importing }, before) => {
    if (importing === null && before.importing !== null) consider()
  })
  return () => {
    isOver = true
    unsubscribe()
    unfollow()
  }
}

function keyOf(desk: Desk, state: ProjectState, sourceId: SourceId): string {
  return summaryKey(desk.reader.recogniser, marksOf(state, sourceId).edits)
}
