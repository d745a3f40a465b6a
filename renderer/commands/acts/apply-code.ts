import type { Change } from '#shared/journal/change.ts'
import type { ProjectState } from '#shared/journal/state.ts'
import type { FieldValues } from '#shared/model/coding.ts'
import type { CodeId, CodingId } from '#shared/model/ids.ts'
import { type ActResult, type ActWorld, MissingRecord, refuse } from './refusal.ts'
import { anchorsOfPassage, isCodedAlready, newSegment, type Passage, segmentOn } from './reshape.ts'

/**
 * Puts a code on a passage, of one part or several. A segment that marks exactly this passage is used
 * again, so that two codes on one passage are two codings of one segment. The same code twice by the
 * same coder is refused: it would count double everywhere.
 */
export function applyCode(
  state: ProjectState,
  { passage, codeId, fields }: { passage: Passage; codeId: CodeId; fields: FieldValues },
  world: ActWorld,
): ActResult {
  const code = state.codes.get(codeId)
  if (code === undefined) throw new MissingRecord(`no code ${codeId}`)
  if (!code.isCodable) return refuse('refusal.notCodable', { code: code.name })
  const { sourceId } = passage
  const anchors = anchorsOfPassage(passage)
  if (isCodedAlready(state, { sourceId, anchors, codeId, coderId: world.coderId })) {
    return refuse('refusal.alreadyCoded', { code: code.name })
  }
  const same = segmentOn(state, sourceId, anchors)
  const segment = same ?? newSegment(sourceId, anchors, world)
  const changes: Change[] = same === null ? [{ kind: 'segment', before: null, after: segment }] : []
  changes.push({
    kind: 'coding',
    before: null,
    after: {
      id: world.newId() as CodingId,
      segmentId: segment.id,
      sourceId,
      codeId,
      coderId: world.coderId,
      fields,
      createdAt: world.at,
      modifiedAt: world.at,
    },
  })
  return { name: 'act.applyCode', values: { code: code.name }, changes }
}
