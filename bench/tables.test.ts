import { expect, test } from 'vitest'
import { markdownOf, withReport } from './markdown.ts'
import type { Report } from './report.ts'
import type { Missing, Row } from './rows.ts'
import { barTable, cellOf, growthTable, sizeTable } from './tables.ts'

const small = { characters: 80_000, codings: 2_000, sources: 20, codes: 20 }
const large = { characters: 800_000, codings: 20_000, sources: 200, codes: 200 }
const text = { characters: 30_000, codings: 100 }

const base: Row = {
  figure: 'open',
  subject: 'lectern',
  ...text,
  median: 210,
  p95: 1250,
  unit: 'ms',
  runs: 3,
  values: 3,
}
const projects: readonly Row[] = [small, large].flatMap((size, index): Row[] => [
  { ...base, ...size, figure: 'start', median: 1000 * (index + 1) },
  { ...base, ...size, figure: 'library-scroll', median: 16.7, p95: 17 * (index + 1), over50: index },
  { ...base, ...size, figure: 'memory', median: 130, unit: 'MB' },
])
const gap: Missing = { figure: 'find', subject: 'floor', ...text, why: 'not within 180 s', isTooSlow: true }

test('a cell says what its row says, and no more', () => {
  expect(cellOf(base)).toBe('210 / 1,250')
  expect(cellOf({ ...base, frames: { median: 1, p95: 2 }, runs: 1 })).toBe('210 / 1,250, frame 1 / 2, one run')
  expect(cellOf({ ...base, over50: 4, values: 60 })).toBe('210 / 1,250, 4 of 60 over 50 ms')
})

test('what took too long stands in the table of its size', () => {
  expect(sizeTable(text, [base, ...projects], [gap])).toEqual({
    head: ['', 'lectern', 'floor'],
    lines: [
      ['open, ms', '210 / 1,250', ''],
      ['find, ms', '', 'not within 180 s'],
    ],
  })
})

test('growth is the largest over the smallest: medians, and of scrolling the slowest frames', () => {
  expect(growthTable([base, ...projects], 'lectern', 'projects')).toEqual({
    head: ['', '20 sources, 20 codes, 2,000 codings', '200 sources, 200 codes, 20,000 codings', 'growth'],
    lines: [
      ['memory, MB', '130', '130', '× 1.0'],
      ['start, ms', '1,000', '2,000', '× 2.0'],
      ['library-scroll, p95 ms', '17', '34', '× 2.0'],
    ],
  })
})

test('a bar says whether it is met', () => {
  const bars = [
    { name: 'a', is: 0.204, atMost: 0.25 },
    { name: 'b', is: 3, atMost: 0 },
    { name: 'c', is: null, atMost: 1 },
  ]
  expect(barTable(bars).lines).toEqual([
    ['a', '0.2', '0.25', 'met'],
    ['b', '3', '0', 'missed'],
    ['c', '–', '1', 'not measured'],
  ])
})

test('the report takes its place between the marks of a page, again and again', () => {
  const report: Report = {
    machine: 'a processor, 2 cores',
    versions: { electron: '25.1.1', dexie: '4.4.7' },
    measuredAt: '2026-11-23T08:00:00.000Z',
    rows: [base, ...projects],
    missing: [gap],
  }
  const made = markdownOf(report)
  expect(made).toContain('Measured on 2026-11-23: a processor, 2 cores; electron 25.1.1, dexie 4.4.7.')
  expect(made).toContain('| open, ms | 210 / 1,250 |  |')
  const empty = withReport('', '')
  const page = `# Title\n\n${empty}\nThe end.\n`
  const once = withReport(page, made)
  expect(withReport(once, made)).toBe(once)
  expect(once.startsWith('# Title\n')).toBe(true)
  expect(once.endsWith('The end.\n')).toBe(true)
})
