import { type Desk, letGoOfWhatIsGone } from '#renderer/commands/desk.ts'
import { type Progress, withProgress } from '#renderer/commands/long-work.ts'
import type { ProjectSession } from '#renderer/commands/project-session.ts'
import { joinJournalNews } from '#renderer/db/journal-news.ts'

/** Keeps this window's project in step with what other windows write to it, and tells them what is written here. */
export function followWindows(desk: Desk): void {
  const news = joinJournalNews()
  /** The last entry that this window knows, from whichever window: told of by the one that wrote it. */
  let known = 0
  let stop: (() => void) | null = null
  desk.workbench.subscribe((state, before) => {
    if (state.session === before.session) return
    stop?.()
    const { session } = state
    known = session?.store.getState().head.seq ?? 0
    stop =
      session?.store.subscribe(({ head }) => {
        if (head.seq <= known) return
        known = head.seq
        news.tell({ projectId: session.id, seq: head.seq })
      }) ?? null
  })
  const follow = async (session: ProjectSession): Promise<void> => {
    const takeIn = (progress: Progress): Promise<void> => {
      progress.commit()
      return session.follow(progress)
    }
    await withProgress(desk, 'work.following', takeIn, { isOnlyMaybeLong: true })
    letGoOfWhatIsGone(desk)
  }
  news.listen(({ projectId, seq }) => {
    const { session } = desk.workbench.getState()
    if (session === null || session.id !== projectId || seq <= known) return
    void follow(session)
  })
  // A window that slept may have missed what was told.
  window.addEventListener('focus', () => {
    const { session } = desk.workbench.getState()
    if (session !== null) void follow(session)
  })
}
