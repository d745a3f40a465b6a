import type { ProjectState } from '#shared/journal/state.ts'
import { type Memo, richTextOfMemo } from '#shared/model/memo.ts'
import { linksOf, type TextLink } from '#shared/model/rich-text.ts'

type Mentions = ReadonlyMap<string, ReadonlySet<Memo>>

const known = new WeakMap<ProjectState['memos'], Mentions>()

function mentionsIn({ memos }: Pick<ProjectState, 'memos'>): Mentions {
  let mentions = known.get(memos)
  if (mentions === undefined) {
    const made = new Map<string, Set<Memo>>()
    for (const memo of memos.values()) {
      if (memo.body === undefined) continue
      for (const { id } of linksOf(richTextOfMemo(memo))) made.set(id, (made.get(id) ?? new Set()).add(memo))
    }
    mentions = made
    known.set(memos, mentions)
  }
  return mentions
}

/** The memos with a link to any of these, each once. */
export function memosMentioning(state: Pick<ProjectState, 'memos'>, links: readonly TextLink[]): readonly Memo[] {
  const mentions = mentionsIn(state)
  return [...new Set(links.flatMap(({ id }) => [...(mentions.get(id) ?? [])]))]
}
