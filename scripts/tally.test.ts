import { describe, expect, it } from 'vitest'
import { addTallies, NONE, ONE_FAILED, sumLine, tallyPlaywright, tallyVitest, withExitCode } from './tally.ts'

describe('sumLine', () => {
  it('has the shape that other programs read', () => {
    const sum = addTallies([{ passed: 3, failed: 0, skipped: 1 }, ONE_FAILED, NONE])
    expect(sumLine(sum)).toBe('3 passed, 1 failed, 1 skipped')
  })
})

describe('tallyVitest', () => {
  it('counts tests that are skipped or still to be written as skipped', () => {
    const report = { testResults: [], numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 }
    expect(tallyVitest(report)).toEqual({ passed: 5, failed: 1, skipped: 3 })
  })

  it('counts a file that could not be loaded as a failure', () => {
    const report = {
      testResults: [
        { status: 'failed', assertionResults: [] },
        { status: 'failed', assertionResults: [{ status: 'failed' }] },
      ],
      numPassedTests: 0,
      numFailedTests: 1,
    }
    expect(tallyVitest(report)).toEqual({ passed: 0, failed: 2, skipped: 0 })
  })

  it('refuses what is no report', () => {
    expect(tallyVitest(null)).toBeNull()
    expect(tallyVitest({})).toBeNull()
  })
})

describe('tallyPlaywright', () => {
  it('counts errors outside tests as failures, and what passed at the second try as passed', () => {
    const report = { stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 2 }, errors: [{ message: 'no' }] }
    expect(tallyPlaywright(report)).toEqual({ passed: 5, failed: 2, skipped: 2 })
  })

  it('refuses what is no report', () => {
    expect(tallyPlaywright(undefined)).toBeNull()
  })
})

describe('withExitCode', () => {
  it('turns a bad end without a failed test, or without a report, into a failure', () => {
    expect(withExitCode({ passed: 2, failed: 0, skipped: 0 }, 1)).toEqual({ passed: 2, failed: 1, skipped: 0 })
    expect(withExitCode({ passed: 2, failed: 3, skipped: 0 }, 1).failed).toBe(3)
    expect(withExitCode(null, 0)).toEqual(ONE_FAILED)
  })
})
