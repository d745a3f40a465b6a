import type { Code } from '#shared/model/code.ts'
import type { CodeId } from '#shared/model/ids.ts'
import { ancestryOf } from './tree.ts'

/** What the parts of a code's passages may be called: as the code itself says, else the nearest code above it that does. */
export function partNamesOf(codes: readonly Code[], id: CodeId): readonly string[] {
  return ancestryOf(codes, id).findLast((code) => (code.parts ?? []).length > 0)?.parts ?? []
}
