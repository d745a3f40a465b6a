import { dictionaryOf, isIsoDateTime, isText, listOf, recordGuard } from './guard.ts'
import { type CaseId, type IsoDateTime, isId } from './ids.ts'

/**
 * A unit of study with attributes: here a speaker, whom sources may call by several names. (What
 * other programs call a case as well: a document with variables, is a source here.)
 */
export interface Case {
  readonly id: CaseId
  /** What the interface and exports call it. */
  readonly name: string
  /** The names by which the project's readings call this speaker, each of one case only. */
  readonly speakers: readonly string[]
  /** Party, outlet, country, role, gender, any; exported as `speaker.<name>`. One without a value is absent. */
  readonly attributes: Readonly<Record<string, string>>
  readonly createdAt: IsoDateTime
}

export const isCase = recordGuard<Case>({
  id: isId,
  name: isText,
  speakers: listOf(isText),
  attributes: dictionaryOf(isText),
  createdAt: isIsoDateTime,
})
