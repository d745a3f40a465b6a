import type { Shown } from '../findings.ts'

/** Runs in the page: has only one code's codings shown, and all again. `open` and `clear` are what the buttons are called. */
export async function measureFilter({
  times,
  open,
  clear: clearWords,
}: {
  readonly times: number
  readonly open: string
  readonly clear: string
}): Promise<Record<'filter-on' | 'filter-off', Shown[]>> {
  const { bench } = window
  const painted = (): string => [...CSS.highlights].map(([name, { size }]) => `${name}:${size}`).join()
  const field = (): HTMLInputElement | null => document.querySelector('.filter-field input')
  const on: Shown[] = []
  const off: Shown[] = []
  for (let time = 0; time < times; time++) {
    bench.one('.transcript-root').focus()
    if (field() === null) bench.one(`.top-bar [aria-label="${open}"]`).click()
    await bench.paintedWhen(() => field() !== null, 'the filter')
    field()?.focus()
    // The first is a family.
    await bench.paintedWhen(() => document.querySelectorAll('.filter-list [role="option"]').length > 1, 'the options')
    const option = document.querySelectorAll<HTMLElement>('.filter-list [role="option"]')[1]
    const all = painted()
    on.push(
      await bench.timed(
        () => option?.click(),
        () => painted() !== all && document.querySelector('.filter-count') !== null,
        'what was asked for',
      ),
    )
    for (let settled = 0; settled < 12; settled++) await bench.painted()
    const some = painted()
    const clear = [...document.querySelectorAll<HTMLElement>('.filter-bar button')].find(
      ({ textContent }) => textContent === clearWords,
    )
    off.push(
      await bench.timed(
        () => clear?.click(),
        () => painted() !== some && document.querySelector('.filter-count') === null,
        'all codings',
      ),
    )
    for (let settled = 0; settled < 12; settled++) await bench.painted()
  }
  return { 'filter-on': on, 'filter-off': off }
}
