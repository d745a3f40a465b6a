import { type Change, inverseOfAll } from './change.ts'
import type { Steps } from './steps.ts'

/**
 * What a run of entries has changed in the end: one change for each record that is not as it was
 * before, whatever happened to it in between.
 */
export class NetChanges {
  readonly #net = new Map<string, Change>();

  /** Takes in the changes of the next entry, in the order in which the entries were written. In steps, as the way back. */
  *add(changes: readonly Change[]): Steps<void> {
    for (const change of changes) {
      yield
      const key = `${change.kind} ${String((change.after ?? change.before)?.id)}`
      const first = this.#net.get(key)
      // Kind and record are the same by the key, which the type cannot say.
      this.#net.set(key, first === undefined ? change : ({ ...change, before: first.before } as Change))
    }
  }

  /**
   * The changes that lead back from the state after the entries to the state before them. Names of
   * moments stay (restore points, versions of the codebook): who returns to one of them wants to be
   * able to come forward again.
   */
  *wayBack(): Steps<readonly Change[]> {
    const isKept = ({ kind }: Change): boolean => kind === 'restorePoint' || kind === 'codebookVersion'
    const changes: Change[] = []
    for (const change of this.#net.values()) {
      yield
      if (!isKept(change) && isOther(change)) changes.push(change)
    }
    return inverseOfAll(changes)
  }
}

/** Whether a record is not as it was. Most are new or gone, which takes no look at what they hold. */
function isOther({ before, after }: Change): boolean {
  if (before === null || after === null) return before !== after
  return JSON.stringify(before) !== JSON.stringify(after)
}
