import { type ElectronRun, timeCommand } from '../electron-run.ts'
import type { Sample, Shown } from '../findings.ts'

type LibraryFigure = 'library-open' | 'library-search' | 'library-sort' | 'library-scroll'

/** The library of all documents: opened, searched letter by letter, sorted by its columns, scrolled. */
export async function measureLibrary(
  run: ElectronRun,
  typed: readonly string[],
): Promise<Record<LibraryFigure, readonly Sample[]>> {
  const open = await timeCommand(run, 'show-library', '.library-view [data-line]')
  const found = await run.page.evaluate(measureTable, typed)
  await run.page.evaluate(() => window.bench.closeDialog())
  return { 'library-open': [open], ...found }
}

/** Runs in the page. */
async function measureTable(
  typed: readonly string[],
): Promise<{ 'library-search': Shown[]; 'library-sort': Shown[]; 'library-scroll': number[] }> {
  const { bench } = window
  const field = bench.one<HTMLInputElement>('.library-tools input[type="search"]')
  const rows = (): string => document.querySelector('.library-table')?.getAttribute('aria-rowcount') ?? ''
  const settle = async (): Promise<void> => {
    for (let settled = 0; settled < 12; settled++) await bench.painted()
  }
  await settle()
  const search: Shown[] = []
  for (const words of typed) {
    const before = rows()
    search.push(
      await bench.timed(
        () => bench.type(field, words),
        () => rows() !== before,
        `the documents of “${words}”`,
      ),
    )
    await settle()
  }
  const sort: Shown[] = []
  for (const column of [0, 0, 1, 1]) {
    const head = document.querySelectorAll<HTMLElement>('.library-head button')[column]
    const sorted = (): string => document.querySelector('.library-head [aria-sort]')?.outerHTML ?? ''
    const before = sorted()
    sort.push(
      await bench.timed(
        () => head?.click(),
        () => sorted() !== before,
        'the other order',
      ),
    )
    await settle()
  }
  const scrolling = bench.scrolling(bench.scrollerIn('.library-view'))
  return {
    'library-search': search,
    'library-sort': sort,
    'library-scroll': [...(await scrolling.read()), ...(await scrolling.drag())],
  }
}
