import { fieldsMissing } from '#shared/codebook/fields-asked.ts'
import { rootOf } from '#shared/codebook/tree.ts'
import { codeList, type ProjectState } from '#shared/journal/state.ts'
import type { FieldDefinition } from '#shared/model/code.ts'
import type { Coding } from '#shared/model/coding.ts'
import type { TextSpan } from '#shared/model/text-span.ts'
import type { Reading } from '#shared/transcript/reading.ts'
import { turnAt } from '#shared/transcript/units.ts'

/** The required fields that a coding still lacks, in the reading that says in what turn it stands. */
export function missingIn(
  state: ProjectState,
  reading: Reading,
  coding: Coding,
  extent: TextSpan,
): readonly FieldDefinition[] {
  const family = rootOf(codeList(state), coding.codeId)?.family ?? null
  if (family === null || !family.fields.some((field) => field.required === true)) return []
  return fieldsMissing(family, coding.fields, turnAt(reading, extent.start))
}
