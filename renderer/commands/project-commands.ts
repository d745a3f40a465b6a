import { binProjectRow } from '#renderer/db/project-store.ts'
import type { ProjectId } from '#shared/model/ids.ts'
import { renameProject } from './acts/project-acts.ts'
import { act, type Desk, report, say } from './desk.ts'
import { leaveProject } from './open-project.ts'
import { openSession } from './project-session.ts'

/** Gives a project another name, whether it is open or not: an act of that project. Answers whether the name was taken. */
export async function renameAnyProject(desk: Desk, id: ProjectId, name: string): Promise<boolean> {
  const { session } = desk.workbench.getState()
  if (session?.id === id) return (await act(desk, (state) => renameProject(state, { name }))).kind !== 'refused'
  const other = await openSession(desk, id)
  if (other === null) return false
  const outcome = await other.perform((state) => renameProject(state, { name }))
  report(desk, outcome)
  return outcome.kind !== 'refused'
}

/** Puts a project in the bin, as it is; the open one is closed. It is no act of the project: the list brings it back. */
export async function binProject(desk: Desk, id: ProjectId, name: string): Promise<void> {
  if (desk.workbench.getState().session?.id === id) {
    await leaveProject(desk)
    desk.workbench.setState({ session: null, open: null, selection: null, codingId: null })
  }
  await binProjectRow(desk.db, id, desk.now())
  say(desk, 'done', 'notice.projectBinned', { project: name })
}

/** Takes a project out of the bin. */
export async function restoreProject(desk: Desk, id: ProjectId, name: string): Promise<void> {
  await binProjectRow(desk.db, id, null)
  say(desk, 'done', 'notice.projectRestored', { project: name })
}
