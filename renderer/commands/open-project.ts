import { readSetting, saveSetting } from '#renderer/db/contents.ts'
import { createProject, listProjects, markOpened, noteCounts } from '#renderer/db/project-store.ts'
import { starterCodebook } from '#shared/codebook/starter-codebook.ts'
import { foundingEntry } from '#shared/journal/entry.ts'
import { isSourcePresent, presentCodingCount, presentSources } from '#shared/journal/present.ts'
import { isText } from '#shared/model/guard.ts'
import type { CoderId, ProjectId, SourceId } from '#shared/model/ids.ts'
import { NO_FILTER } from '#shared/query/coding-filter.ts'
import { foundProject } from './acts/project-acts.ts'
import type { Desk } from './desk.ts'
import { recoverMemoDrafts } from './memo-drafts.ts'
import { LAST_SOURCE, openSource } from './open-source.ts'
import { openSession, type ProjectSession } from './project-session.ts'
import { followEdits } from './source-reading.ts'

const LAST_PROJECT = 'last-project'

/** Makes a project with the starter codebook in the interface's language, and opens it. */
export async function newProject(desk: Desk, name: string): Promise<void> {
  const id = desk.newId() as ProjectId
  const at = desk.now()
  const coderId = desk.newId() as CoderId
  const founding = foundingEntry(
    id,
    foundProject(
      { id, name, createdAt: at },
      { id: coderId, name: desk.info.userName, createdAt: at },
      starterCodebook(desk.language(), desk.newId),
    ),
    { at, coderId },
  )
  await createProject(desk.db, founding, name)
  await openProject(desk, id)
}

/** Opens a project at the source that was read last. Answers false where there is no such project. */
export async function openProject(desk: Desk, id: ProjectId): Promise<boolean> {
  const session = await openSession(desk, id)
  if (session === null) return false
  await leaveProject(desk)
  followEdits(desk, session)
  desk.workbench.getState().opening?.giveUp()
  desk.workbench.setState({
    session,
    open: null,
    opening: null,
    beside: null,
    side: 'start',
    selection: null,
    codingId: null,
    // What was asked for speaks of another project's codes and people.
    filter: NO_FILTER,
    filterOpen: false,
    memoPanel: null,
    held: null,
    linking: null,
    dialog: null,
  })
  await markOpened(desk.db, id, desk.now())
  await keepCounts(desk, session)
  await saveSetting(desk.db, LAST_PROJECT, id)
  const { state } = session.store.getState()
  const last = await readSetting(desk.db, LAST_SOURCE + id, isText)
  const sources = presentSources(state)
  const first = sources.find(({ archivedAt }) => archivedAt === undefined) ?? sources[0]
  const sourceId = last !== null && isSourcePresent(state, last as SourceId) ? (last as SourceId) : first?.id
  // A long source that was never read takes a while; what was being typed does not wait for it.
  await Promise.all([sourceId === undefined ? null : openSource(desk, sourceId), recoverMemoDrafts(desk)])
  return true
}

/** Waits until everything that was asked for in the open project is saved, and keeps what it holds for the list of projects. */
export async function leaveProject(desk: Desk): Promise<void> {
  const { session } = desk.workbench.getState()
  if (session === null) return
  await session.settled()
  await keepCounts(desk, session)
}

async function keepCounts(desk: Desk, session: ProjectSession): Promise<void> {
  const { state } = session.store.getState()
  await noteCounts(desk.db, session.id, {
    sources: presentSources(state).length,
    codings: presentCodingCount(state),
  })
}

/** Opens what was open when the program was closed, if anything was. */
export async function resumeProject(desk: Desk): Promise<void> {
  const rows = (await listProjects(desk.db)).filter(({ binnedAt }) => binnedAt === undefined)
  const last = await readSetting(desk.db, LAST_PROJECT, isText)
  const row = rows.find(({ id }) => id === last) ?? rows[0]
  if (row !== undefined) await openProject(desk, row.id)
}
