import { nameProblem } from '#shared/codebook/rules.ts'
import { applyChanges, codeList, type ProjectState } from '#shared/journal/state.ts'
import type { Code } from '#shared/model/code.ts'
import type { FieldValues } from '#shared/model/coding.ts'
import type { CodeId, CodingId, SourceId } from '#shared/model/ids.ts'
import { addCode } from './add-code.ts'
import { applyCode } from './apply-code.ts'
import { codeIn } from './lookup.ts'
import { recode } from './recode.ts'
import { type ActResult, type ActWorld, isRefusal } from './refusal.ts'
import type { Passage } from './reshape.ts'

/** A code that is to be made as it is used. */
export interface NewCode {
  readonly parentId: CodeId
  readonly name: string
}

/**
 * Makes a code and puts it on a passage, in one act. Where the parent has a code of that name
 * already, that one is taken.
 */
export function codeWithNew(
  state: ProjectState,
  { passage, code, fields }: { passage: Passage; code: NewCode; fields: FieldValues },
  world: ActWorld,
): ActResult {
  return withNew(state, code, world, (after, codeId) => applyCode(after, { passage, codeId, fields }, world))
}

/** As `codeWithNew`, in the place of the code of a coding. */
export function recodeWithNew(
  state: ProjectState,
  change: { sourceId: SourceId; codingId: CodingId; code: NewCode; fields: FieldValues },
  world: ActWorld,
): ActResult {
  const { sourceId, codingId, fields } = change
  return withNew(state, change.code, world, (after, codeId) =>
    recode(after, { sourceId, codingId, codeId, fields }, world),
  )
}

function withNew(
  state: ProjectState,
  { parentId, name }: NewCode,
  world: ActWorld,
  use: (after: ProjectState, codeId: CodeId) => ActResult,
): ActResult {
  const problem = nameProblem(codeList(state), null, parentId, name)
  if (problem?.reason === 'taken') return use(state, problem.by)
  const added = addCode(state, { parentId, name }, world)
  if (isRefusal(added)) return added
  const made = added.changes[0]?.after as Code
  const used = use(applyChanges(state, added.changes), made.id)
  if (isRefusal(used)) return used
  return {
    name: 'act.codeWithNew',
    values: { code: made.name, parent: codeIn(state, parentId).name },
    changes: [...added.changes, ...used.changes],
  }
}
