import Dexie from 'dexie'
import { emptyHead, type JournalEntry, type JournalHead, type Seq } from '#shared/journal/entry.ts'
import { applyChanges, type ProjectState } from '#shared/journal/state.ts'
import type { IsoDateTime, ProjectId, SourceId } from '#shared/model/ids.ts'
import type { SourceStructure } from '#shared/model/source-structure.ts'
import type { LecternDatabase, ProjectCounts, ProjectRow } from './database.ts'
import { addEntry, entryBeginning, isLong, type JournalRow, wholeEntries, wholeEntry } from './long-entries.ts'
import { stateOfPacks } from './packing.ts'

/** What comes with an import beside its journal entry: the text and the file; `null` for a file that is kept already. */
export interface SourceContents {
  readonly sourceId: SourceId
  readonly text: string
  readonly structure: SourceStructure
  readonly sha256: string
  readonly original: Uint8Array | null
}

export interface LoadedProject {
  readonly state: ProjectState
  readonly head: JournalHead
}

/** Another window wrote to this project's journal since it was read here. */
export class JournalMovedOn extends Error {
  override readonly name = 'JournalMovedOn'
}

/** Lists the projects, the last opened first. */
export async function listProjects(db: LecternDatabase): Promise<readonly ProjectRow[]> {
  const rows = await db.projects.toArray()
  return rows.sort((a, b) => (a.openedAt < b.openedAt ? 1 : a.openedAt > b.openedAt ? -1 : a.name < b.name ? -1 : 1))
}

/** A line of the list with when somebody last did something in the project. */
export interface ListedProject extends ProjectRow {
  readonly touchedAt: IsoDateTime
}

/** The list of projects with when each was last worked on: the time of its last journal entry. */
export async function listTouched(db: LecternDatabase): Promise<readonly ListedProject[]> {
  const rows = await listProjects(db)
  return Promise.all(
    rows.map(async (row) => {
      const last = await db.journal
        .where('[projectId+seq]')
        .between([row.id, Dexie.minKey], [row.id, Dexie.maxKey])
        .last()
      return { ...row, touchedAt: last?.at ?? row.createdAt }
    }),
  )
}

/** Puts a project in the bin at a time, or takes it out with `null`. Nothing of it is deleted. */
export async function binProjectRow(db: LecternDatabase, id: ProjectId, at: IsoDateTime | null): Promise<void> {
  await db.transaction('rw', db.projects, async () => {
    const row = await db.projects.get(id)
    if (row === undefined) return
    const { binnedAt: _old, ...others } = row
    await db.projects.put(at === null ? others : { ...others, binnedAt: at })
  })
}

/** Keeps what a project holds, for the list. */
export async function noteCounts(db: LecternDatabase, id: ProjectId, counts: ProjectCounts): Promise<void> {
  await db.projects.update(id, { counts })
}

/** Writes a new project: its founding entry and its line in the list, in one transaction. */
export async function createProject(db: LecternDatabase, founding: JournalEntry, name: string): Promise<void> {
  await db.transaction('rw', [db.projects, db.journal], async () => {
    await db.journal.add(founding)
    await db.projects.add({
      id: founding.projectId,
      name,
      createdAt: founding.at,
      openedAt: founding.at,
      packedSeq: 0,
    })
  })
}

/**
 * Reads a project: its packs, then the journal's tail over them. Answers `null` where there is no
 * such project. The packs are read in one transaction with the number up to which they go. The journal is not
 * part of it: it only grows, and whoever codes meanwhile would wait until all packs are read.
 */
export async function loadProject(db: LecternDatabase, id: ProjectId): Promise<LoadedProject | null> {
  const stored = await db.transaction('r', [db.projects, db.packs], async () => {
    const row = await db.projects.get(id)
    if (row === undefined) return null
    // One by one: a thousand at once take the browser twice as long (Chromium 114, 35 MB of packs).
    const keys = await db.packs.where('[projectId+scope]').between([id, Dexie.minKey], [id, Dexie.maxKey]).primaryKeys()
    const packs = (await db.packs.bulkGet(keys)).filter((pack) => pack !== undefined)
    return { row, packs }
  })
  if (stored === null) return null
  const { row, packs } = stored
  // From the last packed entry on: it tells what undo would do, even when nothing came after it.
  const rows = await db.journal.where('[projectId+seq]').between([id, row.packedSeq], [id, Dexie.maxKey]).toArray()
  const tail = await wholeEntries(db, rows)
  let state = stateOfPacks(row, packs)
  let head: JournalHead = emptyHead(id)
  for (const entry of tail) {
    if (entry.seq > row.packedSeq) state = applyChanges(state, entry.changes)
    head = entry
  }
  return { state, head: headOf(head) }
}

/** The part of an entry that the next one builds on. */
export function headOf({ projectId, seq, undoTop, redoTop }: JournalHead): JournalHead {
  return { projectId, seq, undoTop, redoTop }
}

/**
 * Writes one act down: its journal row, and with an import the text and the file, in one strict
 * transaction. It takes no table that it does not write to: a coding would wait for whoever reads all texts. When this has answered the act is on the disk. Throws `JournalMovedOn` where the
 * entry's number is taken.
 *
 * @param onPart called between the parts of an entry that is long with how many of its changes are written; what it
 * throws gives the entry up, and this throws it too
 */
export async function appendEntry(
  db: LecternDatabase,
  entry: JournalEntry,
  contents: SourceContents | null,
  onPart?: (done: number) => void,
): Promise<void> {
  const renamed = entry.changes.find((change) => change.kind === 'project')?.after ?? null
  const tables = [
    db.journal,
    ...(isLong(entry) ? [db.parts] : []),
    ...(renamed === null ? [] : [db.projects]),
    ...(contents === null ? [] : [db.texts, db.originals]),
  ]
  try {
    await db.transaction('rw', tables, async () => {
      await addEntry(db, entry, onPart)
      if (renamed !== null && 'name' in renamed) await db.projects.update(entry.projectId, { name: renamed.name })
      if (contents !== null) {
        await db.texts.put({ sourceId: contents.sourceId, text: contents.text, structure: contents.structure })
        const { sha256, original } = contents
        if (original !== null) await db.originals.put({ sha256, bytes: original })
      }
    })
  } catch (error) {
    if (error instanceof Dexie.ConstraintError) throw new JournalMovedOn()
    throw error
  }
}

/** Reads one journal entry, with `onPart` called between its parts. Throws where there is none: the journal has no gaps. */
export async function readEntry(
  db: LecternDatabase,
  projectId: ProjectId,
  seq: Seq,
  onPart?: () => void,
): Promise<JournalEntry> {
  return wholeEntry(db, await readRow(db, projectId, seq), onPart)
}

/** Reads what one act was called, without what it changed. */
export async function readName(
  db: LecternDatabase,
  projectId: ProjectId,
  seq: Seq,
): Promise<Pick<JournalEntry, 'name' | 'values'>> {
  const { name, values } = await readRow(db, projectId, seq)
  return { name, values }
}

async function readRow(db: LecternDatabase, projectId: ProjectId, seq: Seq): Promise<JournalRow> {
  const row = await db.journal.get([projectId, seq])
  if (row === undefined) throw new Error(`journal entry ${seq} is missing`)
  return row
}

/**
 * Reads the journal entries from `first` to `last`, both included, in the order in which they were written, with
 * `onPart` called between the parts of those that are long.
 */
export async function readEntries(
  db: LecternDatabase,
  projectId: ProjectId,
  first: Seq,
  last: Seq = Number.MAX_SAFE_INTEGER,
  onPart?: () => void,
): Promise<readonly JournalEntry[]> {
  return wholeEntries(db, await readRows(db, projectId, first, last), onPart)
}

/** As `readEntries`, of each entry only the first of its changes: what an act of thousands did first says what it did. */
export async function readBeginnings(
  db: LecternDatabase,
  projectId: ProjectId,
  first: Seq,
  last: Seq,
): Promise<readonly JournalEntry[]> {
  return Promise.all((await readRows(db, projectId, first, last)).map((row) => entryBeginning(db, row)))
}

function readRows(db: LecternDatabase, projectId: ProjectId, first: Seq, last: Seq): Promise<readonly JournalRow[]> {
  return db.journal.where('[projectId+seq]').between([projectId, first], [projectId, last], true, true).toArray()
}

/** Remembers that a project was opened, for the order of the list. */
export async function markOpened(db: LecternDatabase, id: ProjectId, at: IsoDateTime): Promise<void> {
  await db.projects.update(id, { openedAt: at })
}
