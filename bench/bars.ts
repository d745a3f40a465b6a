import type { Figure, Subject } from './figures.ts'
import type { Row } from './rows.ts'
import { EXPORT_SIZE, isSameSize, type Size, TEXT_SIZES } from './sizes.ts'

/** Something that the program promises, as it was measured. */
export interface Bar {
  readonly name: string
  /** A ratio of two figures of one run, a number of frames, or how many frames were slow; `null` where it was not measured. */
  readonly is: number | null
  readonly atMost: number
}

const [PAGE, , BOOK, ARCHIVE] = TEXT_SIZES as readonly [Size, Size, Size, Size]

export function isMet({ is, atMost }: Bar): boolean {
  return is !== null && is <= atMost
}

/** Every bar, whether it could be measured or not. Medians are compared. */
export function barsOf(rows: readonly Row[]): readonly Bar[] {
  const find = (figure: Figure, size: Size, subject: Subject = 'lectern'): Row | undefined =>
    rows.find((row) => row.figure === figure && row.subject === subject && isSameSize(row, size))
  const ratio = (name: string, part: Row | undefined, whole: Row | undefined, atMost: number): Bar => ({
    name,
    is: part === undefined || whole === undefined ? null : part.median / whole.median,
    atMost,
  })
  const inFrames = (name: string, row: Row | undefined, atMost: number): Bar => ({
    name,
    is: row?.frames?.median ?? null,
    atMost,
  })
  const atSize = (size: Size): string => `${short(size.characters)} / ${short(size.codings)}`
  const measured = TEXT_SIZES.filter((size) => find('open', size) !== undefined)
  return [
    ratio(
      `opening ${atSize(BOOK)}, of the library’s fastest`,
      find('open', BOOK),
      find('open', BOOK, 'recogito-fastest'),
      0.25,
    ),
    ratio(`opening ${atSize(BOOK)}, of the floor`, find('open', BOOK), find('open', BOOK, 'floor'), 0.6),
    ratio(`opening ${atSize(BOOK)}, of ${atSize(PAGE)}`, find('open', BOOK), find('open', PAGE), 2),
    ...measured.map((size) => inFrames(`adding ${atSize(size)}, frames`, find('add', size), 1)),
    ratio(`adding ${atSize(ARCHIVE)}, of ${atSize(PAGE)}`, find('add', ARCHIVE), find('add', PAGE), 1.5),
    ...measured.map((size) => inFrames(`recolouring ${atSize(size)}, frames`, find('recolour', size), 2)),
    ...(['scroll-read', 'scroll-drag', 'scroll-jump'] as const).flatMap((figure) =>
      measured.map(
        (size): Bar => ({
          name: `${figure} ${atSize(size)}, frames over 50 ms`,
          is: find(figure, size)?.over50 ?? null,
          atMost: 0,
        }),
      ),
    ),
    ratio(
      `memory ${atSize(BOOK)}, of the library’s fastest`,
      find('memory', BOOK),
      find('memory', BOOK, 'recogito-fastest'),
      0.6,
    ),
    ratio(
      `CSV of ${short(EXPORT_SIZE.codings)} rows, of csv-stringify alone`,
      find('export', EXPORT_SIZE),
      find('export', EXPORT_SIZE, 'csv-stringify'),
      2,
    ),
  ]
}

/** 30k, 1M. */
function short(count: number): string {
  return count >= 1_000_000 ? `${count / 1_000_000}M` : count >= 1000 ? `${count / 1000}k` : String(count)
}
