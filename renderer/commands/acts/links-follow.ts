import type { Change } from '#shared/journal/change.ts'
import { marksOf, type ProjectState } from '#shared/journal/state.ts'
import type { Coding } from '#shared/model/coding.ts'
import type { CodingId } from '#shared/model/ids.ts'
import type { Link } from '#shared/model/link.ts'

/**
 * The changes by which the links of codings that are about to go come to hang on those that stay for
 * them: `successors` names, for each that goes, its successor. A link that would lead from a coding
 * to itself, or say again what another says, goes. To be carried out before `removalOf` is asked about
 * the codings that go, since that takes their links away.
 */
export function linksFollow(state: ProjectState, successors: ReadonlyMap<CodingId, Coding>): readonly Change[] {
  const changes: Change[] = []
  const said = new Set<string>()
  const moved: Link[] = []
  for (const sourceId of state.marks.keys()) {
    for (const link of marksOf(state, sourceId).links.values()) {
      if (successors.has(link.from) || successors.has(link.to)) moved.push(link)
      else said.add(saying(link))
    }
  }
  for (const before of moved) {
    const from = successors.get(before.from)
    const to = successors.get(before.to)
    const after: Link = {
      ...before,
      ...(from !== undefined && { from: from.id, sourceId: from.sourceId }),
      ...(to !== undefined && { to: to.id, toSourceId: to.sourceId }),
    }
    const isKept = after.from !== after.to && !said.has(saying(after))
    said.add(saying(after))
    if (isKept && before.sourceId === after.sourceId) changes.push({ kind: 'link', before, after })
    else {
      changes.push({ kind: 'link', before, after: null })
      if (isKept) changes.push({ kind: 'link', before: null, after })
    }
  }
  return changes
}

function saying({ from, relation, to }: Link): string {
  return `${from} ${relation} ${to}`
}
