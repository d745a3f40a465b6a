/** How many tests ended how. */
export interface Tally {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

export const NONE: Tally = { passed: 0, failed: 0, skipped: 0 }
export const ONE_PASSED: Tally = { passed: 1, failed: 0, skipped: 0 }
export const ONE_FAILED: Tally = { passed: 0, failed: 1, skipped: 0 }
export const ONE_SKIPPED: Tally = { passed: 0, failed: 0, skipped: 1 }

export function addTallies(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (sum, tally) => ({
      passed: sum.passed + tally.passed,
      failed: sum.failed + tally.failed,
      skipped: sum.skipped + tally.skipped,
    }),
    NONE,
  )
}

/** The last line of `npm test`, whose shape other programs read. */
export function sumLine(tally: Tally): string {
  return `${tally.passed} passed, ${tally.failed} failed, ${tally.skipped} skipped`
}

function field(value: unknown, name: string): unknown {
  return value instanceof Object ? Reflect.get(value, name) : undefined
}

function count(value: unknown, name: string): number {
  const found = field(value, name)
  return typeof found === 'number' ? found : 0
}

/**
 * Reads the report of vitest's `json` reporter. A test file that could not even be loaded has no
 * tests in it, and counts as one failure. Null when this is no such report.
 */
export function tallyVitest(report: unknown): Tally | null {
  const files = field(report, 'testResults')
  if (!Array.isArray(files)) return null
  const notLoaded = files.filter((file: unknown) => {
    const tests = field(file, 'assertionResults')
    return field(file, 'status') === 'failed' && Array.isArray(tests) && tests.length === 0
  })
  return {
    passed: count(report, 'numPassedTests'),
    failed: count(report, 'numFailedTests') + notLoaded.length,
    skipped: count(report, 'numPendingTests') + count(report, 'numTodoTests'),
  }
}

/**
 * Reads the report of Playwright's `json` reporter. Errors outside any test, as in a file that
 * could not be loaded, count as failures. Null when this is no such report.
 */
export function tallyPlaywright(report: unknown): Tally | null {
  const stats = field(report, 'stats')
  if (!(stats instanceof Object)) return null
  const errors = field(report, 'errors')
  return {
    // Passed at the second try, which only CI allows; the list above names such a test as flaky.
    passed: count(stats, 'expected') + count(stats, 'flaky'),
    failed: count(stats, 'unexpected') + (Array.isArray(errors) ? errors.length : 0),
    skipped: count(stats, 'skipped'),
  }
}

/** A run that ended badly although its report tells of no failure has failed all the same. */
export function withExitCode(tally: Tally | null, code: number): Tally {
  if (tally === null) return ONE_FAILED
  return code !== 0 && tally.failed === 0 ? addTallies([tally, ONE_FAILED]) : tally
}
