import { dropMemoDraft, readMemoDrafts } from '#renderer/db/memo-drafts.ts'
import { writeMemo } from './acts/write-memo.ts'
import { type Desk, report } from './desk.ts'

/** This window, as drafts name it. */
export const WINDOW_ID = crypto.randomUUID()

const lockOf = (windowId: string): string => `lectern-window-${windowId}`

/** Lets other windows know for as long as this one lives that its drafts are in its own hands. */
export function holdOwnDrafts(): void {
  void navigator.locks.request(lockOf(WINDOW_ID), () => new Promise<never>(() => undefined))
}

/** Makes acts of what was being typed in windows that ended before they could. */
export async function recoverMemoDrafts(desk: Desk): Promise<void> {
  const { session } = desk.workbench.getState()
  if (session === null) return
  const drafts = await readMemoDrafts(desk.db, session.id)
  if (drafts.length === 0) return
  const { held } = await navigator.locks.query()
  const living = new Set(held?.map(({ name }) => name))
  for (const draft of drafts) {
    if (draft.windowId === WINDOW_ID || living.has(lockOf(draft.windowId))) continue
    const { target, text, base } = draft
    const outcome = await session.perform((state, world) => writeMemo(state, { target, text, base }, world))
    if (outcome.kind === 'done') report(desk, outcome)
    // What could not be written stays: the deletion of what it is about may be taken back.
    const isKnown = outcome.kind === 'refused' && outcome.refusal.refused === 'refusal.sameValue'
    if (outcome.kind === 'done' || isKnown) await dropMemoDraft(desk.db, session.id, draft)
  }
}
