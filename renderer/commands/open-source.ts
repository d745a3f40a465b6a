import { readPlace, saveSetting } from '#renderer/db/contents.ts'
import { isSourcePresent } from '#shared/journal/present.ts'
import { marksOf } from '#shared/journal/state.ts'
import type { SourceId } from '#shared/model/ids.ts'
import { placedCodings } from '#shared/query/placed-codings.ts'
import { isAnchored } from '#shared/text/anchor.ts'
import { indexLines } from '#shared/text/line-index.ts'
import { type Desk, say } from './desk.ts'
import { type Progress, withProgress } from './long-work.ts'
import { readSource } from './reader.ts'
import { openedSource } from './source-reading.ts'

/** Where it is remembered, by project, which source was read last. */
export const LAST_SOURCE = 'last-source:'

/**
 * Puts a source of the open project on the screen, at the place where the reader was. Who asks for another one
 * before it is read, gets that one, however long each takes; who stops it keeps what was on the screen.
 */
export async function openSource(desk: Desk, sourceId: SourceId): Promise<void> {
  const { session, opening: before, dialog: asking } = desk.workbench.getState()
  if (session === null || !isSourcePresent(session.store.getState().state, sourceId)) return
  const stopping = new AbortController()
  const opening = { sourceId, giveUp: () => stopping.abort() }
  before?.giveUp()
  desk.workbench.setState({ busy: 'busy.opening', opening })
  const read = await withProgress(
    desk,
    'work.reading',
    ({ signal, tell }) => {
      const tellInBar: Progress['tell'] = (...told) => {
        // The line below is free again for what is done meanwhile.
        desk.workbench.setState({ busy: null })
        tell(...told)
      }
      const asked = Promise.all([readSource(desk, sourceId, { signal, tell: tellInBar }), readPlace(desk.db, sourceId)])
      // They will be drawn with the text: found while the disk is waited for.
      placedCodings(marksOf(session.store.getState().state, sourceId))
      return asked
    },
    { isOnlyMaybeLong: true, stopping },
  ).catch((error: unknown) => {
    if (stopping.signal.aborted) return null
    if (desk.workbench.getState().opening === opening) desk.workbench.setState({ opening: null, busy: null })
    throw error
  })
  const now = desk.workbench.getState()
  if (now.opening !== opening) {
    // Another project was opened meanwhile, which may have nothing to show.
    if (now.opening === null && now.busy === 'busy.opening') desk.workbench.setState({ busy: null })
    return
  }
  if (read === null) {
    desk.workbench.setState({ opening: null, busy: null })
    say(desk, 'done', 'notice.workStopped')
    return
  }
  if (!isSourcePresent(session.store.getState().state, sourceId)) {
    desk.workbench.setState({ opening: null, busy: null })
    say(desk, 'refused', 'refusal.goneMeanwhile')
    return
  }
  const [source, place] = read
  desk.workbench.setState({
    opening: null,
    open: { ...openedSource(session.store.getState().state, sourceId, source), lines: indexLines(source.text), place },
    selection: null,
    cursor: place ?? 0,
    lookingAt: place ?? 0,
    codingId: null,
    // One that was opened meanwhile may hold what stands nowhere else.
    dialog: now.dialog === asking ? null : now.dialog,
    busy: null,
  })
  const saved = saveSetting(desk.db, LAST_SOURCE + session.id, sourceId)
  // Once it is on the screen: to look at all passages of a long source takes a while.
  await new Promise((resolve) => setTimeout(resolve))
  const { segments } = marksOf(session.store.getState().state, sourceId)
  const astray = [...segments.values()].filter(
    (segment) => !segment.anchors.every((anchor) => isAnchored(source.text, anchor)),
  )
  const { open, session: current } = desk.workbench.getState()
  const isStillOpen = open?.sourceId === sourceId && current === session
  if (astray.length > 0 && isStillOpen) say(desk, 'failed', 'notice.mismatch', { count: astray.length })
  await saved
}
