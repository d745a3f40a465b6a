import Dexie from 'dexie'
import {
  type ProjectPack,
  packProject,
  packSources,
  type SourcePack,
  sourcesTouched,
  unpack,
} from '#shared/journal/pack.ts'
import { applyChanges, emptyState, type ProjectState } from '#shared/journal/state.ts'
import type { ProjectId } from '#shared/model/ids.ts'
import type { LecternDatabase, PackRow, ProjectRow } from './database.ts'
import { wholeEntries } from './long-entries.ts'

/** The state that a project's packs hold; that of sources whose packs are not among them is left out. */
export function stateOfPacks({ id, name, createdAt }: ProjectRow, packs: readonly PackRow[]): ProjectState {
  const projectPack = packs.find((pack) => pack.scope === 'project')?.pack as ProjectPack | undefined
  const sourcePacks = packs.filter((pack) => pack.scope !== 'project').map((pack) => pack.pack as SourcePack)
  return projectPack === undefined ? emptyState({ id, name, createdAt }) : unpack(projectPack, sourcePacks)
}

/**
 * Packs a project up to its journal's end, so that the next opening replays little. Only the
 * sources that the tail touches are read and written again. Runs under a Web Lock and from what is
 * stored, never from a window's memory, so that windows cannot pack over each other; in a thread of
 * its own where the page is not to wait for it.
 */
export async function packJournal(db: LecternDatabase, id: ProjectId): Promise<void> {
  await navigator.locks.request(`lectern-pack-${id}`, async () => {
    const row = await db.projects.get(id)
    if (row === undefined) return
    const rows = await db.journal
      .where('[projectId+seq]')
      .between([id, row.packedSeq], [id, Dexie.maxKey], false, true)
      .toArray()
    const tail = await wholeEntries(db, rows)
    const last = tail.at(-1)
    if (last === undefined) return
    const changes = tail.flatMap((entry) => entry.changes)
    const touched = sourcesTouched(changes)
    const scopes = ['project', ...touched].map((scope): [ProjectId, string] => [id, scope])
    const packs = (await db.packs.bulkGet(scopes)).filter((pack) => pack !== undefined)
    const state = applyChanges(stateOfPacks(row, packs), changes)
    await db.transaction('rw', [db.projects, db.packs], async () => {
      await db.packs.bulkPut([
        { projectId: id, scope: 'project', pack: packProject(state) },
        ...packSources(state, touched).map((pack) => ({ projectId: id, scope: pack.sourceId, pack })),
      ])
      await db.projects.update(id, { packedSeq: last.seq })
    })
  })
}
