import type { Change } from '#shared/journal/change.ts'
import type { SourceId } from '#shared/model/ids.ts'

/**
 * The source in which changes are seen, where nothing of them is seen in those on the screen: somebody who takes back
 * what was done in another document should hear where. `null` where they concern the screen, or the project as a whole.
 */
export function sourceAway(changes: readonly Change[], onScreen: readonly SourceId[]): SourceId | null {
  let away: SourceId | null = null
  for (const { before, after } of changes) {
    const record = after ?? before
    if (record === null || !('sourceId' in record)) continue
    if (onScreen.includes(record.sourceId)) return null
    away ??= record.sourceId
  }
  return away
}
