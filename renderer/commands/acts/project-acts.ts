import type { Act } from '#shared/journal/entry.ts'
import type { ProjectState } from '#shared/journal/state.ts'
import type { Code } from '#shared/model/code.ts'
import type { Coder } from '#shared/model/coder.ts'
import type { CoderId } from '#shared/model/ids.ts'
import type { Project } from '#shared/model/project.ts'
import { type ActResult, refuse } from './refusal.ts'

/** Makes a project: its name, its first coder, its codebook. */
export function foundProject(project: Project, coder: Coder, codes: readonly Code[]): Act {
  return {
    name: 'act.foundProject',
    values: { project: project.name },
    changes: [
      { kind: 'project', before: null, after: project },
      { kind: 'coder', before: null, after: coder },
      ...codes.map((code) => ({ kind: 'code' as const, before: null, after: code })),
    ],
  }
}

export function renameProject(state: ProjectState, { name }: { name: string }): ActResult {
  const { project } = state
  if (name.trim() === '') return refuse('refusal.nameEmpty')
  if (project.name === name.trim()) return refuse('refusal.sameValue')
  return {
    name: 'act.renameProject',
    values: { from: project.name, to: name.trim() },
    changes: [{ kind: 'project', before: project, after: { ...project, name: name.trim() } }],
  }
}

/** Changes the name that codings are exported under. */
export function renameCoder(state: ProjectState, { coderId, name }: { coderId: CoderId; name: string }): ActResult {
  const coder = state.coders.get(coderId)
  if (coder === undefined) throw new Error(`no coder ${coderId}`)
  if (name.trim() === '') return refuse('refusal.nameEmpty')
  if (coder.name === name.trim()) return refuse('refusal.sameValue')
  return {
    name: 'act.renameCoder',
    values: { from: coder.name, to: name.trim() },
    changes: [{ kind: 'coder', before: coder, after: { ...coder, name: name.trim() } }],
  }
}
