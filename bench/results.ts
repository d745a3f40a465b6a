import type { Subject } from './figures.ts'
import type { Findings } from './findings.ts'
import { type Missing, type Row, rowsOf } from './rows.ts'
import { type Size, sizeOf } from './sizes.ts'

/** What was measured, and what could not be. */
export interface Results {
  readonly rows: readonly Row[]
  readonly missing: readonly Missing[]
}

/** The results of one size, of all runs of each subject. */
export function resultsOf(size: Size, runs: ReadonlyMap<Subject, readonly Findings[]>): Results {
  const all = [...runs]
  return {
    rows: all.flatMap(([subject, found]) =>
      rowsOf(
        subject,
        size,
        found.map(({ measured }) => measured),
      ),
    ),
    missing: all.flatMap(([subject, found]) => missingOf(subject, size, found)),
  }
}

/** Each figure that no run could measure once; and each that some run could not, since that is a broken benchmark too. */
function missingOf(subject: Subject, size: Size, runs: readonly Findings[]): readonly Missing[] {
  const found = new Map<string, Missing>()
  for (const { gaps } of runs) {
    for (const { figures, why, isTooSlow } of gaps) {
      for (const figure of figures) found.set(figure, { figure, subject, ...sizeOf(size), why, isTooSlow })
    }
  }
  return [...found.values()]
}

/** The results of several sizes together. */
export function joined(results: readonly Results[]): Results {
  return {
    rows: results.flatMap(({ rows }) => rows),
    missing: results.flatMap(({ missing }) => missing),
  }
}
