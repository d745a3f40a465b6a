import { rootOf } from '#shared/codebook/tree.ts'
import type { Change } from '#shared/journal/change.ts'
import { codeList, type ProjectState } from '#shared/journal/state.ts'
import type { CodingId, SourceId } from '#shared/model/ids.ts'
import { codingIn } from '../lookup.ts'
import { type ActResult, type ActWorld, refuse } from '../refusal.ts'

/** Gives codings of one family the answer that another one of them has to a field, whatever they had before. */
export function copyAnswer(
  state: ProjectState,
  at: { sourceId: SourceId; from: CodingId; to: readonly CodingId[]; field: string },
  world: ActWorld,
): ActResult {
  const { coding: from } = codingIn(state, at.sourceId, at.from)
  const root = rootOf(codeList(state), from.codeId)
  const field = root?.family?.fields.find(({ name }) => name === at.field)
  if (field === undefined) return refuse('refusal.fieldGone', { field: at.field })
  const answer = Object.hasOwn(from.fields, at.field) ? from.fields[at.field] : undefined
  if (answer === undefined) return refuse('refusal.nothingToCopy', { field: field.label })
  const changes: Change[] = []
  for (const id of at.to) {
    const { coding } = codingIn(state, at.sourceId, id)
    if (rootOf(codeList(state), coding.codeId) !== root) throw new Error(`coding ${id} is of another family`)
    if (coding.fields[at.field] === answer) continue
    const fields = { ...coding.fields, [at.field]: answer }
    changes.push({ kind: 'coding', before: coding, after: { ...coding, fields, modifiedAt: world.at } })
  }
  if (changes.length === 0) return refuse('refusal.sameValue')
  return { name: 'act.copyAnswer', values: { field: field.label, count: changes.length }, changes }
}
