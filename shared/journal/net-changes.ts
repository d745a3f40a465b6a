import { type Change, inverseOfAll } from './change.ts'
import type { JournalEntry } from './entry.ts'

/**
 * What a run of entries has changed in the end: one change for each record that is not as it was
 * before, whatever happened to it in between.
 *
 * @param entries consecutive, in the order in which they were written
 */
function netChanges(entries: readonly Pick<JournalEntry, 'changes'>[]): readonly Change[] {
  const net = new Map<string, Change>()
  for (const { changes } of entries) {
    for (const change of changes) {
      const key = `${change.kind} ${String((change.after ?? change.before)?.id)}`
      const first = net.get(key)
      // Kind and record are the same by the key, which the type cannot say.
      net.set(key, first === undefined ? change : ({ ...change, before: first.before } as Change))
    }
  }
  return [...net.values()].filter(({ before, after }) => JSON.stringify(before) !== JSON.stringify(after))
}

/**
 * The changes that lead back from the state after the entries to the state before them. Names of
 * moments stay (restore points, versions of the codebook): who returns to one of them wants to be
 * able to come forward again.
 */
export function wayBack(entries: readonly Pick<JournalEntry, 'changes'>[]): readonly Change[] {
  const isKept = ({ kind }: Change): boolean => kind === 'restorePoint' || kind === 'codebookVersion'
  return inverseOfAll(netChanges(entries).filter((change) => !isKept(change)))
}
