import type { CodebookVersion } from '#shared/model/codebook-version.ts'
import type { CodebookVersionId, IsoDateTime } from '#shared/model/ids.ts'

/** Versions from the first to the last made; of two made at one moment, by id. */
export function inOrderOfTime(versions: Iterable<CodebookVersion>): readonly CodebookVersion[] {
  return [...versions].sort((a, b) => compare(a.createdAt, b.createdAt) || compare(a.id, b.id))
}

/**
 * The version of the codebook that a coding dates from: the last one that had a name when it was
 * made, or `null` before the first. `versions` are in order of time.
 */
export function versionAt(versions: readonly CodebookVersion[], at: IsoDateTime): CodebookVersionId | null {
  return versions.findLast((version) => version.createdAt <= at)?.id ?? null
}

/** How many codings date from each version; under `null` those made before the first. */
export function countByVersion(
  versions: readonly CodebookVersion[],
  codings: Iterable<{ readonly createdAt: IsoDateTime }>,
): ReadonlyMap<CodebookVersionId | null, number> {
  const counts = new Map<CodebookVersionId | null, number>()
  for (const { createdAt } of codings) {
    const id = versionAt(versions, createdAt)
    counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  return counts
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
