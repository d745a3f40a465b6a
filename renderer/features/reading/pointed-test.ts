import type { Pointed } from '#renderer/commands/workbench.ts'
import type { Mark } from '#renderer/editor/mark.ts'
import { descendantsOf } from '#shared/codebook/tree.ts'
import { codeList, type ProjectState } from '#shared/journal/state.ts'

/** Tells of a mark whether it is what is pointed at: the coding, or any coding by the code or a code below it. */
export function testOf(state: ProjectState, pointed: Pointed): (mark: Mark) => boolean {
  if (pointed.kind === 'coding') return ({ id }) => id === pointed.id
  const codes = new Set<string>([pointed.id, ...descendantsOf(codeList(state), pointed.id).map(({ id }) => id)])
  return ({ codeId }) => codes.has(codeId)
}
