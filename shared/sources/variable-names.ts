import type { Source } from '#shared/model/source.ts'

/** The names of the variables that any of the sources has, in the order in which they are first met. */
export function variableNames(sources: Iterable<Pick<Source, 'variables'>>): readonly string[] {
  const names = new Set<string>()
  for (const { variables } of sources) for (const name of Object.keys(variables)) names.add(name)
  return [...names]
}

/** What makes the names of two variables the same for people: case, width and outer blanks do not make them differ. */
export function comparableName(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase()
}

/** The name among those given that counts as the same as another one; the very same name goes before its likes. */
export function sameNamed(names: readonly string[], name: string): string | undefined {
  if (names.includes(name)) return name
  const wanted = comparableName(name)
  return names.find((one) => comparableName(one) === wanted)
}
