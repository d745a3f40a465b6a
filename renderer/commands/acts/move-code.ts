import { nameProblem } from '#shared/codebook/rules.ts'
import { canMoveUnder, childrenOf, nextPosition } from '#shared/codebook/tree.ts'
import { codeList, type ProjectState } from '#shared/journal/state.ts'
import type { CodeId } from '#shared/model/ids.ts'
import { codeIn } from './lookup.ts'
import { nameRefusal } from './name-refusal.ts'
import { type ActResult, refuse } from './refusal.ts'

/** Puts a code, with all that stands below it, under another one, behind its other codes. */
export function moveCode(state: ProjectState, { codeId, parentId }: { codeId: CodeId; parentId: CodeId }): ActResult {
  const codes = codeList(state)
  const code = codeIn(state, codeId)
  const parent = codeIn(state, parentId)
  if (code.parentId === parentId) return refuse('refusal.sameValue')
  if (!canMoveUnder(codes, codeId, parentId))
    return refuse('refusal.cannotMove', { code: code.name, parent: parent.name })
  const problem = nameProblem(codes, codeId, parentId, code.name)
  if (problem !== null) return nameRefusal(problem, code.name)
  return {
    name: 'act.moveCode',
    values: { code: code.name, parent: parent.name },
    changes: [{ kind: 'code', before: code, after: { ...code, parentId, position: nextPosition(codes, parentId) } }],
  }
}

/** Moves a code one place up (-1) or down (+1) among its siblings. */
export function shiftCode(state: ProjectState, { codeId, by }: { codeId: CodeId; by: -1 | 1 }): ActResult {
  const code = codeIn(state, codeId)
  const siblings = childrenOf(codeList(state), code.parentId)
  const index = siblings.findIndex((sibling) => sibling.id === codeId)
  const other = siblings[index + by]
  if (other === undefined) return refuse('refusal.atTheEdge')
  const order = siblings.map((sibling) => sibling.id)
  order.splice(index, 1)
  order.splice(index + by, 0, codeId)
  return {
    name: 'act.shiftCode',
    values: { code: code.name },
    changes: order.flatMap((id, position) => {
      const before = codeIn(state, id)
      return before.position === position ? [] : [{ kind: 'code' as const, before, after: { ...before, position } }]
    }),
  }
}
