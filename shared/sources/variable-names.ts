import type { Source } from '#shared/model/source.ts'

type Values = Readonly<Record<string, string>>

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

/** Finds the name that a written one stands for: itself, one like it, or a new one that later ones may stand for. */
export function nameFinder(names: readonly string[]): (written: string) => string {
  const exact = new Set(names)
  const likes = new Map<string, string>()
  for (const name of names) if (!likes.has(comparableName(name))) likes.set(comparableName(name), name)
  return (written) => {
    const name = written.trim()
    if (exact.has(name)) return name
    const like = likes.get(comparableName(name)) ?? name
    likes.set(comparableName(name), like)
    return like
  }
}

/** Values by name with one filled in, without outer blanks; an empty one takes the name away. */
export function withValue(values: Values, name: string, value: string): Values {
  const { [name]: _old, ...others } = values
  return value.trim() === '' ? others : { ...values, [name]: value.trim() }
}

/** Values by name with one of them under another name, at the same place. */
export function withNewName(values: Values, from: string, to: string): Values {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name === from ? to : name, value] as const))
}
