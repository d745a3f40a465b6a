import { readTexts } from '#renderer/db/contents.ts'
import type { LecternDatabase } from '#renderer/db/database.ts'
import { readReadings } from '#renderer/db/readings.ts'
import type { ProjectRecords } from '#shared/formats/export-request.ts'
import { isSourcePresent, presentMarks, presentSources } from '#shared/journal/present.ts'
import { marksOf, type ProjectState } from '#shared/journal/state.ts'

/** Gathers all records of a project, but those of its bin, with its texts and what this recogniser made of them. */
export async function gatherRecords(
  db: LecternDatabase,
  state: ProjectState,
  recogniser: string,
): Promise<ProjectRecords> {
  const marks = presentMarks(state)
  const sources = presentSources(state)
  const ids = sources.map(({ id }) => id)
  const asked = Promise.all([readTexts(db, ids), readReadings(db, ids, recogniser)])
  // Made while the disk is waited for.
  const segments = marks.flatMap(({ segments }) => [...segments.values()])
  const codings = marks.flatMap(({ codings }) => [...codings.values()])
  const [texts, readings] = await asked
  return {
    project: state.project,
    coders: [...state.coders.values()],
    sources: texts.map((text, place) => {
      const source = sources[place]
      if (source === undefined) throw new Error('more texts than sources')
      return { source, ...text, stored: readings[place] ?? null, edits: [...marksOf(state, source.id).edits.values()] }
    }),
    codes: [...state.codes.values()],
    segments,
    codings,
    memos: [...state.memos.values()],
    cases: [...state.cases.values()],
    links: marks.flatMap(({ links }) => [...links.values()].filter((link) => isSourcePresent(state, link.toSourceId))),
  }
}
