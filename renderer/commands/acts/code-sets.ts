import type { ProjectState } from '#shared/journal/state.ts'
import type { CodeSet } from '#shared/model/code-set.ts'
import type { CodeId, CodeSetId } from '#shared/model/ids.ts'
import { codeIn } from './lookup.ts'
import { type ActResult, type ActWorld, MissingRecord, type Refusal, refuse } from './refusal.ts'

/** Makes a set of codes, empty or with some in it. */
export function addCodeSet(
  state: ProjectState,
  { name, codeIds }: { name: string; codeIds: readonly CodeId[] },
  world: ActWorld,
): ActResult {
  const problem = nameProblem(state, null, name)
  if (problem !== null) return problem
  const set: CodeSet = { id: world.newId() as CodeSetId, name: name.trim(), codeIds: [...new Set(codeIds)] }
  return { name: 'act.addCodeSet', values: { set: set.name }, changes: [{ kind: 'codeSet', before: null, after: set }] }
}

/** Gives a set of codes another name. */
export function renameCodeSet(state: ProjectState, { setId, name }: { setId: CodeSetId; name: string }): ActResult {
  const set = setIn(state, setId)
  if (set.name === name.trim()) return refuse('refusal.sameValue')
  const problem = nameProblem(state, setId, name)
  if (problem !== null) return problem
  return {
    name: 'act.renameCodeSet',
    values: { from: set.name, to: name.trim() },
    changes: [{ kind: 'codeSet', before: set, after: { ...set, name: name.trim() } }],
  }
}

/** Puts a code into a set, or takes it out. */
export function putInCodeSet(
  state: ProjectState,
  { setId, codeId, isIn }: { setId: CodeSetId; codeId: CodeId; isIn: boolean },
): ActResult {
  const set = setIn(state, setId)
  if (set.codeIds.includes(codeId) === isIn) return refuse('refusal.sameValue')
  const codeIds = isIn ? [...set.codeIds, codeId] : set.codeIds.filter((id) => id !== codeId)
  return {
    name: isIn ? 'act.putInCodeSet' : 'act.takeFromCodeSet',
    values: { code: codeIn(state, codeId).name, set: set.name },
    changes: [{ kind: 'codeSet', before: set, after: { ...set, codeIds } }],
  }
}

/** Takes every code out of a set. */
export function emptyCodeSet(state: ProjectState, { setId }: { setId: CodeSetId }): ActResult {
  const set = setIn(state, setId)
  if (set.codeIds.length === 0) return refuse('refusal.sameValue')
  return {
    name: 'act.emptyCodeSet',
    values: { set: set.name },
    changes: [{ kind: 'codeSet', before: set, after: { ...set, codeIds: [] } }],
  }
}

/** Takes a set away. Its codes stay. */
export function deleteCodeSet(state: ProjectState, { setId }: { setId: CodeSetId }): ActResult {
  const set = setIn(state, setId)
  return {
    name: 'act.deleteCodeSet',
    values: { set: set.name },
    changes: [{ kind: 'codeSet', before: set, after: null }],
  }
}

function setIn(state: ProjectState, id: CodeSetId): CodeSet {
  const set = state.codeSets.get(id)
  if (set === undefined) throw new MissingRecord(`no code set ${id}`)
  return set
}

function nameProblem(state: ProjectState, setId: CodeSetId | null, name: string): Refusal | null {
  const comparable = (text: string): string => text.normalize('NFKC').trim().toLowerCase()
  const wanted = comparable(name)
  if (wanted === '') return refuse('refusal.nameEmpty')
  for (const set of state.codeSets.values()) {
    if (set.id !== setId && comparable(set.name) === wanted) return refuse('refusal.setTaken', { name: set.name })
  }
  return null
}
