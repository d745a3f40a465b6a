import { extentOf } from '#shared/model/segment.ts'
import type { CodingAt } from './acts/link-codings.ts'
import { codingIn } from './acts/lookup.ts'
import type { Desk } from './desk.ts'
import { showPlace } from './text-links.ts'

/** Takes a coding of any source in hand and brings it into view, with its source if that is not on the screen. */
export async function goToCoding(desk: Desk, { sourceId, codingId }: CodingAt): Promise<void> {
  const { session } = desk.workbench.getState()
  if (session === null) return
  const { segment } = codingIn(session.store.getState().state, sourceId, codingId)
  if (await showPlace(desk, sourceId, extentOf(segment).start)) desk.workbench.setState({ codingId })
}
