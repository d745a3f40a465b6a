import { SAMPLE_KINDS } from './expectation.ts'
import { SHARES } from './kept-score.ts'
import type { Shares } from './score.ts'
import type { ScoredSample } from './scored-sample.ts'

const HEADINGS = ['turns', 'speakers', 'exchanges', 'aside', 'P', 'R', 'speaker', 'role', 'exch.', 'aside P', 'aside R']

/** The table of all samples, then means and medians by kind and of all; columns parted by blanks. */
export function scoreTable(samples: readonly ScoredSample[]): string {
  const rows = [
    ['sample', ...HEADINGS],
    ...SAMPLE_KINDS.flatMap((kind) => {
      const ofKind = samples.filter(({ expectation }) => expectation.kind === kind)
      return ofKind.length === 0 ? [] : [[`— ${kind}`], ...ofKind.map(rowOf)]
    }),
    [],
    ...SAMPLE_KINDS.flatMap((kind) =>
      summaryOf(
        kind,
        samples.filter(({ expectation }) => expectation.kind === kind),
      ),
    ),
    ...summaryOf('all', samples),
  ]
  const widths = HEADINGS.map((_, k) => Math.max(...rows.map((row) => row[k + 1]?.length ?? 0)))
  const first = Math.max(...rows.map(([name]) => name?.length ?? 0))
  const lines = rows.map(([name = '', ...cells]) =>
    [name.padEnd(first), ...cells.map((cell, k) => cell.padStart(widths[k] ?? 0))].join('  ').trimEnd(),
  )
  const invented = samples.reduce((sum, { score }) => sum + score.invented, 0)
  const failed = samples.filter(({ failure }) => failure !== null).length
  return [
    ...lines,
    '',
    `${samples.length} samples, ${failed} not imported, ${invented} turns invented where nobody speaks`,
  ].join('\n')
}

function rowOf({ file, expectation, failure, score }: ScoredSample): readonly string[] {
  const { found } = score
  const { counts, setAside } = expectation
  const of = (is: number, expected: number | null): string => (expected === null ? `${is}` : `${is}/${expected}`)
  const asides = setAside === null ? null : Object.values(setAside).flat().length
  return [
    file,
    of(found.turns, counts.turns),
    of(found.speakers, counts.speakers),
    of(found.exchanges, counts.exchanges),
    of(found.setAside, asides),
    ...SHARES.map((share) => decimals(score[share])),
    ...(failure === null ? [] : [`not imported: ${failure}`]),
  ]
}

function summaryOf(name: string, samples: readonly ScoredSample[]): readonly (readonly string[])[] {
  if (samples.length === 0) return []
  const valuesOf = (share: keyof Shares): readonly number[] =>
    samples.flatMap(({ score }) => score[share] ?? []).sort((a, b) => a - b)
  const row = (title: string, take: (values: readonly number[]) => number | null): readonly string[] => {
    return [`${name}: ${title}`, '', '', '', '', ...SHARES.map((share) => decimals(take(valuesOf(share))))]
  }
  return [row('mean', mean), row('median', median)]
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length
}

/** The middle of sorted values; between the two middle ones where their number is even. */
function median(values: readonly number[]): number | null {
  const half = Math.floor(values.length / 2)
  return mean(values.length % 2 === 0 ? values.slice(half - 1, half + 1) : values.slice(half, half + 1))
}

function decimals(share: number | null): string {
  return share === null ? '·' : share.toFixed(3)
}
