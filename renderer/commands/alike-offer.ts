import type { SourceId } from '#shared/model/ids.ts'
import type { Likeness, WideChange } from '#shared/transcript/alike.ts'

/** The correction that was just made, where the same may be due elsewhere. */
export interface AlikeOffer {
  readonly sourceId: SourceId
  readonly change: WideChange
  readonly likeness: Likeness
  /** How many other places look alike in the same source. */
  readonly here: number
  /** Whether other sources may have the like, so that it can be looked for there. */
  readonly isWide: boolean
  /** How many places look alike in other sources; null until they have been looked through. */
  readonly elsewhere: number | null
}
