import { findCodes } from '#shared/codebook/find-code.ts'
import type { Sounds } from '#shared/codebook/sounds.ts'
import { ancestryOf, childrenOf } from '#shared/codebook/tree.ts'
import type { Code } from '#shared/model/code.ts'
import type { CodeId } from '#shared/model/ids.ts'

/** In which order siblings are shown. The order of one's own is what is stored; the others only look at it. */
export const ORDERS = ['own', 'use', 'name'] as const
export type Order = (typeof ORDERS)[number]

/** How one looks at the codebook. */
export interface TreeView {
  readonly folded: ReadonlySet<CodeId>
  readonly order: Order
  /** What was typed to find codes; empty when nothing was. */
  readonly query: string
  /** By which Chinese names are found too, once they are known. */
  readonly sounds: Sounds | null
  /** The codes of the set that is looked at, or `null` for all codes. */
  readonly only: ReadonlySet<CodeId> | null
}

/** A code as the tree shows it. */
export interface ShownRow {
  readonly code: Code
  /** 0 for roots. */
  readonly depth: number
  readonly isParent: boolean
  readonly isOpen: boolean
  /** Its place among the siblings that are shown, from 1, and how many these are. */
  readonly place: number
  readonly siblings: number
}

/**
 * The rows of the codebook from top to bottom. Of a query and a set only what fits is shown, with
 * what it stands under; a query opens what is folded, since one looks for what one does not see.
 */
export function rowsShown(
  codes: readonly Code[],
  view: TreeView,
  counts: ReadonlyMap<CodeId, number>,
  language: string,
): readonly ShownRow[] {
  const { folded, order, query, sounds, only } = view
  const isFinding = query.trim() !== ''
  const shown = isFinding || only !== null ? fitting(codes, query, sounds, only) : null
  const compare = comparison(order, counts, language)
  const rows: ShownRow[] = []
  const walk = (parentId: CodeId | null, depth: number): void => {
    const here = childrenOf(codes, parentId).filter((code) => shown === null || shown.has(code.id))
    const siblings = compare === null ? here : [...here].sort(compare)
    siblings.forEach((code, index) => {
      const isParent = childrenOf(codes, code.id).some((child) => shown === null || shown.has(child.id))
      const isOpen = isParent && (isFinding || !folded.has(code.id))
      rows.push({ code, depth, isParent, isOpen, place: index + 1, siblings: siblings.length })
      if (isOpen) walk(code.id, depth + 1)
    })
  }
  walk(null, 0)
  return rows
}

function fitting(
  codes: readonly Code[],
  query: string,
  sounds: Sounds | null,
  only: ReadonlySet<CodeId> | null,
): ReadonlySet<CodeId> {
  const found = findCodes(codes, query, sounds).filter((code) => only === null || only.has(code.id))
  return new Set(found.flatMap((code) => ancestryOf(codes, code.id).map(({ id }) => id)))
}

function comparison(
  order: Order,
  counts: ReadonlyMap<CodeId, number>,
  language: string,
): ((a: Code, b: Code) => number) | null {
  switch (order) {
    case 'own':
      return null
    case 'use':
      return (a, b) => (counts.get(b.id) ?? 0) - (counts.get(a.id) ?? 0)
    case 'name': {
      const { compare } = new Intl.Collator(language, { numeric: true })
      return (a, b) => compare(a.name, b.name)
    }
  }
}
