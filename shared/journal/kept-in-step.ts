import { finished, type Steps } from './steps.ts'

/** How something is worked out from versions of something else that come of one another. */
export interface InStep<Version, Change, Result> {
  /** The same object for all versions that came of one another. */
  readonly lineageOf: (version: Version) => object
  /** What is different in `after`; `null` where that is not known. */
  readonly differences: (before: Version, after: Version) => Change | null
  readonly make: (version: Version) => Steps<Result>
  /** May change what was known in place. */
  readonly update: (known: Result, change: Change, after: Version) => Result
}

/** What is worked out from a version, and kept up to date from one version to the next. */
export interface KeptInStep<Version, Result> {
  /** Holds until the next question. */
  (version: Version): Result
  /**
   * Makes in steps what a later version asks for, and keeps it until that version is asked for; the one before is
   * answered as ever. `null` where nobody has asked so far, or so little is different that it needs no time.
   */
  readonly ahead: (version: Version) => Steps<Result | null>
}

/**
 * Brings a result up to date instead of working it out anew. For each lineage the last one that was asked for is
 * kept: acts lead from one version to the next, and hardly anybody asks for an earlier one. What is answered holds
 * until the next question.
 */
export function keptInStep<Version extends object, Change, Result>(
  way: InStep<Version, Change, Result>,
): KeptInStep<Version, Result> {
  const kept = new WeakMap<object, { readonly version: Version; readonly result: Result }>()
  const madeAhead = new WeakMap<Version, Result>()
  const ask = (version: Version): Result => {
    const lineage = way.lineageOf(version)
    const known = kept.get(lineage)
    if (known?.version === version) return known.result
    const change = known === undefined ? null : way.differences(known.version, version)
    const result =
      known === undefined || change === null
        ? (madeAhead.get(version) ?? finished(way.make(version)))
        : way.update(known.result, change, version)
    // An update may change it in place.
    madeAhead.delete(version)
    kept.set(lineage, { version, result })
    return result
  }
  const ahead = function* (version: Version): Steps<Result | null> {
    const known = kept.get(way.lineageOf(version))
    if (known === undefined || known.version === version) return null
    if (way.differences(known.version, version) !== null) return null
    const result = yield* way.make(version)
    madeAhead.set(version, result)
    return result
  }
  return Object.assign(ask, { ahead })
}
