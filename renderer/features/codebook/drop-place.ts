import type { Place } from '#renderer/commands/acts/move-code.ts'
import { canMoveUnder, childrenOf } from '#shared/codebook/tree.ts'
import type { Code } from '#shared/model/code.ts'
import type { CodeId } from '#shared/model/ids.ts'
import type { ShownRow } from './rows-shown.ts'

/** How much of a row's height, above and below, means before and after it; between is into it. */
const EDGE = 0.28

/**
 * Where a code that is dragged over a row would land, or `null` where it cannot. `at` is where in
 * the row's height the pointer is, from 0 to 1. Families stand among families, codes below one;
 * behind an open code is before its first one. Where the order shown is not the stored one
 * (`isOwnOrder` false), a code can only be dropped into another.
 */
export function dropPlace(
  codes: readonly Code[],
  draggedId: CodeId,
  row: Pick<ShownRow, 'code' | 'isOpen'>,
  at: number,
  isOwnOrder: boolean,
): Place | null {
  const target = row.code
  if (target.id === draggedId) return null
  const isFamily = codes.some((code) => code.id === draggedId && code.parentId === null)
  if (isFamily) {
    return target.parentId === null && isOwnOrder ? { targetId: target.id, where: at < 0.5 ? 'before' : 'after' } : null
  }
  const place = placeAt(codes, row, at, isOwnOrder)
  const parentId = place.where === 'into' ? place.targetId : parentOf(codes, place.targetId)
  return parentId !== null && canMoveUnder(codes, draggedId, parentId) ? place : null
}

function placeAt(
  codes: readonly Code[],
  { code, isOpen }: Pick<ShownRow, 'code' | 'isOpen'>,
  at: number,
  isOwnOrder: boolean,
): Place {
  const into: Place = { targetId: code.id, where: 'into' }
  if (!isOwnOrder || (at >= EDGE && at <= 1 - EDGE)) return into
  const first = childrenOf(codes, code.id)[0]
  if (at > 1 - EDGE && isOpen && first !== undefined) return { targetId: first.id, where: 'before' }
  if (code.parentId === null) return into
  return { targetId: code.id, where: at < EDGE ? 'before' : 'after' }
}

function parentOf(codes: readonly Code[], id: CodeId): CodeId | null {
  return codes.find((code) => code.id === id)?.parentId ?? null
}
