import type { ProjectState } from '#shared/journal/state.ts'
import type { RestorePointId } from '#shared/model/ids.ts'
import { type ActResult, type ActWorld, refuse } from './refusal.ts'

/** Gives the present moment a name to return to. `seq` is the number of the journal's last entry. */
export function nameRestorePoint(
  state: ProjectState,
  { name, seq }: { readonly name: string; readonly seq: number },
  world: ActWorld,
): ActResult {
  const wanted = name.trim()
  if (wanted === '') return refuse('refusal.nameEmpty')
  const isTaken = [...state.restorePoints.values()].some((point) => point.name === wanted)
  if (isTaken) return refuse('refusal.nameTaken', { name: wanted })
  return {
    name: 'act.nameRestorePoint',
    values: { point: wanted },
    changes: [
      {
        kind: 'restorePoint',
        before: null,
        after: {
          id: world.newId() as RestorePointId,
          name: wanted,
          seq,
          createdBy: world.coderId,
          createdAt: world.at,
        },
      },
    ],
  }
}

/** Takes the name from a moment; the moment stays in the history. */
export function removeRestorePoint(state: ProjectState, { id }: { readonly id: RestorePointId }): ActResult {
  const point = state.restorePoints.get(id)
  if (point === undefined) return refuse('refusal.sameValue')
  return {
    name: 'act.removeRestorePoint',
    values: { point: point.name },
    changes: [{ kind: 'restorePoint', before: point, after: null }],
  }
}
