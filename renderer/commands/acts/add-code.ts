import { freeColumnName } from '#shared/codebook/field-rules.ts'
import { nameProblem } from '#shared/codebook/rules.ts'
import { nextPosition, rootOf } from '#shared/codebook/tree.ts'
import { codeList, type ProjectState } from '#shared/journal/state.ts'
import { COLOUR_NAMES, type Code, MANNERS } from '#shared/model/code.ts'
import type { CodeId } from '#shared/model/ids.ts'
import { nameRefusal } from './name-refusal.ts'
import type { ActResult, ActWorld } from './refusal.ts'

/**
 * Adds a code below a parent, in its colour; or, without a parent, a family of the user's own, in
 * the first manner and colour that no other family has.
 */
export function addCode(
  state: ProjectState,
  { parentId, name }: { parentId: CodeId | null; name: string },
  world: ActWorld,
): ActResult {
  const codes = codeList(state)
  const problem = nameProblem(codes, null, parentId, name)
  if (problem !== null) return nameRefusal(problem, name)
  const id = world.newId() as CodeId
  const parent = parentId === null ? null : (state.codes.get(parentId) ?? null)
  const families = codes.filter((code) => code.parentId === null)
  const code: Code = {
    id,
    parentId: parent?.id ?? null,
    name: name.trim(),
    definition: '',
    include: '',
    exclude: '',
    colour:
      parent?.colour ??
      firstUnused(
        COLOUR_NAMES,
        families.map((family) => family.colour),
      ),
    key: null,
    isCodable: parent !== null,
    position: nextPosition(codes, parent?.id ?? null),
    family:
      parent === null
        ? {
            slug: freeColumnName(name, 'family', new Set(families.flatMap((family) => family.family?.slug ?? []))),
            manner: firstUnused(
              MANNERS,
              families.flatMap((family) => family.family?.manner ?? []),
            ),
            fields: [],
          }
        : null,
  }
  return {
    name: parent === null ? 'act.addFamily' : 'act.addCode',
    values: { code: code.name, family: parent === null ? '' : (rootOf(codes, parent.id)?.name ?? '') },
    changes: [{ kind: 'code', before: null, after: code }],
  }
}

function firstUnused<T>(all: readonly [T, ...T[]] | readonly T[], used: readonly T[]): T {
  const free = all.find((candidate) => !used.includes(candidate)) ?? all[0]
  if (free === undefined) throw new Error('nothing to choose from')
  return free
}
