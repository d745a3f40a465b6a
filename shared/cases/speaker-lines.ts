import { presentSources } from '#shared/journal/present.ts'
import { marksOf, type ProjectState } from '#shared/journal/state.ts'
import type { Case } from '#shared/model/case.ts'
import type { SourceId } from '#shared/model/ids.ts'
import { readingFigures } from '#shared/sources/source-figures.ts'
import type { SourceSummary } from '#shared/sources/source-summary.ts'

/** What is counted of a speaker in the whole project. */
interface Tally {
  readonly turns: number
  readonly codings: number
  readonly sources: number
}

/** A speaker as the table of speakers lists them: a case, or a name of the readings that belongs to none. */
export interface SpeakerLine extends Tally {
  /** Names the line for as long as it is there, whether somebody has said something of the speaker or not. */
  readonly key: string
  readonly name: string
  readonly case: Case | null
  /** The names by which the readings call the speaker. */
  readonly speakers: readonly string[]
  readonly attributes: Readonly<Record<string, string>>
}

const tables = new WeakMap<ProjectState['cases'], ReadonlyMap<string, Case>>()

/** The case of each name that belongs to one. */
export function caseBySpeaker(cases: ProjectState['cases']): ReadonlyMap<string, Case> {
  let table = tables.get(cases)
  if (table === undefined) {
    table = new Map([...cases.values()].flatMap((one) => one.speakers.map((speaker) => [speaker, one] as const)))
    tables.set(cases, table)
  }
  return table
}

/**
 * Every case, and every speaker of the project's readings that belongs to none; who speaks most comes
 * first. Counts are those of the sources whose readings are summed up and that are not in the bin.
 */
export function speakerLines(
  state: ProjectState,
  summaries: ReadonlyMap<SourceId, SourceSummary>,
): readonly SpeakerLine[] {
  const byName = new Map<string, Tally[]>()
  const bySource: ReadonlyMap<string, { readonly turns: number; readonly codings: number }>[] = []
  for (const { id } of presentSources(state)) {
    const summary = summaries.get(id)
    if (summary === undefined) continue
    const { speakers } = readingFigures(summary, marksOf(state, id))
    bySource.push(speakers)
    for (const [name, { turns, codings }] of speakers) {
      const tallies = byName.get(name) ?? []
      tallies.push({ turns, codings, sources: 1 })
      byName.set(name, tallies)
    }
  }
  const cased = caseBySpeaker(state.cases)
  const lines: SpeakerLine[] = [...state.cases.values()].map((one) => {
    const tallies = one.speakers.flatMap((speaker) => byName.get(speaker) ?? [])
    const key = one.speakers[0] ?? one.id
    // Two names of one person may stand in one source.
    const sources =
      one.speakers.length < 2
        ? tallies.length
        : bySource.filter((names) => one.speakers.some((n) => names.has(n))).length
    const { name, speakers, attributes } = one
    return { key, name, case: one, speakers, attributes, ...sumOf(tallies), sources }
  })
  for (const [name, tallies] of byName) {
    if (!cased.has(name))
      lines.push({ key: name, name, case: null, speakers: [name], attributes: {}, ...sumOf(tallies) })
  }
  return lines.sort((a, b) => b.turns - a.turns || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
}

function sumOf(tallies: readonly Tally[]): Tally {
  let [turns, codings] = [0, 0]
  for (const tally of tallies) {
    turns += tally.turns
    codings += tally.codings
  }
  return { turns, codings, sources: tallies.length }
}

/** The names of the attributes that any case has, in the order in which they are first met. */
export function attributeNames(cases: ProjectState['cases']): readonly string[] {
  return [...new Set([...cases.values()].flatMap(({ attributes }) => Object.keys(attributes)))]
}
