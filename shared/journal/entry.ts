import type { MessageKey } from '#shared/messages/catalogue.ts'
import type { CoderId, IsoDateTime, ProjectId } from '#shared/model/ids.ts'
import { type Change, inverseOfAll } from './change.ts'

/** What a user did, before it is written down: a name for the history, and the changes it makes. */
export interface Act {
  readonly name: MessageKey
  /** Values that the name's message asks for. */
  readonly values: Readonly<Record<string, string | number>>
  readonly changes: readonly Change[]
}

/** The number of a journal entry, from 1, without gaps within its project. */
export type Seq = number

/**
 * One act, as it stands in the journal. The journal is only ever appended to: undoing is a new
 * entry that takes an older one back.
 *
 * What undo and redo would do next is part of each entry, as two stacks linked through the journal:
 * the tops stand in `undoTop` and `redoTop`, what lies under the entry on its own stack in `below`.
 * So the last entry alone tells both, however long the journal is, and after any restart.
 */
export interface JournalEntry extends Act {
  readonly projectId: ProjectId
  readonly seq: Seq
  readonly at: IsoDateTime
  readonly coderId: CoderId
  readonly kind: 'act' | 'undo' | 'redo'
  /** The entry that was undone or redone; `null` for an act. */
  readonly of: Seq | null
  readonly undoTop: Seq | null
  readonly redoTop: Seq | null
  readonly below: Seq | null
  /** Of an entry that changes nothing itself: those beside the stacks that undo takes back with it, in their order. */
  readonly gathers?: readonly Seq[]
}

/** The part of the last entry that the next one builds on. */
export interface JournalHead {
  readonly projectId: ProjectId
  readonly seq: Seq
  readonly undoTop: Seq | null
  readonly redoTop: Seq | null
}

/** Who acts, and when. */
export interface Stamp {
  readonly at: IsoDateTime
  readonly coderId: CoderId
}

/** The head of a journal that has no entry yet. */
export function emptyHead(projectId: ProjectId): JournalHead {
  return { projectId, seq: 0, undoTop: null, redoTop: null }
}

/** The entry that makes a project: first in its journal, and the only act that undo does not reach. */
export function foundingEntry(projectId: ProjectId, act: Act, stamp: Stamp): JournalEntry {
  return { ...act, ...stamp, projectId, seq: 1, kind: 'act', of: null, undoTop: null, redoTop: null, below: null }
}

/** Writes an act behind the head. What was undone before can no longer be redone. */
export function entryOfAct(head: JournalHead, act: Act, stamp: Stamp): JournalEntry {
  const seq = head.seq + 1
  return {
    ...act,
    ...stamp,
    projectId: head.projectId,
    seq,
    kind: 'act',
    of: null,
    undoTop: seq,
    redoTop: null,
    below: head.undoTop,
  }
}

/**
 * Writes an act beside both stacks: undo and redo do next what they would have done without it. For what goes on by
 * itself while somebody works, as the import of a folder. Such an act makes new records and touches no others, so that
 * it stands in the way of nothing on the stacks.
 */
export function entryBeside(head: JournalHead, act: Act, stamp: Stamp): JournalEntry {
  const { undoTop, redoTop } = head
  return { ...entryOfAct(head, act, stamp), undoTop, redoTop, below: null }
}

/** Makes one step of undo of acts that stand beside the stacks: it is called `act`, and changes nothing itself. */
export function entryGathering(
  head: JournalHead,
  act: Pick<Act, 'name' | 'values'>,
  gathers: readonly Seq[],
  stamp: Stamp,
): JournalEntry {
  return { ...entryOfAct(head, { ...act, changes: [] }, stamp), gathers }
}

/** Takes back the entry on top of the undo stack, `top`; of one that gathers others, `top` holds their changes. */
export function entryOfUndo(head: JournalHead, top: JournalEntry, stamp: Stamp): JournalEntry {
  if (head.undoTop !== top.seq) throw new Error(`undo of ${top.seq}, but ${String(head.undoTop)} is on top`)
  const entry = inverseEntry(head, top, stamp)
  return { ...entry, kind: 'undo', of: top.seq, undoTop: top.below, redoTop: entry.seq, below: head.redoTop }
}

/** Does again what the undo entry on top of the redo stack, `top`, took back. */
export function entryOfRedo(head: JournalHead, top: JournalEntry, stamp: Stamp): JournalEntry {
  if (head.redoTop !== top.seq) throw new Error(`redo of ${top.seq}, but ${String(head.redoTop)} is on top`)
  const entry = inverseEntry(head, top, stamp)
  return { ...entry, kind: 'redo', of: top.of, undoTop: entry.seq, redoTop: top.below, below: head.undoTop }
}

/** What undo and redo share: the next entry, named like `top`, with its changes inverted. */
function inverseEntry(
  head: JournalHead,
  top: JournalEntry,
  stamp: Stamp,
): Pick<JournalEntry, keyof Act | keyof Stamp | 'projectId' | 'seq'> {
  const { name, values } = top
  return { ...stamp, name, values, changes: inverseOfAll(top.changes), projectId: head.projectId, seq: head.seq + 1 }
}
