import { inTreeOrder, type TreeRow } from '#shared/codebook/tree.ts'
import type { Code } from '#shared/model/code.ts'
import type { CodeId } from '#shared/model/ids.ts'

/** The rows of the codebook that are not folded away, and whether each has codes below it. */
export function rowsShown(
  codes: readonly Code[],
  folded: ReadonlySet<CodeId>,
): readonly (TreeRow & { readonly isParent: boolean })[] {
  const parents = new Set(codes.map((code) => code.parentId))
  const hidden = new Set<CodeId>()
  return inTreeOrder(codes).flatMap((row) => {
    const { id, parentId } = row.code
    if (parentId !== null && (folded.has(parentId) || hidden.has(parentId))) {
      hidden.add(id)
      return []
    }
    return [{ ...row, isParent: parents.has(id) }]
  })
}
