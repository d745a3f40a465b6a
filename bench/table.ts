import { FIGURES, type Figure, type Row, SUBJECTS, type Subject } from './figures.ts'

/** Figures down, subjects across: median, and the 95th percentile behind it. */
export function tableOf(rows: readonly Row[]): Record<string, Record<string, string>> {
  return Object.fromEntries(
    FIGURES.flatMap((figure) => {
      const found = rows.filter((row) => row.figure === figure)
      if (found.length === 0) return []
      const cells = found.map((row) => {
        const over = row.over50 === undefined ? '' : `, ${row.over50} over 50`
        return [row.subject, `${row.median} / ${row.p95}${over}`]
      })
      return [[`${figure}, ${found[0]?.unit}`, Object.fromEntries(cells)]]
    }),
  )
}

/** Each bar as a ratio of two figures of one run, or a number of frames; with what it should be at most. */
export function ratiosOf(rows: readonly Row[]): Record<string, { readonly is: string; readonly bar: string }> {
  const of = (figure: Figure, subject: Subject, characters: number): number | undefined =>
    rows.find((row) => row.figure === figure && row.subject === subject && row.characters === characters)?.median
  const sizes = [...new Set(rows.map((row) => row.characters))]
  const result: Record<string, { is: string; bar: string }> = {}
  const put = (name: string, part: number | undefined, whole: number | undefined, bar: string): void => {
    if (part !== undefined && whole !== undefined) result[name] = { is: (part / whole).toFixed(2), bar }
  }
  const million = 1_000_000
  put(
    'open 1M: lectern / library’s fastest',
    of('open', 'lectern', million),
    of('open', 'recogito-fastest', million),
    '0.25',
  )
  put('open 1M: lectern / floor', of('open', 'lectern', million), of('open', 'floor', million), '0.6')
  put('open: 1M / 30k', of('open', 'lectern', million), of('open', 'lectern', 30_000), '2')
  put('add: 3M / 30k', of('add', 'lectern', 3_000_000), of('add', 'lectern', 30_000), '1.5')
  put(
    'memory 1M: lectern / library’s fastest',
    of('memory', 'lectern', million),
    of('memory', 'recogito-fastest', million),
    '0.6',
  )
  for (const size of sizes) {
    const label = size.toLocaleString('en')
    put(`add ${label}, in frames of 16.7 ms`, of('add', 'lectern', size), 16.7, '1')
    put(`recolour ${label}, in frames`, of('recolour', 'lectern', size), 16.7, '2')
    for (const figure of ['scroll-read', 'scroll-drag', 'scroll-jump'] as const) {
      const row = rows.find((one) => one.figure === figure && one.subject === SUBJECTS[0] && one.characters === size)
      if (row?.over50 !== undefined) {
        result[`${figure} ${label}, frames over 50 ms`] = { is: String(row.over50), bar: '0' }
      }
    }
  }
  return result
}
