import type { Change } from '#shared/journal/change.ts'
import type { ProjectState } from '#shared/journal/state.ts'
import { type Memo, memoTextOf, richTextOfMemo } from '#shared/model/memo.ts'
import { linksOf, type RichText, richTextOf, type TextLink } from '#shared/model/rich-text.ts'

/** Texts one below the other with an empty line between them, as a memo keeps them; those that say nothing are left out. */
export function joinedTexts(texts: readonly RichText[]): Pick<Memo, 'text' | 'body'> {
  const said = texts.filter((text) => text.some(({ runs }) => runs.some((run) => run.text.trim() !== '')))
  return memoTextOf(said.flatMap((text, index) => (index === 0 ? text : [...richTextOf(''), ...text])))
}

/** A memo with more below what it says. */
export function memoWith(memo: Memo, more: RichText, at: Memo['modifiedAt']): Memo {
  const { body: _, ...words } = memo
  return { ...words, ...joinedTexts([richTextOfMemo(memo), more]), modifiedAt: at }
}

/**
 * The changes by which links in memos that would lead to nothing lead to what has taken its place,
 * `insteadOf` by id. They come behind `changes` and build on what these make of the memos.
 */
export function relinkedMemos(
  state: ProjectState,
  changes: readonly Change[],
  insteadOf: ReadonlyMap<string, string>,
): readonly Change[] {
  const memos = new Map(state.memos)
  for (const { kind, before, after } of changes) {
    if (kind !== 'memo') continue
    if (after !== null) memos.set(after.id, after)
    else if (before !== null) memos.delete(before.id)
  }
  return [...memos.values()].flatMap((memo): readonly Change[] => {
    if (memo.body === undefined) return []
    const text = richTextOfMemo(memo)
    if (!linksOf(text).some(({ id }) => insteadOf.has(id))) return []
    const relinked = text.map((block) => ({
      ...block,
      runs: block.runs.map((run) =>
        run.link === undefined ? run : { ...run, link: linkInstead(run.link, insteadOf) },
      ),
    }))
    return [{ kind: 'memo', before: memo, after: { ...memo, ...memoTextOf(relinked) } }]
  })
}

function linkInstead(link: TextLink, insteadOf: ReadonlyMap<string, string>): TextLink {
  const id = insteadOf.get(link.id)
  return id === undefined ? link : ({ ...link, id } as TextLink)
}
