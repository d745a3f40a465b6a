import type { ProjectState } from '#shared/journal/state.ts'

type Renames = ReadonlyMap<string, ReadonlySet<string>>

const known = new WeakMap<ProjectState['marks'], Renames>()

/** Who became who by corrections of readings, in any source. */
function renamesIn({ marks }: Pick<ProjectState, 'marks'>): Renames {
  let renames = known.get(marks)
  if (renames === undefined) {
    const made = new Map<string, Set<string>>()
    for (const { edits } of marks.values()) {
      for (const { change } of edits.values()) {
        if (change.kind !== 'speakers') continue
        for (const name of change.names) {
          if (name !== change.to) made.set(name, (made.get(name) ?? new Set()).add(change.to))
        }
      }
    }
    renames = made
    known.set(marks, renames)
  }
  return renames
}

/**
 * The names that a speaker has come to be called by, over however many corrections; without the one
 * it began with. A memo stays with the name it was written on, and is found by these: so a renaming
 * that is taken back, or made in one source only, leaves it where it was.
 */
export function laterNames(state: Pick<ProjectState, 'marks'>, name: string): ReadonlySet<string> {
  const renames = renamesIn(state)
  const found = new Set<string>()
  const open = [name]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const to of renames.get(next) ?? []) {
      if (to === name || found.has(to)) continue
      found.add(to)
      open.push(to)
    }
  }
  return found
}
