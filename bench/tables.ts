import { type Bar, isMet } from './bars.ts'
import { FIGURES, isScrolling, SUBJECTS, type Subject, unitOf } from './figures.ts'
import type { Missing, Row } from './rows.ts'
import { inWords, isSameSize, type Size } from './sizes.ts'

/** A table to be shown on a terminal or in a page: the head, then line by line as many cells. */
export interface Table {
  readonly head: readonly string[]
  readonly lines: readonly (readonly string[])[]
}

/** The sizes that were measured, in the order in which they were. */
export function sizesIn(rows: readonly Row[]): readonly Row[] {
  return rows.filter((row, index) => rows.findIndex((other) => isSameSize(other, row)) === index)
}

/** Median and 95th percentile, and what else a row says. */
export function cellOf({ median, p95, frames, over50, values, runs }: Row): string {
  const inFrames = frames === undefined ? '' : `, frame ${frames.median} / ${frames.p95}`
  const slow = over50 === undefined || over50 === 0 ? '' : `, ${over50} of ${values} over 50 ms`
  const once = runs === 1 ? ', one run' : ''
  return `${grouped(median)} / ${grouped(p95)}${inFrames}${slow}${once}`
}

/** One size: figures down, subjects across. */
export function sizeTable(size: Size, rows: readonly Row[], missing: readonly Missing[]): Table {
  const here = rows.filter((row) => isSameSize(row, size))
  const gaps = missing.filter((one) => isSameSize(one, size))
  const subjects = SUBJECTS.filter((one) => [...here, ...gaps].some(({ subject }) => subject === one))
  const figures = FIGURES.filter((one) => [...here, ...gaps].some(({ figure }) => figure === one))
  return {
    head: ['', ...subjects],
    lines: figures.map((figure) => {
      const cells = subjects.map((subject) => {
        const row = here.find((one) => one.figure === figure && one.subject === subject)
        const gap = gaps.find((one) => one.figure === figure && one.subject === subject)
        return row !== undefined ? cellOf(row) : (gap?.why ?? '')
      })
      return [`${figure}, ${unitOf(figure)}`, ...cells]
    }),
  }
}

/** How a subject's cost grows: sizes across, and how many times the smallest the largest costs. */
export function growthTable(rows: readonly Row[], subject: Subject, kind: 'texts' | 'projects'): Table {
  const own = rows.filter((row) => row.subject === subject && (row.sources === undefined) === (kind === 'texts'))
  // The size at which the export alone was measured says nothing of the others.
  const sizes = sizesIn(own).filter((size) => own.filter((row) => isSameSize(row, size)).length > 2)
  const lines = FIGURES.flatMap((figure) => {
    const found = sizes.map((size) => own.find((row) => row.figure === figure && isSameSize(row, size)))
    if (found.every((row) => row === undefined)) return []
    const value = (row: Row | undefined): number | undefined => (isScrolling(figure) ? row?.p95 : row?.median)
    const [first, last] = [value(found[0]), value(found.at(-1))]
    const times = first === undefined || last === undefined || sizes.length < 2 ? '' : `× ${(last / first).toFixed(1)}`
    return [
      [
        `${figure}, ${isScrolling(figure) ? 'p95 ' : ''}${unitOf(figure)}`,
        ...found.map((row) => (row === undefined ? '' : grouped(value(row) ?? 0))),
        times,
      ],
    ]
  })
  return { head: ['', ...sizes.map(inWords), 'growth'], lines }
}

/** The bars: what is, what may be. */
export function barTable(bars: readonly Bar[]): Table {
  return {
    head: ['bar', 'is', 'at most', ''],
    lines: bars.map((bar) => [
      bar.name,
      bar.is === null ? '–' : String(Number(bar.is.toFixed(2))),
      String(bar.atMost),
      bar.is === null ? 'not measured' : isMet(bar) ? 'met' : 'missed',
    ]),
  }
}

function grouped(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: 3 })
}
