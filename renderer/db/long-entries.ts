import type { JournalEntry } from '#shared/journal/entry.ts'
import type { ProjectId } from '#shared/model/ids.ts'
import type { LecternDatabase } from './database.ts'

/**
 * So many changes are written or read at once. The browser copies records in the page's own time, about five
 * microseconds each: a hundred thousand at once would keep the page from every key for half a second.
 */
const AT_ONCE = 500

/**
 * A row of the journal. What an act changes that changes thousands of records stands beside it, in `parts` parts; the row
 * has no list then, not an empty one, which a program that knows of no parts would take for an act that did nothing.
 */
export type JournalRow =
  | (JournalEntry & { readonly parts?: never })
  | (Omit<JournalEntry, 'changes'> & { readonly parts: number })

/** A part of an entry's changes, in their order. */
export interface PartRow extends Pick<JournalEntry, 'projectId' | 'seq' | 'changes'> {
  /** From 0, without gaps. */
  readonly part: number
}

/** Whether an entry is written and read in parts. */
export function isLong({ changes }: Pick<JournalEntry, 'changes'>): boolean {
  return changes.length > 2 * AT_ONCE
}

/**
 * Adds an entry to the journal within a transaction on journal and parts, which is the one in force. In between the
 * page has its turn; what `onPart` throws ends the transaction, and nothing of the entry stays.
 */
export async function addEntry(
  db: LecternDatabase,
  entry: JournalEntry,
  onPart: (done: number) => void = () => undefined,
): Promise<void> {
  if (!isLong(entry)) {
    await db.journal.add(entry)
    return
  }
  const { changes, ...row } = entry
  const { projectId, seq } = entry
  const parts = Math.ceil(changes.length / AT_ONCE)
  onPart(0)
  await db.journal.add({ ...row, parts })
  for (let part = 0; part < parts; part++) {
    const done = part * AT_ONCE
    onPart(done)
    await db.parts.add({ projectId, seq, part, changes: changes.slice(done, done + AT_ONCE) })
  }
  onPart(changes.length)
}

/** An entry as it was before it was written, its parts put together. */
export async function wholeEntry(
  db: LecternDatabase,
  row: JournalRow,
  onPart: () => void = () => undefined,
): Promise<JournalEntry> {
  if (row.parts === undefined) return row
  const { parts, ...entry } = row
  const changes: JournalEntry['changes'][number][] = []
  for (let part = 0; part < parts; part++) {
    onPart()
    for (const change of await changesOfPart(db, row, part)) changes.push(change)
  }
  return { ...entry, changes }
}

/** Entries as they were before they were written, in their order. */
export async function wholeEntries(
  db: LecternDatabase,
  rows: readonly JournalRow[],
  onPart?: () => void,
): Promise<readonly JournalEntry[]> {
  const entries: JournalEntry[] = []
  for (const row of rows) entries.push(row.parts === undefined ? row : await wholeEntry(db, row, onPart))
  return entries
}

/** An entry with the first of its changes only. */
export async function entryBeginning(db: LecternDatabase, row: JournalRow): Promise<JournalEntry> {
  return row.parts === undefined ? row : { ...row, changes: await changesOfPart(db, row, 0) }
}

async function changesOfPart(
  db: LecternDatabase,
  { projectId, seq }: { readonly projectId: ProjectId; readonly seq: number },
  part: number,
): Promise<JournalEntry['changes']> {
  const row = await db.parts.get([projectId, seq, part])
  if (row === undefined) throw new Error(`part ${part} of journal entry ${seq} is missing`)
  return row.changes
}
