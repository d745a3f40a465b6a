import type { Case } from '#shared/model/case.ts'
import { distinct, ownValue } from './extra-columns.ts'

/** The columns that say more of the speaker of a coding's turn. */
export interface SpeakerColumns {
  readonly header: readonly string[]
  readonly cellsOf: (speaker: string) => readonly string[]
}

/**
 * Finds the columns: `speaker.name`, one name for all names of a person, then one for each attribute
 * that anybody has, by name. Somebody of whom nothing was said is called as in the reading. A project
 * without cases has none of these columns.
 *
 * @param taken names that the header holds already; a name that would come twice gets `_2`, `_3`, …
 */
export function speakerColumnsOf(cases: readonly Case[], taken: readonly string[]): SpeakerColumns {
  if (cases.length === 0) return { header: [], cellsOf: () => [] }
  const names = [...new Set(cases.flatMap(({ attributes }) => Object.keys(attributes)))].sort()
  const caseOf = new Map(cases.flatMap((one) => one.speakers.map((speaker) => [speaker, one] as const)))
  return {
    header: distinct(['speaker.name', ...names.map((name) => `speaker.${name}`)], taken),
    cellsOf(speaker) {
      const one = caseOf.get(speaker)
      return [one?.name ?? speaker, ...names.map((name) => (one === undefined ? '' : ownValue(one.attributes, name)))]
    },
  }
}
