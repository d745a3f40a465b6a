import { expect, test } from 'vitest'
import { Findings } from './findings.ts'
import { joined, resultsOf } from './results.ts'

test('what one run could not measure is named although another could', async () => {
  const size = { characters: 10, codings: 1 }
  const [good, bad] = [new Findings(60_000), new Findings(60_000)]
  await good.take(['open'], async () => ({ open: [5] }))
  await bad.take(['open'], () => Promise.reject(new Error('gone')))
  const results = resultsOf(size, new Map([['floor', [good, bad]]]))
  expect(results.rows.map(({ figure, runs }) => [figure, runs])).toEqual([['open', 1]])
  expect(results.missing).toEqual([{ figure: 'open', subject: 'floor', ...size, why: 'gone', isTooSlow: false }])
  expect(joined([results, results]).rows).toHaveLength(2)
})
