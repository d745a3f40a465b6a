import { readPlace, readSetting, readText, saveSetting } from '#renderer/db/contents.ts'
import { createProject, listProjects, markOpened, noteCounts } from '#renderer/db/project-store.ts'
import { starterCodebook } from '#shared/codebook/starter-codebook.ts'
import { foundingEntry } from '#shared/journal/entry.ts'
import { isSourcePresent, presentCodingCount, presentSources } from '#shared/journal/present.ts'
import { marksOf } from '#shared/journal/state.ts'
import { isText } from '#shared/model/guard.ts'
import type { CoderId, ProjectId, SourceId } from '#shared/model/ids.ts'
import { NO_FILTER } from '#shared/query/coding-filter.ts'
import { isAnchored } from '#shared/text/anchor.ts'
import { indexLines } from '#shared/text/line-index.ts'
import { foundProject } from './acts/project-acts.ts'
import { type Desk, say } from './desk.ts'
import { recoverMemoDrafts } from './memo-drafts.ts'
import { openSession, type ProjectSession } from './project-session.ts'
import { followEdits, readSource } from './source-reading.ts'

const LAST_PROJECT = 'last-project'
const LAST_SOURCE = 'last-source:'

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
  if (sourceId !== undefined) await openSource(desk, sourceId)
  await recoverMemoDrafts(desk)
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

/**
 * Puts a source of the open project on the screen, at the place where the reader was. Who asks for another one
 * before it is read, gets that one, however long each takes.
 */
export async function openSource(desk: Desk, sourceId: SourceId): Promise<void> {
  const { session } = desk.workbench.getState()
  if (session === null || !isSourcePresent(session.store.getState().state, sourceId)) return
  const opening = { sourceId }
  desk.workbench.setState({ busy: 'busy.opening', opening })
  const [{ text, structure }, place] = await Promise.all([readText(desk.db, sourceId), readPlace(desk.db, sourceId)])
  const now = desk.workbench.getState()
  if (now.opening !== opening) {
    // Another project was opened meanwhile, which may have nothing to show.
    if (now.opening === null && now.busy === 'busy.opening') desk.workbench.setState({ busy: null })
    return
  }
  desk.workbench.setState({
    opening: null,
    open: { ...readSource(session.store.getState().state, sourceId, text, structure), lines: indexLines(text), place },
    selection: null,
    cursor: place ?? 0,
    lookingAt: place ?? 0,
    codingId: null,
    dialog: null,
    busy: null,
  })
  const { segments } = marksOf(session.store.getState().state, sourceId)
  const astray = [...segments.values()].filter(
    (segment) => !segment.anchors.every((anchor) => isAnchored(text, anchor)),
  )
  if (astray.length > 0) say(desk, 'failed', 'notice.mismatch', { count: astray.length })
  await saveSetting(desk.db, LAST_SOURCE + session.id, sourceId)
}
