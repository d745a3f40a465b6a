import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { foundProject } from '#renderer/commands/acts/project-acts.ts'
import { starterCodebook } from '#shared/codebook/starter-codebook.ts'
import type { Change } from '#shared/journal/change.ts'
import { foundingEntry } from '#shared/journal/entry.ts'
import { packProject, packSources } from '#shared/journal/pack.ts'
import { applyChanges, emptyState } from '#shared/journal/state.ts'
import type { CoderId, CodingId, IsoDateTime, ProjectId, SegmentId, SourceId } from '#shared/model/ids.ts'
import type { Source } from '#shared/model/source.ts'
import { spanOf } from '#shared/model/text-span.ts'
import { anchorOf } from '#shared/text/anchor.ts'
import { ROOT } from '../scripts/root.ts'
import { CODES, type Corpus } from './corpus.ts'
import { startElectron } from './electron-run.ts'

/** The name of the source to be measured; another, short one is open before it. */
export const MEASURED = 'measured'
const SHORT = 'short'
const AT = '2026-01-02T03:04:05.006Z' as IsoDateTime

/** A folder in which the program finds a project with the corpus, as if somebody had coded for a year. */
export async function makeProfile(executable: string, env: NodeJS.ProcessEnv, corpus: Corpus): Promise<string> {
  const profile = await mkdtemp(join(tmpdir(), 'lectern-bench-'))
  try {
    const run = await startElectron(executable, ROOT, { ...env, LECTERN_USER_DATA: profile, LECTERN_LANGUAGE: 'en' })
    // The program has made its stores by the time it says what can be done.
    await run.page.getByRole('button').first().waitFor()
    await run.page.evaluate(writeRows, rowsFor(corpus))
    await run.close()
    return profile
  } catch (error) {
    await rm(profile, { recursive: true, force: true })
    throw error
  }
}

/** Rows by store, as the database has them. */
type Rows = Readonly<Record<string, readonly unknown[]>>

/** Runs in the page: writes rows into the program's database. */
async function writeRows(rows: Rows): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('lectern')
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
  await new Promise<void>((resolve, reject) => {
    const transaction = database.transaction(Object.keys(rows), 'readwrite')
    transaction.oncomplete = () => resolve()
    transaction.onerror = () => reject(transaction.error)
    for (const [store, list] of Object.entries(rows)) for (const row of list) transaction.objectStore(store).put(row)
  })
  database.close()
}

function rowsFor(corpus: Corpus): Rows {
  let ids = 0
  const newId = (): string => `00000000-0000-4000-8000-${(++ids).toString(16).padStart(12, '0')}`
  const projectId = newId() as ProjectId
  const coderId = newId() as CoderId
  const project = { id: projectId, name: 'bench', createdAt: AT }
  const founding = foundProject(project, { id: coderId, name: 'bench', createdAt: AT }, starterCodebook('en', newId))
  const short = sourceOf(newId() as SourceId, SHORT, corpus.text.slice(0, 2000))
  const measured = sourceOf(newId() as SourceId, MEASURED, corpus.text)
  const codes = founding.changes.flatMap((change) =>
    change.kind === 'code' && change.after?.isCodable ? [change.after.id] : [],
  )
  const changes = corpus.list.flatMap(({ source, code }): Change[] => {
    const segment = {
      id: newId() as SegmentId,
      sourceId: measured.id,
      anchors: [anchorOf(corpus.text, spanOf(source.start, source.end))],
      createdAt: AT,
      createdBy: coderId,
    }
    const codeId = codes[code % Math.min(CODES, codes.length)]
    if (codeId === undefined) throw new Error('the starter codebook has no code')
    const coding = {
      id: newId() as CodingId,
      segmentId: segment.id,
      sourceId: measured.id,
      codeId,
      coderId,
      fields: {},
      createdAt: AT,
      modifiedAt: AT,
    }
    return [
      { kind: 'segment', before: null, after: segment },
      { kind: 'coding', before: null, after: coding },
    ]
  })
  const imported = [short, measured].map((source): Change => ({ kind: 'source', before: null, after: source }))
  const state = applyChanges(emptyState(project), [...founding.changes, ...imported, ...changes])
  return {
    journal: [foundingEntry(projectId, founding, { at: AT, coderId })],
    projects: [{ id: projectId, name: 'bench', createdAt: AT, openedAt: AT, packedSeq: 1 }],
    packs: [
      { projectId, scope: 'project', pack: packProject(state) },
      ...packSources(state, new Set([measured.id])).map((pack) => ({ projectId, scope: pack.sourceId, pack })),
    ],
    texts: [
      { sourceId: short.id, text: corpus.text.slice(0, 2000) },
      { sourceId: measured.id, text: corpus.text },
    ],
    settings: [
      { key: 'last-project', value: projectId },
      { key: `last-source:${projectId}`, value: short.id },
    ],
  }
}

function sourceOf(id: SourceId, name: string, text: string): Source {
  return {
    id,
    name,
    fileName: `${name}.txt`,
    mediaType: 'text/plain',
    sha256: name.length.toString(16).padStart(64, '0'),
    bytes: text.length * 3,
    encoding: 'utf-8',
    lineEnds: 'lf',
    importer: 'plain-text/1',
    length: text.length,
    importedAt: AT,
    variables: {},
  }
}
