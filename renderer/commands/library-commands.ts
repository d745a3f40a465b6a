import { readText } from '#renderer/db/contents.ts'
import type { SourceId } from '#shared/model/ids.ts'
import { type Duplication, duplicateSource } from './acts/duplicate-source.ts'
import { act, type Desk } from './desk.ts'

/** Makes a copy of a source of the open project, with a text of its own. Answers the copy's id, or null where it could not be written. */
export async function duplicate(desk: Desk, asked: Omit<Duplication, 'copyId'>): Promise<SourceId | null> {
  const source = desk.workbench.getState().session?.store.getState().state.sources.get(asked.sourceId)
  if (source === undefined) return null
  const copyId = desk.newId() as SourceId
  const text = await readText(desk.db, asked.sourceId)
  const outcome = await act(desk, (state, world) => duplicateSource(state, { ...asked, copyId }, world), {
    contents: {
      ...text,
      sourceId: copyId,
      sha256: source.sha256,
      // The file is kept already, by its bytes.
      original: null,
    },
  })
  return outcome.kind === 'done' ? copyId : null
}
