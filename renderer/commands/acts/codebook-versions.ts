import { codeList, type ProjectState } from '#shared/journal/state.ts'
import type { CodebookVersion } from '#shared/model/codebook-version.ts'
import type { CodebookVersionId } from '#shared/model/ids.ts'
import { type ActResult, type ActWorld, MissingRecord, type Refusal, refuse } from './refusal.ts'

/** Gives the codebook as it stands a name, to compare with later. */
export function nameVersion(state: ProjectState, { name }: { name: string }, world: ActWorld): ActResult {
  const problem = nameProblem(state, null, name)
  if (problem !== null) return problem
  const version: CodebookVersion = {
    id: world.newId() as CodebookVersionId,
    name: name.trim(),
    codes: codeList(state),
    createdBy: world.coderId,
    createdAt: world.at,
  }
  return {
    name: 'act.nameVersion',
    values: { version: version.name },
    changes: [{ kind: 'codebookVersion', before: null, after: version }],
  }
}

/** Gives a version of the codebook another name. */
export function renameVersion(
  state: ProjectState,
  { versionId, name }: { versionId: CodebookVersionId; name: string },
): ActResult {
  const version = versionIn(state, versionId)
  if (version.name === name.trim()) return refuse('refusal.sameValue')
  const problem = nameProblem(state, versionId, name)
  if (problem !== null) return problem
  return {
    name: 'act.renameVersion',
    values: { from: version.name, to: name.trim() },
    changes: [{ kind: 'codebookVersion', before: version, after: { ...version, name: name.trim() } }],
  }
}

/** Takes a version away. The codebook and all codings stay. */
export function deleteVersion(state: ProjectState, { versionId }: { versionId: CodebookVersionId }): ActResult {
  const version = versionIn(state, versionId)
  return {
    name: 'act.deleteVersion',
    values: { version: version.name },
    changes: [{ kind: 'codebookVersion', before: version, after: null }],
  }
}

function versionIn(state: ProjectState, id: CodebookVersionId): CodebookVersion {
  const version = state.codebookVersions.get(id)
  if (version === undefined) throw new MissingRecord(`no version ${id} of the codebook`)
  return version
}

function nameProblem(state: ProjectState, id: CodebookVersionId | null, name: string): Refusal | null {
  const wanted = name.trim()
  if (wanted === '') return refuse('refusal.nameEmpty')
  for (const version of state.codebookVersions.values()) {
    if (version.id !== id && version.name === wanted) return refuse('refusal.versionTaken', { name: wanted })
  }
  return null
}
