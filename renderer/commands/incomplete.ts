import { fieldsMissing } from '#shared/codebook/fields-asked.ts'
import { rootOf } from '#shared/codebook/tree.ts'
import { codeList, type ProjectState } from '#shared/journal/state.ts'
import type { Code, Family, FieldDefinition } from '#shared/model/code.ts'
import type { CodeId } from '#shared/model/ids.ts'
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
  const family = askingFamily(codeList(state), coding.codeId)
  if (family === null) return NONE
  const before = known.get(placed)
  if (before?.family === family && before.reading === reading) return before.missing
  const missing = fieldsMissing(family, coding.fields, turnAt(reading, extent.start))
  known.set(placed, { family, reading, missing })
  return missing
}

const asking = new WeakMap<readonly Code[], Map<CodeId, Family | null>>()

/** The family of a code, if it has a field that has to be filled. */
function askingFamily(codes: readonly Code[], id: CodeId): Family | null {
  let families = asking.get(codes)
  if (families === undefined) {
    families = new Map()
    asking.set(codes, families)
  }
  let family = families.get(id)
  if (family === undefined) {
    family = rootOf(codes, id)?.family ?? null
    if (family?.fields.some((field) => field.required === true) !== true) family = null
    families.set(id, family)
  }
  return family
}
