import { isSameLink, type RichBlock, type RichText, richTextOf } from '#shared/model/rich-text.ts'

/** The blocks [start, end) of the text that two started from give way to others. */
interface Replacement {
  readonly start: number
  readonly end: number
  readonly blocks: RichText
}

/**
 * Two texts that were both made from `base`, as one. What only one side changed is taken from that
 * side; where both changed the same blocks, both versions stay, mine first: whoever comes later
 * reads them and decides.
 */
export function mergeRichText(base: RichText, mine: RichText, theirs: RichText): RichText {
  if (isSameText(mine, theirs) || isSameText(base, theirs)) return mine
  if (isSameText(base, mine)) return theirs
  // What was empty is nothing that both have changed.
  const from = isSameText(base, richTextOf('')) ? [] : base
  const a = replacementIn(from, mine)
  const b = replacementIn(from, theirs)
  const [first, second] = a.start < b.start || (a.start === b.start && a.end <= b.end) ? [a, b] : [b, a]
  if (first.end <= second.start) {
    return [
      ...from.slice(0, first.start),
      ...first.blocks,
      ...from.slice(first.end, second.start),
      ...second.blocks,
      ...from.slice(second.end),
    ]
  }
  const start = first.start
  const end = Math.max(a.end, b.end)
  const versionOf = (one: Replacement): RichText => [
    ...from.slice(start, one.start),
    ...one.blocks,
    ...from.slice(one.end, end),
  ]
  return [...from.slice(0, start), ...versionOf(a), ...versionOf(b), ...from.slice(end)]
}

/** What stands between the blocks that both texts begin with and those that both end with. */
function replacementIn(base: RichText, text: RichText): Replacement {
  const most = Math.min(base.length, text.length)
  let start = 0
  while (start < most && isSameBlock(base[start], text[start])) start += 1
  let same = 0
  while (same < most - start && isSameBlock(base.at(-1 - same), text.at(-1 - same))) same += 1
  return { start, end: base.length - same, blocks: text.slice(start, text.length - same) }
}

/** Whether two texts are the same in words, looks and links. */
export function isSameText(a: RichText, b: RichText): boolean {
  return a === b || (a.length === b.length && a.every((block, index) => isSameBlock(block, b[index])))
}

function isSameBlock(a: RichBlock | undefined, b: RichBlock | undefined): boolean {
  if (a === undefined || b === undefined || a.kind !== b.kind || a.level !== b.level) return false
  if (a.runs.length !== b.runs.length) return false
  return a.runs.every((run, index) => {
    const other = b.runs[index]
    return (
      other !== undefined &&
      run.text === other.text &&
      run.bold === other.bold &&
      run.italic === other.italic &&
      isSameLink(run.link, other.link)
    )
  })
}
