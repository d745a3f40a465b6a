import { readText } from '#renderer/db/contents.ts'
import type { CsvOptions, ProjectRecords } from '#shared/formats/export-request.ts'
import { isSourcePresent, presentMarks, presentSources } from '#shared/journal/present.ts'
import { marksOf } from '#shared/journal/state.ts'
import { type Desk, say } from './desk.ts'

/** Gathers all records of the open project, but those of its bin, with its texts; `null` while none is open. */
export async function gatherRecords(desk: Desk): Promise<ProjectRecords | null> {
  const { session } = desk.workbench.getState()
  if (session === null) return null
  await session.settled()
  const { state } = session.store.getState()
  const marks = presentMarks(state)
  return {
    project: state.project,
    coders: [...state.coders.values()],
    sources: await Promise.all(
      presentSources(state).map(async (source) => ({
        source,
        ...(await readText(desk.db, source.id)),
        edits: [...marksOf(state, source.id).edits.values()],
      })),
    ),
    codes: [...state.codes.values()],
    segments: marks.flatMap(({ segments }) => [...segments.values()]),
    codings: marks.flatMap(({ codings }) => [...codings.values()]),
    memos: [...state.memos.values()],
    cases: [...state.cases.values()],
    links: marks.flatMap(({ links }) => [...links.values()].filter((link) => isSourcePresent(state, link.toSourceId))),
  }
}

/** Hands the records to be written where the user says. Answers why it failed, or null. */
export async function exportCodings(desk: Desk, records: ProjectRecords, options: CsvOptions): Promise<string | null> {
  const suggestedName = `${records.project.name.replace(/[\\/:*?"<>|\p{Cc}]/gu, '_').trim() || 'lectern'}.csv`
  const outcome = await desk.bridge.saveExport({ suggestedName, records, options })
  if (outcome.kind === 'saved') {
    desk.workbench.setState({ dialog: null })
    say(desk, 'done', 'notice.exported', { count: outcome.rows, path: outcome.path })
  }
  return outcome.kind === 'failed' ? outcome.detail : null
}
