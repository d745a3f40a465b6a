import type { Code } from '#shared/model/code.ts'
import { codePath } from './tree.ts'

/** What two states of a code can differ in, in the order in which it is read. */
const COMPARED = ['name', 'parent', 'definition', 'include', 'exclude', 'example', 'notes'] as const
export type ComparedPart = (typeof COMPARED)[number]

export interface PartChange {
  readonly part: ComparedPart
  readonly before: string
  readonly after: string
}

/** A code that two states of the codebook do not have alike. */
export interface CodeDifference {
  /** As it is in the later state, or was in the earlier one if it is gone. */
  readonly code: Code
  readonly path: readonly string[]
  readonly kind: 'added' | 'removed' | 'changed'
  /** What differs; for a code that came or went, all that is said of it. */
  readonly parts: readonly PartChange[]
}

/**
 * What has come about between two states of the codebook: codes that came, went, were renamed, moved
 * or defined anew, told apart by their ids, in the order of the lists, those that went last. Order
 * among siblings, colours and keys do not count: they do not change what a coding means.
 */
export function compareCodebooks(before: readonly Code[], after: readonly Code[]): readonly CodeDifference[] {
  const earlier = new Map(before.map((code) => [code.id, code]))
  const later = new Set(after.map((code) => code.id))
  const parts = (from: Code | null, to: Code | null): readonly PartChange[] =>
    COMPARED.flatMap((part) => {
      const was = from === null ? '' : textOf(from, before, part)
      const is = to === null ? '' : textOf(to, after, part)
      // Where a code stands is a matter of its parent; the parent's own name is told with the parent.
      const isSame = part === 'parent' && from !== null && to !== null ? from.parentId === to.parentId : was === is
      return isSame ? [] : [{ part, before: was, after: is }]
    })
  const stayed = after.flatMap((code): readonly CodeDifference[] => {
    const from = earlier.get(code.id) ?? null
    const changed = parts(from, code)
    if (from !== null && changed.length === 0) return []
    return [{ code, path: codePath(after, code.id), kind: from === null ? 'added' : 'changed', parts: changed }]
  })
  const gone = before.flatMap((code): readonly CodeDifference[] =>
    later.has(code.id) ? [] : [{ code, path: codePath(before, code.id), kind: 'removed', parts: parts(code, null) }],
  )
  return [...stayed, ...gone]
}

function textOf(code: Code, codes: readonly Code[], part: ComparedPart): string {
  return part === 'parent' ? codePath(codes, code.id).slice(0, -1).join(' › ') : (code[part] ?? '')
}
