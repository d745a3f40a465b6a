import { foundProject } from '#renderer/commands/acts/project-acts.ts'
import { starterCodebook } from '#shared/codebook/starter-codebook.ts'
import type { Change } from '#shared/journal/change.ts'
import { foundingEntry } from '#shared/journal/entry.ts'
import { packProject, packSources } from '#shared/journal/pack.ts'
import { applyChanges, emptyState } from '#shared/journal/state.ts'
import type { CoderId, ProjectId, SourceId } from '#shared/model/ids.ts'
import { summaryKey, summaryOf } from '#shared/sources/source-summary.ts'
import { readTranscript } from '#shared/transcript/read-transcript.ts'
import { storeReading } from '#shared/transcript/stored-reading.ts'
import type { Rows } from '../profile.ts'
import { AT, codedPassage, countedIds, sourceOf } from '../records.ts'
import { CODES, type Corpus } from './corpus.ts'

/** The name of the source to be measured; another, short one is open before it. */
export const MEASURED = 'measured'
const SHORT = 'short'

/** A project with the corpus and a short text, which is open when the program starts, as a program with this recogniser keeps it. */
export function textProfile(corpus: Corpus, recogniser: string): Rows {
  const newId = countedIds()
  const projectId = newId() as ProjectId
  const coderId = newId() as CoderId
  const project = { id: projectId, name: 'bench', createdAt: AT }
  const founding = foundProject(project, { id: coderId, name: 'bench', createdAt: AT }, starterCodebook('en', newId))
  const shortText = corpus.text.slice(0, 2000)
  const short = sourceOf(newId() as SourceId, SHORT, shortText.length)
  const measured = sourceOf(newId() as SourceId, MEASURED, corpus.text.length)
  const codes = founding.changes.flatMap((change) =>
    change.kind === 'code' && change.after?.isCodable ? [change.after.id] : [],
  )
  const changes = corpus.list.flatMap(({ source, code }): Change[] => {
    const codeId = codes[code % Math.min(CODES, codes.length)]
    if (codeId === undefined) throw new Error('the starter codebook has no code')
    const { segment, coding } = codedPassage(corpus.text, source, { sourceId: measured.id, codeId, coderId }, newId)
    return [
      { kind: 'segment', before: null, after: segment },
      { kind: 'coding', before: null, after: coding },
    ]
  })
  const imported = [short, measured].map((source): Change => ({ kind: 'source', before: null, after: source }))
  const state = applyChanges(emptyState(project), [...founding.changes, ...imported, ...changes])
  const texts = [
    { sourceId: short.id, text: shortText },
    { sourceId: measured.id, text: corpus.text },
  ]
  // Made when nothing else is to be done, as it is after every import: it would be made while something is measured.
  const read = texts.map((one) => ({ ...one, reading: readTranscript(one.text) }))
  return {
    journal: [foundingEntry(projectId, founding, { at: AT, coderId })],
    projects: [{ id: projectId, name: 'bench', createdAt: AT, openedAt: AT, packedSeq: 1 }],
    packs: [
      { projectId, scope: 'project', pack: packProject(state) },
      ...packSources(state, new Set([measured.id])).map((pack) => ({ projectId, scope: pack.sourceId, pack })),
    ],
    texts,
    summaries: read.map(({ sourceId, reading }) => ({
      sourceId,
      key: summaryKey(recogniser, new Map()),
      summary: summaryOf(reading),
    })),
    readings: read.map(({ sourceId, text, reading }) => ({
      sourceId,
      recogniser,
      reading: storeReading(text, reading),
    })),
    settings: [
      { key: 'last-project', value: projectId },
      { key: `last-source:${projectId}`, value: short.id },
    ],
  }
}
