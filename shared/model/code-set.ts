import type { CodeId, CodeSetId } from './ids.ts'

/** Codes that belong together for some question, whatever family they are of. A code may be in several sets. */
export interface CodeSet {
  readonly id: CodeSetId
  readonly name: string
  readonly codeIds: readonly CodeId[]
}
