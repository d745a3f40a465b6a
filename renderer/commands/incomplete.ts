import { fieldsMissing } from '#shared/codebook/fields-asked.ts'
import { rootOf } from '#shared/codebook/tree.ts'
import { codeList, type ProjectState } from '#shared/journal/state.ts'
import type { Family, FieldDefinition } from '#shared/model/code.ts'
import type { PlacedCoding } from '#shared/query/placed-codings.ts'
import type { Reading } from '#shared/transcript/reading.ts'
import { turnAt } from '#shared/transcript/units.ts'

/** What a coding lacks, for as long as its family and the reading are these. */
interface Known {
  readonly family: Family
  readonly reading: Reading
  readonly missing: readonly FieldDefinition[]
}

const NONE: readonly FieldDefinition[] = []
/** A list of 50,000 codings asks for each of them after every act, of which one has changed. */
const known = new WeakMap<PlacedCoding, Known>()

/** The required fields that a coding still lacks, in the reading that says in what turn it stands. */
export function missingIn(state: ProjectState, reading: Reading, placed: PlacedCoding): readonly FieldDefinition[] {
  const { coding, extent } = placed
  const family = rootOf(codeList(state), coding.codeId)?.family ?? null
  if (family === null || !family.fields.some((field) => field.required === true)) return NONE
  const before = known.get(placed)
  if (before?.family === family && before.reading === reading) return before.missing
  const missing = fieldsMissing(family, coding.fields, turnAt(reading, extent.start))
  known.set(placed, { family, reading, missing })
  return missing
}
