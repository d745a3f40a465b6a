import type { SourceId } from '#shared/model/ids.ts'
import type { Source } from '#shared/model/source.ts'

/**
 * What a list calls each source, so that they can be told apart: its name; where another one has the
 * same, with the file name in parentheses; where files have the same name too, these are numbered.
 */
export function pickerNames(
  sources: readonly Pick<Source, 'id' | 'name' | 'fileName'>[],
): ReadonlyMap<SourceId, string> {
  const withFile = ({ name, fileName }: Pick<Source, 'name' | 'fileName'>): string => `${name} (${fileName})`
  const names = tallyOf(sources.map(({ name }) => name))
  const files = tallyOf(sources.map(withFile))
  const numbers = new Map<string, number>()
  return new Map(
    sources.map((source) => {
      const { id, name, fileName } = source
      if (names.get(name) === 1) return [id, name]
      const both = withFile(source)
      if (files.get(both) === 1) return [id, both]
      const number = (numbers.get(both) ?? 0) + 1
      numbers.set(both, number)
      return [id, `${name} (${fileName}, ${number})`]
    }),
  )
}

function tallyOf(words: readonly string[]): ReadonlyMap<string, number> {
  const tally = new Map<string, number>()
  for (const word of words) tally.set(word, (tally.get(word) ?? 0) + 1)
  return tally
}
