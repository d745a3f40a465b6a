/** How something is worked out from versions of something else that come of one another. */
export interface InStep<Version, Change, Result> {
  /** The same object for all versions that came of one another. */
  readonly lineageOf: (version: Version) => object
  /** What is different in `after`; `null` where that is not known. */
  readonly differences: (before: Version, after: Version) => Change | null
  readonly make: (version: Version) => Result
  /** May change what was known in place. */
  readonly update: (known: Result, change: Change, after: Version) => Result
}

/**
 * Brings a result up to date instead of working it out anew. For each lineage the last one that was asked for is
 * kept: acts lead from one version to the next, and hardly anybody asks for an earlier one. What is answered holds
 * until the next question.
 */
export function keptInStep<Version extends object, Change, Result>(
  way: InStep<Version, Change, Result>,
): (version: Version) => Result {
  const kept = new WeakMap<object, { readonly version: Version; readonly result: Result }>()
  return (version) => {
    const lineage = way.lineageOf(version)
    const known = kept.get(lineage)
    if (known?.version === version) return known.result
    const change = known === undefined ? null : way.differences(known.version, version)
    const result =
      known === undefined || change === null ? way.make(version) : way.update(known.result, change, version)
    kept.set(lineage, { version, result })
    return result
  }
}
