/** Who is measured: our program, the annotation library in two ways, and the page with nothing but paragraphs and CSS highlights. */
export const SUBJECTS = ['lectern', 'recogito-default', 'recogito-fastest', 'floor'] as const
export type Subject = (typeof SUBJECTS)[number]

/** What is measured. Times are from the act to the end of the main thread's work on the frame that shows it. */
export const FIGURES = [
  'open',
  'add',
  'remove',
  'recolour',
  'hit',
  'jump',
  'find',
  'copy-all',
  'scroll-read',
  'scroll-drag',
  'scroll-jump',
  'memory',
] as const
export type Figure = (typeof FIGURES)[number]

/** One text with its codings, of a size. */
export interface Size {
  /** UTF-16 units. */
  readonly characters: number
  readonly codings: number
}

export const SIZES: readonly Size[] = [
  { characters: 30_000, codings: 100 },
  { characters: 300_000, codings: 1_000 },
  { characters: 1_000_000, codings: 10_000 },
  { characters: 3_000_000, codings: 50_000 },
]

/** What one run of one subject gave, figure by figure: every value that was measured. */
export type Measured = Partial<Readonly<Record<Figure, readonly number[]>>>

/** A line of `bench.json`. */
export interface Row extends Size {
  readonly figure: Figure
  readonly subject: Subject
  readonly median: number
  readonly p95: number
  /** For scrolling: how many frames of all took longer than 50 ms. */
  readonly over50?: number
  readonly unit: 'ms' | 'µs' | 'MB'
  /** In how many runs, each a process of its own. */
  readonly runs: number
}

function unitOf(figure: Figure): Row['unit'] {
  return figure === 'memory' ? 'MB' : figure === 'hit' ? 'µs' : 'ms'
}

/** The value below which the share `part` of the values lies (nearest rank). Throws for no values. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  const value = sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)]
  if (value === undefined) throw new Error('a quantile of nothing')
  return value
}

/** The rows of one subject and size. Runs are pooled: each gives as many values as any other. */
export function rowsOf(subject: Subject, size: Size, runs: readonly Measured[]): readonly Row[] {
  return FIGURES.flatMap((figure) => {
    const values = runs.flatMap((run) => run[figure] ?? [])
    if (values.length === 0) return []
    const row: Row = {
      figure,
      subject,
      ...size,
      median: rounded(quantile(values, 0.5)),
      p95: rounded(quantile(values, 0.95)),
      unit: unitOf(figure),
      runs: runs.length,
    }
    return figure.startsWith('scroll') ? { ...row, over50: values.filter((value) => value > 50).length } : row
  })
}

function rounded(value: number): number {
  return Number(value.toPrecision(3))
}
