import { FIGURES, type Figure, isScrolling, type Subject, type Unit, unitOf } from './figures.ts'
import type { Measured } from './findings.ts'
import { type Size, sizeOf } from './sizes.ts'

/** A line of `bench.json`. */
export interface Row extends Size {
  readonly figure: Figure
  readonly subject: Subject
  readonly median: number
  readonly p95: number
  /** For what an act shows: in the how manieth frame of the screen after it, from 1. */
  readonly frames?: { readonly median: number; readonly p95: number }
  /** For scrolling: how many frames of all took longer than 50 ms. */
  readonly over50?: number
  readonly unit: Unit
  /** In how many runs, each a process of its own. */
  readonly runs: number
  /** How many values, of all runs. */
  readonly values: number
}

/** Something that could not be measured, as `bench.json` says it. */
export interface Missing extends Size {
  readonly figure: Figure
  readonly subject: Subject
  readonly why: string
  readonly isTooSlow: boolean
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
    const samples = runs.flatMap((run) => run[figure] ?? [])
    if (samples.length === 0) return []
    const values = samples.map((sample) => (typeof sample === 'number' ? sample : sample.ms))
    const frames = samples.flatMap((sample) => (typeof sample === 'number' ? [] : [sample.frames]))
    const row: Row = {
      figure,
      subject,
      ...sizeOf(size),
      median: rounded(quantile(values, 0.5)),
      p95: rounded(quantile(values, 0.95)),
      ...(frames.length === 0 ? {} : { frames: { median: quantile(frames, 0.5), p95: quantile(frames, 0.95) } }),
      ...(isScrolling(figure) ? { over50: values.filter((value) => value > 50).length } : {}),
      unit: unitOf(figure),
      runs: runs.filter((run) => run[figure] !== undefined).length,
      values: values.length,
    }
    return [row]
  })
}

function rounded(value: number): number {
  return Number(value.toPrecision(3))
}
