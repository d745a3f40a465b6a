import type { Source } from '#shared/model/source.ts'

/** The names of the variables that any of the sources has, in the order in which they are first met. */
export function variableNames(sources: Iterable<Pick<Source, 'variables'>>): readonly string[] {
  const names = new Set<string>()
  for (const { variables } of sources) for (const name of Object.keys(variables)) names.add(name)
  return [...names]
}
