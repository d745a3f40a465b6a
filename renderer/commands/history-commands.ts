import { readBeginnings } from '#renderer/db/project-store.ts'
import type { JournalEntry, Seq } from '#shared/journal/entry.ts'
import type { CoderId, IsoDateTime, RestorePointId } from '#shared/model/ids.ts'
import type { RestorePoint } from '#shared/model/restore-point.ts'
import { nameRestorePoint, removeRestorePoint } from './acts/restore-points.ts'
import { act, type Desk, report } from './desk.ts'
import { withProgress } from './long-work.ts'
import type { Outcome } from './project-session.ts'

/** So many entries are read at once: a history can be long, and an entry can hold thousands of changes. */
const PAGE = 300

/** A journal entry without its changes, as a line of the history. */
export interface HistoryStep extends Pick<JournalEntry, 'seq' | 'name' | 'values' | 'kind' | 'of' | 'gathers'> {
  readonly at: IsoDateTime
  readonly coderId: CoderId
  /** The words of the first passage that it marked or unmarked; empty where it did neither. */
  readonly quote: string
}

/** Reads the steps before one of the history, the newest first; fewer than a page, and the beginning is reached. */
export async function readSteps(desk: Desk, before: Seq): Promise<readonly HistoryStep[]> {
  const { session } = desk.workbench.getState()
  if (session === null) return []
  const entries = await readBeginnings(desk.db, session.id, Math.max(1, before - PAGE), before - 1)
  return entries.map(stepOf).reverse()
}

function stepOf({ seq, name, values, kind, of, gathers, at, coderId, changes }: JournalEntry): HistoryStep {
  const segment = changes.find((change) => change.kind === 'segment')
  const record = segment?.kind === 'segment' ? (segment.after ?? segment.before) : null
  const step = { seq, name, values, kind, of, at, coderId, quote: record?.anchors[0]?.quote ?? '' }
  return gathers === undefined ? step : { ...step, gathers }
}

/** Names the present moment. */
export async function addRestorePoint(desk: Desk, name: string): Promise<Outcome> {
  const { session } = desk.workbench.getState()
  const seq = session?.store.getState().head.seq ?? 0
  return act(desk, (state, world) => nameRestorePoint(state, { name, seq }, world))
}

export async function dropRestorePoint(desk: Desk, id: RestorePointId): Promise<Outcome> {
  return act(desk, (state) => removeRestorePoint(state, { id }))
}

/** Makes the state again that was there when a restore point was named. */
export async function returnToPoint(desk: Desk, { name, seq }: RestorePoint): Promise<Outcome> {
  return goBackTo(desk, seq, { name: 'act.returnToPoint', values: { point: name } })
}

/** Makes the state again that was there after a step. */
export async function returnToStep(desk: Desk, seq: Seq): Promise<Outcome> {
  return goBackTo(desk, seq, { name: 'act.returnToEntry', values: { number: seq } })
}

async function goBackTo(desk: Desk, seq: Seq, name: Pick<JournalEntry, 'name' | 'values'>): Promise<Outcome> {
  const { session } = desk.workbench.getState()
  if (session === null) return { kind: 'nothing' }
  return withProgress(desk, 'work.returning', async (progress) => {
    const outcome = await session.returnTo(seq, name, { progress })
    report(desk, outcome)
    return outcome
  })
}
