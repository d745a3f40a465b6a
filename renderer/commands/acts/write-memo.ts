import type { ProjectState } from '#shared/journal/state.ts'
import type { MemoId } from '#shared/model/ids.ts'
import type { MemoTarget } from '#shared/model/memo.ts'
import { memoOn } from './lookup.ts'
import { type ActResult, type ActWorld, refuse } from './refusal.ts'

/** Writes the memo on something: makes it, changes it, or takes it away when nothing is left of it. */
export function writeMemo(
  state: ProjectState,
  { target, text }: { target: MemoTarget; text: string },
  world: ActWorld,
): ActResult {
  const memo = memoOn(state, target)
  const isEmpty = text.trim() === ''
  if (memo === null ? isEmpty : memo.text === text) return refuse('refusal.sameValue')
  if (memo === null) {
    const made = {
      id: world.newId() as MemoId,
      target,
      text,
      createdBy: world.coderId,
      createdAt: world.at,
      modifiedAt: world.at,
    }
    return { name: 'act.writeMemo', values: {}, changes: [{ kind: 'memo', before: null, after: made }] }
  }
  const after = isEmpty ? null : { ...memo, text, modifiedAt: world.at }
  return {
    name: after === null ? 'act.removeMemo' : 'act.writeMemo',
    values: {},
    changes: [{ kind: 'memo', before: memo, after }],
  }
}
