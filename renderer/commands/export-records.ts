import { readTexts } from '#renderer/db/contents.ts'
import type { LecternDatabase } from '#renderer/db/database.ts'
import type { ProjectRecords } from '#shared/formats/export-request.ts'
import { isSourcePresent, presentMarks, presentSources } from '#shared/journal/present.ts'
import { marksOf, type ProjectState } from '#shared/journal/state.ts'

/** Gathers all records of a project, but those of its bin, with its texts. */
export async function gatherRecords(db: LecternDatabase, state: ProjectState): Promise<ProjectRecords> {
  const marks = presentMarks(state)
  const sources = presentSources(state)
  const texts = await readTexts(
    db,
    sources.map(({ id }) => id),
  )
  return {
    project: state.project,
    coders: [...state.coders.values()],
    sources: texts.map((text, place) => {
      const source = sources[place]
      if (source === undefined) throw new Error('more texts than sources')
      return { source, ...text, edits: [...marksOf(state, source.id).edits.values()] }
    }),
    codes: [...state.codes.values()],
    segments: marks.flatMap(({ segments }) => [...segments.values()]),
    codings: marks.flatMap(({ codings }) => [...codings.values()]),
    memos: [...state.memos.values()],
    cases: [...state.cases.values()],
    links: marks.flatMap(({ links }) => [...links.values()].filter((link) => isSourcePresent(state, link.toSourceId))),
  }
}
