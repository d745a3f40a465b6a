import type { ProjectState } from '#shared/journal/state.ts'
import { isSameText, mergeRichText } from '#shared/memos/merge-rich-text.ts'
import type { MemoId } from '#shared/model/ids.ts'
import { type Memo, type MemoTarget, memoTextOf, richTextOfMemo } from '#shared/model/memo.ts'
import { normalRichText, type RichText, richTextOf } from '#shared/model/rich-text.ts'
import { isTargetThere, memoOn } from './lookup.ts'
import { type ActResult, type ActWorld, refuse } from './refusal.ts'

/** What somebody wrote. */
export interface Writing {
  readonly target: MemoTarget
  readonly text: string | RichText
  /** The text that they began with; absent where it is the one that stands there. */
  readonly base?: RichText
}

/**
 * Writes the memo on something: makes it, changes it, or takes it away when nothing is left of it.
 * What somebody else has made of it meanwhile is kept: see `mergeRichText`.
 */
export function writeMemo(state: ProjectState, { target, text, base }: Writing, world: ActWorld): ActResult {
  const memo = memoOn(state, target)
  if (memo === null && !isTargetThere(state, target)) return refuse('refusal.memoTargetGone')
  const now = memo === null ? richTextOf('') : normalRichText(richTextOfMemo(memo))
  const mine = normalRichText(typeof text === 'string' ? richTextOf(text) : text)
  const after = mergeRichText(normalRichText(base ?? now), mine, now)
  const kept = memoTextOf(after)
  const isEmpty = kept.text.trim() === ''
  if (memo === null ? isEmpty : isSameText(after, now)) return refuse('refusal.sameValue')
  if (memo === null) {
    const made: Memo = {
      id: world.newId() as MemoId,
      target,
      ...kept,
      createdBy: world.coderId,
      createdAt: world.at,
      modifiedAt: world.at,
    }
    return { name: 'act.writeMemo', values: {}, changes: [{ kind: 'memo', before: null, after: made }] }
  }
  const { body: _, ...words } = memo
  return {
    name: isEmpty ? 'act.removeMemo' : 'act.writeMemo',
    values: {},
    changes: [{ kind: 'memo', before: memo, after: isEmpty ? null : { ...words, ...kept, modifiedAt: world.at } }],
  }
}
