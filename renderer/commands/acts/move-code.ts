import { nameProblem } from '#shared/codebook/rules.ts'
import { canMoveUnder, childrenOf, descendantsOf, nextPosition, rootOf } from '#shared/codebook/tree.ts'
import type { Change } from '#shared/journal/change.ts'
import { codeList, type ProjectState } from '#shared/journal/state.ts'
import type { Code } from '#shared/model/code.ts'
import type { CodeId } from '#shared/model/ids.ts'
import { codingsOf } from '../codings-of.ts'
import { codeIn } from './lookup.ts'
import { nameRefusal } from './name-refusal.ts'
import { type ActResult, refuse } from './refusal.ts'

/** Where a code is put: among the siblings of another one, or below it, behind what stands there. */
export interface Place {
  readonly targetId: CodeId
  readonly where: 'before' | 'after' | 'into'
}

/** Puts a code, with all that stands below it, under another one, behind its other codes. */
export function moveCode(state: ProjectState, { codeId, parentId }: { codeId: CodeId; parentId: CodeId }): ActResult {
  const codes = codeList(state)
  const code = codeIn(state, codeId)
  if (code.parentId === parentId) return refuse('refusal.sameValue')
  return underParent(state, code, parentId, [
    { kind: 'code', before: code, after: { ...code, parentId, position: nextPosition(codes, parentId) } },
  ])
}

/**
 * Puts a code, with all that stands below it, at a place of the tree. Codings stay as they are: in
 * another family, whose questions differ, they keep what they answered.
 */
export function placeCode(state: ProjectState, { codeId, place }: { codeId: CodeId; place: Place }): ActResult {
  const codes = codeList(state)
  const code = codeIn(state, codeId)
  const target = codeIn(state, place.targetId)
  if (codeId === target.id) return refuse('refusal.sameValue')
  const parentId = place.where === 'into' ? target.id : target.parentId
  const order = childrenOf(codes, parentId).flatMap(({ id }) => (id === codeId ? [] : [id]))
  if (place.where === 'into') order.push(codeId)
  else order.splice(order.indexOf(target.id) + (place.where === 'after' ? 1 : 0), 0, codeId)
  const changes = order.flatMap((id, position): readonly Change[] => {
    const before = codeIn(state, id)
    const after = { ...before, parentId, position }
    return before.position === position && before.parentId === parentId ? [] : [{ kind: 'code', before, after }]
  })
  if (code.parentId !== parentId) return underParent(state, code, parentId, changes)
  // Positions may have gaps: what counts is the order.
  const now = childrenOf(codes, parentId).map(({ id }) => id)
  if (order.every((id, index) => id === now[index])) return refuse('refusal.sameValue')
  return { name: 'act.shiftCode', values: { code: code.name }, changes }
}

/** Moves a code one place up (-1) or down (+1) among its siblings. */
export function shiftCode(state: ProjectState, { codeId, by }: { codeId: CodeId; by: -1 | 1 }): ActResult {
  const code = codeIn(state, codeId)
  const siblings = childrenOf(codeList(state), code.parentId)
  const other = siblings[siblings.findIndex((sibling) => sibling.id === codeId) + by]
  if (other === undefined) return refuse('refusal.atTheEdge')
  return placeCode(state, { codeId, place: { targetId: other.id, where: by === 1 ? 'after' : 'before' } })
}

/** Moves a code one level out, to stand behind its parent. */
export function moveCodeOut(state: ProjectState, { codeId }: { codeId: CodeId }): ActResult {
  const code = codeIn(state, codeId)
  const parent = code.parentId === null ? null : codeIn(state, code.parentId)
  if (parent === null || parent.parentId === null) return refuse('refusal.atTheEdge')
  return placeCode(state, { codeId, place: { targetId: parent.id, where: 'after' } })
}

/** Moves a code one level in, below the sibling that stands before it. */
export function moveCodeIn(state: ProjectState, { codeId }: { codeId: CodeId }): ActResult {
  const code = codeIn(state, codeId)
  const siblings = childrenOf(codeList(state), code.parentId)
  const before = siblings[siblings.findIndex((sibling) => sibling.id === codeId) - 1]
  if (before === undefined || code.parentId === null) return refuse('refusal.atTheEdge')
  return placeCode(state, { codeId, place: { targetId: before.id, where: 'into' } })
}

/** The act by which a code comes to stand under another parent, by changes that put it there. */
function underParent(state: ProjectState, code: Code, parentId: CodeId | null, changes: readonly Change[]): ActResult {
  const codes = codeList(state)
  if (parentId === null) return refuse('refusal.underFamily', { code: code.name })
  const parent = codeIn(state, parentId)
  if (!canMoveUnder(codes, code.id, parentId)) {
    return refuse('refusal.cannotMove', { code: code.name, parent: parent.name })
  }
  const problem = nameProblem(codes, code.id, parentId, code.name)
  if (problem !== null) return nameRefusal(problem, code.name)
  const count = keepingFields(state, code, parentId)
  return count === 0
    ? { name: 'act.moveCode', values: { code: code.name, parent: parent.name }, changes }
    : { name: 'act.moveCodeKeeping', values: { code: code.name, parent: parent.name, count }, changes }
}

/** How many codings keep answers to questions that the family they come to does not ask. */
function keepingFields(state: ProjectState, code: Code, parentId: CodeId): number {
  const codes = codeList(state)
  const family = rootOf(codes, parentId)
  if (family?.id === rootOf(codes, code.id)?.id) return 0
  const asked = new Set(family?.family?.fields.map(({ name }) => name))
  const moving = new Set([code.id, ...descendantsOf(codes, code.id).map(({ id }) => id)])
  let count = 0
  for (const { fields } of codingsOf(state, moving))
    if (Object.keys(fields).some((name) => !asked.has(name))) count += 1
  return count
}
