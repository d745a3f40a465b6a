import { presentSources } from '#shared/journal/present.ts'
import { marksOf } from '#shared/journal/state.ts'
import type { SourceId } from '#shared/model/ids.ts'
import { applyEdits } from '#shared/transcript/apply-edits.ts'
import type { Reading } from '#shared/transcript/reading.ts'
import { type Desk, say } from './desk.ts'
import { type Progress, UNSEEN, withProgress } from './long-work.ts'
import { readSource } from './reader.ts'
import type { OpenSource } from './workbench.ts'

/** Which sources a correction is made in. */
export type Scope = 'document' | 'project'

/**
 * Shows the readings that a correction looks at: of the open source, or of all, read one after another
 * while everything else goes on. Answers false where it was stopped before it had seen all of them.
 */
export async function lookThrough(
  desk: Desk,
  open: OpenSource,
  scope: Scope,
  look: (sourceId: SourceId, reading: Reading) => void,
): Promise<boolean> {
  const { session } = desk.workbench.getState()
  if (session === null || scope === 'document') {
    look(open.sourceId, open.reading)
    return true
  }
  const { state } = session.store.getState()
  const sources = presentSources(state)
  const stopping = new AbortController()
  const { signal } = stopping
  const readAll = async ({ tell }: Progress): Promise<boolean> => {
    for (const [done, { id }] of sources.entries()) {
      if (signal.aborted) return false
      tell(done, sources.length)
      if (id === open.sourceId) look(id, open.reading)
      else {
        const { text, proposed } = await readSource(desk, id, { signal, tell: UNSEEN.tell })
        look(id, applyEdits(text, proposed, marksOf(state, id).edits.values()))
      }
    }
    return !signal.aborted
  }
  const isSeen = await withProgress(desk, 'work.lookingThrough', readAll, { stopping }).catch((error: unknown) => {
    if (signal.aborted) return false
    throw error
  })
  if (!isSeen) say(desk, 'done', 'notice.workStopped')
  return isSeen
}
