import type { Code } from '#shared/model/code.ts'
import type { CodeId } from '#shared/model/ids.ts'

/** A code with its depth in the tree, 0 for roots. */
export interface TreeRow {
  readonly code: Code
  readonly depth: number
}

interface TreeIndex {
  readonly byId: ReadonlyMap<CodeId, Code>
  readonly children: ReadonlyMap<CodeId | null, readonly Code[]>
}

/** One index per list of codes: lists are never changed in place, so a new codebook is a new list. */
const indexes = new WeakMap<readonly Code[], TreeIndex>()

function indexOf(codes: readonly Code[]): TreeIndex {
  const known = indexes.get(codes)
  if (known !== undefined) return known
  const byId = new Map(codes.map((code) => [code.id, code]))
  const children = new Map<CodeId | null, Code[]>()
  for (const code of codes) {
    // A parent that is not there must not make its codes vanish: they stand as roots.
    const parentId = code.parentId !== null && byId.has(code.parentId) ? code.parentId : null
    const siblings = children.get(parentId)
    if (siblings === undefined) children.set(parentId, [code])
    else siblings.push(code)
  }
  for (const siblings of children.values()) siblings.sort(byPlace)
  const index = { byId, children }
  indexes.set(codes, index)
  return index
}

/** By position, then name, then id, each compared by UTF-16 units: the same on every machine. */
function byPlace(a: Code, b: Code): number {
  return a.position - b.position || compare(a.name, b.name) || compare(a.id, b.id)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** The code of that id, or `null`. */
export function codeOf(codes: readonly Code[], id: CodeId): Code | null {
  return indexOf(codes).byId.get(id) ?? null
}

/** The codes directly below a code, or the roots for `null`, in their order. */
export function childrenOf(codes: readonly Code[], parentId: CodeId | null): readonly Code[] {
  return indexOf(codes).children.get(parentId) ?? []
}

/** From the root to the code itself; empty if there is no such code. A loop in foreign data ends the way up. */
export function ancestryOf(codes: readonly Code[], id: CodeId): readonly Code[] {
  const { byId } = indexOf(codes)
  const path: Code[] = []
  let code = byId.get(id)
  while (code !== undefined && !path.includes(code)) {
    path.push(code)
    code = code.parentId === null ? undefined : byId.get(code.parentId)
  }
  return path.reverse()
}

/** The names from the root to the code itself. */
export function codePath(codes: readonly Code[], id: CodeId): readonly string[] {
  return ancestryOf(codes, id).map((code) => code.name)
}

/** The root that a code stands under, itself for a root; `null` if there is no such code. */
export function rootOf(codes: readonly Code[], id: CodeId): Code | null {
  return ancestryOf(codes, id)[0] ?? null
}

/** All codes below a code, in tree order, without the code itself. */
export function descendantsOf(codes: readonly Code[], id: CodeId): readonly Code[] {
  const found = new Set<Code>()
  collect(codes, id, found)
  return [...found].filter((code) => code.id !== id)
}

function collect(codes: readonly Code[], id: CodeId, found: Set<Code>): void {
  for (const child of childrenOf(codes, id)) {
    if (found.has(child)) continue
    found.add(child)
    collect(codes, child.id, found)
  }
}

/** The whole codebook from top to bottom, each code before what stands below it. */
export function inTreeOrder(codes: readonly Code[]): readonly TreeRow[] {
  const rows: TreeRow[] = []
  const walk = (parentId: CodeId | null, depth: number): void => {
    for (const code of childrenOf(codes, parentId)) {
      rows.push({ code, depth })
      walk(code.id, depth + 1)
    }
  }
  walk(null, 0)
  return rows
}

/**
 * Tells whether a code may be put under another: families stay roots, a code stays below some
 * family, and nothing comes to stand below itself.
 */
export function canMoveUnder(codes: readonly Code[], id: CodeId, parentId: CodeId): boolean {
  const code = codeOf(codes, id)
  if (code === null || code.parentId === null || codeOf(codes, parentId) === null) return false
  return ancestryOf(codes, parentId).every((ancestor) => ancestor.id !== id)
}

/** The position that puts a code behind all children of a parent. */
export function nextPosition(codes: readonly Code[], parentId: CodeId | null): number {
  return childrenOf(codes, parentId).reduce((next, sibling) => Math.max(next, sibling.position + 1), 0)
}
