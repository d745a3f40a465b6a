import { rootOf } from '#shared/codebook/tree.ts'
import { codeList, marksOf, type ProjectState } from '#shared/journal/state.ts'
import type { FieldValues } from '#shared/model/coding.ts'
import type { CodeId, CodingId, SourceId } from '#shared/model/ids.ts'
import { placedCodings } from '#shared/query/placed-codings.ts'
import { codingIn } from './lookup.ts'
import { type ActResult, type ActWorld, MissingRecord, refuse } from './refusal.ts'

/**
 * Puts another code in the place of a coding's code. The coding stays the same one, with its memo;
 * its fields stay if both codes are of one family; another family asks other questions, which begin
 * with the `fields` that the passage itself answers. Where answers go the act's name says so.
 */
export function recode(
  state: ProjectState,
  {
    sourceId,
    codingId,
    codeId,
    fields,
  }: { sourceId: SourceId; codingId: CodingId; codeId: CodeId; fields: FieldValues },
  world: ActWorld,
): ActResult {
  const { coding } = codingIn(state, sourceId, codingId)
  const from = state.codes.get(coding.codeId)
  const to = state.codes.get(codeId)
  if (from === undefined || to === undefined) throw new MissingRecord(`no code ${codeId}`)
  if (!to.isCodable) return refuse('refusal.notCodable', { code: to.name })
  for (const { coding: other } of placedCodings(marksOf(state, sourceId)).on(coding.segmentId)) {
    if (other.codeId === codeId && other.coderId === coding.coderId) {
      return refuse('refusal.alreadyCoded', { code: to.name })
    }
  }
  const codes = codeList(state)
  const isSameFamily = rootOf(codes, from.id)?.id === rootOf(codes, to.id)?.id
  const after = { ...coding, codeId, fields: isSameFamily ? coding.fields : fields, modifiedAt: world.at }
  const lost = Object.entries(coding.fields).filter(([name, value]) => after.fields[name] !== value).length
  return {
    name: lost === 0 ? 'act.recode' : 'act.recodeLosing',
    values: { from: from.name, to: to.name, ...(lost === 0 ? {} : { count: lost }) },
    changes: [{ kind: 'coding', before: coding, after }],
  }
}
